import { describe, expect, it } from 'vitest';
import { isConflicted, isDeleted } from '../../../lib/team/conflicts';
import { joinRecords } from '../../../lib/team/join-records';
import { verifyRecord } from '../../../lib/team/verify-record';
import { sha256 } from '../../../lib/team/version-hash';
import { fieldsOf, removeVersion, writeVersion } from '../../../lib/team/write-version';
import { ID, quickHash, sampleFields, stampOf, wordings, write } from './sample-annotation';

const LATER = '2026-03-02T10:00:00.000Z';
const remove = (record: Awaited<ReturnType<typeof write>>, device: string, seen = record.ctx) =>
  removeVersion(record, seen, LATER, stampOf(device), quickHash);

describe('writing a version', () => {
  it('begins a record with counter one and a context that says so', async () => {
    const record = await writeVersion(null, ID, {}, sampleFields(), stampOf('a'), sha256);
    expect(record).toMatchObject({
      id: ID,
      ctx: { a: 1 },
      versions: [{ device: 'a', n: 1, body: 'A first thought' }],
    });
    expect(await verifyRecord(record, sha256)).toBeNull();
  });

  it('gives the fields back as they were written', async () => {
    const record = await write(null, 'a', 'start');
    expect(fieldsOf(record.versions[0]!)).toEqual(sampleFields('start'));
  });

  it('replaces exactly what the writer had seen', async () => {
    const first = await write(null, 'a', 'first');
    const second = await write(first, 'b', 'second');
    const late = await writeVersion(second, ID, first.ctx, sampleFields('late'), stampOf('a'), quickHash);
    expect(wordings(late)).toEqual(['late', 'second']);
  });

  it('counts on from what the writer has seen even if the store has lost it', async () => {
    const record = await writeVersion(null, ID, { a: 7, b: 2 }, sampleFields(), stampOf('a'), quickHash);
    expect(record.ctx).toEqual({ a: 8, b: 2 });
    const older = await write(null, 'a', 'restored from an old copy');
    const next = await writeVersion(older, ID, { a: 7, b: 2 }, sampleFields(), stampOf('a'), quickHash);
    expect(next.ctx).toEqual({ a: 8, b: 2 });
    expect(next.versions).toHaveLength(1);
  });

  it('changes nothing when the same save comes again', async () => {
    const once = await writeVersion(null, ID, {}, sampleFields(), stampOf('a', 1), quickHash);
    expect(await writeVersion(once, ID, {}, sampleFields(), stampOf('a', 5), quickHash)).toBe(once);
  });

  it('changes nothing when the same save comes again after another one has joined it', async () => {
    const base = await write(null, 'a', 'start');
    const mine = await write(base, 'a', 'mine');
    const joined = joinRecords(mine, await write(base, 'b', 'theirs'));
    const again = await writeVersion(joined, ID, base.ctx, sampleFields('mine'), stampOf('a'), quickHash);
    expect(again).toBe(joined);
  });

  it('settles a conflict even when the winner keeps every word', async () => {
    const base = await write(null, 'a', 'start');
    const joined = joinRecords(await write(base, 'a', 'mine'), await write(base, 'b', 'theirs'));
    const settled = await writeVersion(joined, ID, joined.ctx, sampleFields('mine'), stampOf('a'), quickHash);
    expect(wordings(settled)).toEqual(['mine']);
    expect(settled.ctx).toEqual({ a: 3, b: 1 });
  });

  it('makes a new version when another person saves the same words', async () => {
    const once = await write(null, 'a', 'same');
    const stamp = { ...stampOf('a'), author: 'someone else' };
    expect((await writeVersion(once, ID, once.ctx, sampleFields('same'), stamp, quickHash)).ctx).toEqual({
      a: 2,
    });
  });

  it('keeps the length of a quote that ends in half an emoji', async () => {
    const half = 'So it ends \uD83D';
    const record = await writeVersion(null, ID, {}, sampleFields(half), stampOf('a'), sha256);
    expect(record.versions[0]?.body).toBe('So it ends \uFFFD');
    expect(await verifyRecord(JSON.parse(JSON.stringify(record)), sha256)).toBeNull();
    expect(await writeVersion(record, ID, {}, sampleFields(half), stampOf('a'), sha256)).toBe(record);
  });

  it('refuses a record of another id, and numbers that JSON cannot carry', async () => {
    const record = await write(null, 'a', 'start');
    await expect(writeVersion(record, 'x', {}, sampleFields(), stampOf('a'), quickHash)).rejects.toThrow(
      RangeError,
    );
    const fields = { ...sampleFields(), stance: Number.NaN };
    await expect(writeVersion(null, ID, {}, fields, stampOf('a'), quickHash)).rejects.toThrow(TypeError);
  });
});

describe('deleting', () => {
  it('leaves a tombstone from which the note can be brought back', async () => {
    const record = await remove(await write(null, 'a', 'start'), 'a');
    expect(isDeleted(record)).toBe(true);
    expect(record.versions).toMatchObject([{ deleted: true, body: 'start', updated: LATER, n: 2 }]);
  });

  it('keeps both when one edits what the other deletes', async () => {
    const base = await write(null, 'a', 'start');
    const joined = joinRecords(await remove(base, 'a'), await write(base, 'b', 'edited'));
    expect(wordings(joined)).toEqual(['deleted', 'edited']);
    expect(isConflicted(joined)).toBe(true);
    expect(isDeleted(joined)).toBe(false);
  });

  it('spares a version that whoever deletes had not seen', async () => {
    const base = await write(null, 'a', 'start');
    const edited = await write(base, 'b', 'edited');
    expect(await remove(edited, 'a', base.ctx)).toBe(edited);
  });

  it('changes nothing when repeated', async () => {
    const base = await write(null, 'a', 'start');
    const gone = await remove(base, 'a');
    expect(await remove(gone, 'a', base.ctx)).toBe(gone);
    expect(await remove(gone, 'a')).toBe(gone);
  });

  it('is undone by writing again', async () => {
    const gone = await remove(await write(null, 'a', 'start'), 'a');
    const back = await write(gone, 'a', 'start');
    expect(isDeleted(back)).toBe(false);
    expect(wordings(back)).toEqual(['start']);
  });
});
