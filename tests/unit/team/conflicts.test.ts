import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentVersion, isBySeveral, isConflicted, isDeleted } from '../../../lib/team/conflicts';
import { joinRecords } from '../../../lib/team/join-records';
import { listRecord } from '../../../lib/team/list-record';
import { removeVersion, writeVersion } from '../../../lib/team/write-version';
import { history, Team } from './random-history';
import { ID, quickHash, sampleFields, stampOf, write } from './sample-annotation';

const AT = '2026-03-02T10:00:00.000Z';

describe('conflicts', () => {
  it('are what two people wrote without knowing of each other', async () => {
    const base = await write(null, 'a', 'start');
    const joined = joinRecords(await write(base, 'b', 'one', 1), await write(base, 'c', 'two', 2));
    expect(isConflicted(base)).toBe(false);
    expect(isConflicted(joined)).toBe(true);
    expect(listRecord(joined)).toMatchObject({ id: joined.id, version: { body: 'two' }, conflicted: true });
  });

  it('are not made by two people writing the same', async () => {
    const joined = joinRecords(await write(null, 'a', 'same'), await write(null, 'b', 'same'));
    expect(joined.versions).toHaveLength(2);
    expect(isConflicted(joined)).toBe(false);
  });

  it('are not made by two people deleting', async () => {
    const base = await write(null, 'a', 'start');
    const deletions = ['b', 'c'].map((device) =>
      removeVersion(base, base.ctx, AT, stampOf(device, device === 'b' ? 1 : 2), quickHash),
    );
    const [one, other] = await Promise.all(deletions);
    const joined = joinRecords(one!, other!);
    expect(joined.versions).toHaveLength(2);
    expect(isConflicted(joined)).toBe(false);
    expect(isDeleted(joined)).toBe(true);
  });
});

describe('a conflict is by several people', () => {
  const by = (author: string, device: string, body: string) =>
    writeVersion(null, ID, {}, sampleFields(body), { ...stampOf(device), author }, quickHash);
  const isOfSeveral = async (...written: Parameters<typeof by>[]) => {
    const records = await Promise.all(written.map((one) => by(...one)));
    const joined = records.reduce(joinRecords);
    expect(isConflicted(joined)).toBe(true);
    return isBySeveral(joined);
  };

  it('where other names stand under what other devices wrote', async () => {
    expect(await isOfSeveral(['Mai', 'a', 'one'], ['Ivo', 'b', 'two'])).toBe(true);
    expect(await isOfSeveral(['', 'a', 'one'], ['Mai', 'b', 'two'], ['Ivo', 'c', 'three'])).toBe(true);
  });

  it('not where one person wrote at two places, or may have: nobody, or only one, has given a name', async () => {
    expect(await isOfSeveral(['Mai', 'a', 'one'], ['Mai', 'b', 'two'])).toBe(false);
    expect(await isOfSeveral(['Mai', 'a', 'one'], ['', 'b', 'two'])).toBe(false);
    expect(await isOfSeveral(['', 'a', 'one'], ['', 'b', 'two'])).toBe(false);
  });
});

describe('the version on display', () => {
  it('is an edit rather than a later deletion', async () => {
    const base = await write(null, 'a', 'start');
    const deletion = await removeVersion(base, base.ctx, AT, stampOf('a', 50), quickHash);
    const joined = joinRecords(deletion, await write(base, 'b', 'edited', 1));
    expect(currentVersion(joined)?.body).toBe('edited');
  });

  it('is the later one by the clock, whatever the devices are called', async () => {
    const base = await write(null, 'm', 'start');
    const early = await write(base, 'z', 'early', 1);
    const late = await write(base, 'a', 'late', 2);
    expect(currentVersion(joinRecords(early, late))?.body).toBe('late');
  });

  it('is nothing for a record without versions', () => {
    const empty = { id: 'x', ctx: { a: 1 }, versions: [] };
    expect(currentVersion(empty)).toBeNull();
    expect(listRecord(empty)).toBeNull();
  });

  it('does not depend on the order in which versions are listed', async () => {
    const property = fc.asyncProperty(history, async (steps) => {
      const team = new Team();
      await team.play(steps);
      for (const record of team.records()) {
        const reversed = { ...record, versions: [...record.versions].reverse() };
        expect(currentVersion(reversed)).toEqual(currentVersion(record));
        expect(currentVersion(record)?.deleted === true).toBe(isDeleted(record));
      }
    });
    await fc.assert(property, { seed: 20260101, numRuns: 1000 });
  });
});
