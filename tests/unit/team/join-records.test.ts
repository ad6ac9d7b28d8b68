import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationRecord } from '../../../lib/model/annotation';
import { clonedDevices, joinRecords } from '../../../lib/team/join-records';
import { HISTORIES, history, Team } from './random-history';
import { ID, wordings, write } from './sample-annotation';

const SEEDED = { seed: 20260101, numRuns: HISTORIES };
const joinAll = (records: readonly AnnotationRecord[]) => records.reduce(joinRecords);

/** Three states that were reached in one history, also by profiles that share a device id. */
async function threeStates(steps: Parameters<Team['play']>[0], cloned: boolean, picks: readonly number[]) {
  const team = new Team(cloned ? (index) => `device-${index % 2}` : undefined);
  await team.play(steps);
  const states = team.everyRecord();
  return states.length === 0 ? null : picks.map((pick) => states[pick % states.length]!);
}

describe('joining two replicas', () => {
  it('keeps both notes when two people edit the same one', async () => {
    const base = await write(null, 'a', 'start');
    const joined = joinRecords(await write(base, 'b', 'by b'), await write(base, 'c', 'by c'));
    expect(wordings(joined)).toEqual(['by b', 'by c']);
  });

  it('lets an edit replace what its author had seen', async () => {
    const base = await write(null, 'a', 'start');
    expect(wordings(joinRecords(base, await write(base, 'b', 'by b')))).toEqual(['by b']);
  });

  it('lets one edit settle a conflict whose sides its author had seen', async () => {
    const base = await write(null, 'a', 'start');
    const [b, c] = [await write(base, 'b', 'by b'), await write(base, 'c', 'by c')];
    const settled = await write(joinRecords(b, c), 'a', 'both');
    expect(wordings(joinAll([b, settled, c]))).toEqual(['both']);
  });

  it('does not bring an old version back when an old copy arrives late', async () => {
    const old = await write(null, 'a', 'start');
    const next = await write(old, 'a', 'next');
    expect(joinRecords(next, old)).toEqual(next);
  });

  it('keeps both versions of a cloned profile, and names the device', async () => {
    const [one, other] = [await write(null, 'a', 'here'), await write(null, 'a', 'there')];
    const joined = joinRecords(one, other);
    expect(wordings(joined)).toEqual(['here', 'there']);
    expect(clonedDevices(joined)).toEqual(['a']);
    expect(clonedDevices(one)).toEqual([]);
  });

  it('refuses to mix two different notes', async () => {
    const note = await write(null, 'a', 'start');
    expect(() => joinRecords(note, { ...note, id: 'another' })).toThrow(RangeError);
  });

  it('counts for a device that is called like a method', async () => {
    const base = await write(null, 'constructor', 'start');
    expect(base.ctx['constructor']).toBe(1);
    expect(wordings(joinRecords(await write(null, 'toString', 'other'), base))).toEqual(['other', 'start']);
  });

  it('joins 20,000 records with 20,000 in half a second', async () => {
    const base = await write(null, 'a', 'start');
    const [left, right] = [await write(base, 'b', 'by b'), await write(base, 'c', 'by c')];
    const times = [1, 2, 3].map(() => {
      const started = performance.now();
      for (let index = 0; index < 20_000; index += 1) {
        joinRecords({ ...left, id: `${ID}${index}` }, { ...right, id: `${ID}${index}` });
      }
      return performance.now() - started;
    });
    // The best of three: another program on the same processor is not what is measured.
    expect(Math.min(...times)).toBeLessThan(500);
  });
});

describe('joining, over random histories', () => {
  const picks = fc.tuple(fc.nat(), fc.nat(), fc.nat());

  it('is commutative, associative and idempotent, also with cloned profiles', async () => {
    const property = fc.asyncProperty(history, fc.boolean(), picks, async (steps, cloned, chosen) => {
      const states = await threeStates(steps, cloned, chosen);
      if (states === null) return;
      const [a, b, c] = states as [AnnotationRecord, AnnotationRecord, AnnotationRecord];
      const text = JSON.stringify;
      expect(text(joinRecords(a, b))).toBe(text(joinRecords(b, a)));
      expect(text(joinRecords(joinRecords(a, b), c))).toBe(text(joinRecords(a, joinRecords(b, c))));
      expect(text(joinRecords(joinRecords(a, b), b))).toBe(text(joinRecords(a, b)));
      expect(text(joinRecords(a, a))).toBe(text(joinRecords(joinRecords(a, a), a)));
    });
    await fc.assert(property, SEEDED);
  }, 300_000);

  it('loses nothing unless its successor’s author had seen it, and brings nothing back', async () => {
    const property = fc.asyncProperty(history, async (steps) => {
      const team = new Team();
      await team.play(steps);
      for (const { alive, expected } of team.books()) expect(alive).toEqual(expected);
      const records = team.records();
      if (records.length === 0) return;
      const together = joinAll(records).versions.map((version) => `${version.device}:${version.n}`);
      expect(together.sort()).toEqual(team.expectedTogether());
    });
    await fc.assert(property, SEEDED);
  }, 300_000);

  it('makes no second version when a save is repeated', async () => {
    const property = fc.asyncProperty(history, async (steps) => {
      const team = new Team();
      await team.play(steps);
      expect(team.retryWroteAgain).toBe(false);
    });
    await fc.assert(property, SEEDED);
  }, 300_000);
});
