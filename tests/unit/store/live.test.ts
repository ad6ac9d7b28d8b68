import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { annotationsOf, countOf, saveAnnotation } from '../../../lib/store/annotations';
import { lastChange, lastUndone } from '../../../lib/store/change-log';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { watch, watchTables } from '../../../lib/store/live';
import { moveThroughChanges } from '../../../lib/store/undo';
import { forgetWords, saveWords } from '../../../lib/store/word-list';
import { sampleFields } from '../team/sample-annotation';
import { openStore } from './open-stores';

const STORY = 'https://example.org/story';
const request = (id: string) => ({ id, seen: {}, fields: sampleFields(id), author: 'ana' });

const WORD = {
  surface: 'May',
  action: 'mute',
  scope: 'everywhere',
  author: 'ana',
  created: '2026-01-01T00:00:00.000Z',
} as const;

/** Counts the story's notes; fails as a full disk does while there is none. */
async function countUnlessEmpty(db: PressmarkDatabase): Promise<number> {
  const count = await countOf(db, STORY);
  if (count === 0) throw new DOMException('Full', 'QuotaExceededError');
  return count;
}

describe('watching a query', () => {
  it('tells the present state, and every change after it', async () => {
    const db = await openStore();
    const seen: number[] = [];
    const stop = watch(
      () => countOf(db, STORY),
      (count) => seen.push(count),
    );
    await vi.waitFor(() => expect(seen).toEqual([0]));
    await saveAnnotation(db, request('a'));
    await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
    await saveAnnotation(db, request('b'));
    await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
    stop();
  });

  it('hears of what another window writes', async () => {
    const [page, background] = [await openStore('shared-by-two'), await openStore('shared-by-two')];
    const seen: string[][] = [];
    const stop = watch(
      () => annotationsOf(page, STORY),
      (records) => seen.push(records.map(({ id }) => id)),
    );
    await vi.waitFor(() => expect(seen).toEqual([[]]));
    await saveAnnotation(background, request('a'));
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['a']));
    stop();
  });

  it('hears of every change that can be taken back, and of every one that was', async () => {
    const [page, background] = [await openStore('changes-of-two'), await openStore('changes-of-two')];
    const seen: (string | undefined)[][] = [];
    const stop = watch(
      async () => [(await lastChange(page))?.kind, (await lastUndone(page))?.kind],
      (kinds) => seen.push(kinds),
    );
    const sees = (...kinds: (string | undefined)[]) => vi.waitFor(() => expect(seen.at(-1)).toEqual(kinds));
    await sees(undefined, undefined);
    await saveAnnotation(background, request('a'));
    await sees('write', undefined);
    await saveWords(background, [{ id: '1', entry: WORD }]);
    await sees('teach', undefined);
    await moveThroughChanges(background, 'undo', 'ana');
    await sees('write', 'teach');
    await forgetWords(background, ['1']);
    await saveWords(background, [{ id: '2', entry: WORD }]);
    await sees('teach', undefined);
    stop();
  });

  it('is silent once it was stopped', async () => {
    const db = await openStore();
    const onValue = vi.fn();
    const stop = watch(() => countOf(db, STORY), onValue);
    await vi.waitFor(() => expect(onValue).toHaveBeenCalledTimes(1));
    stop();
    await saveAnnotation(db, request('a'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(onValue).toHaveBeenCalledTimes(1);
  });

  it('names a failure and goes on with the next change', async () => {
    const db = await openStore();
    const errors: string[] = [];
    const seen: number[] = [];
    const query = () => countUnlessEmpty(db);
    const stop = watch(
      query,
      (count) => seen.push(count),
      (error) => errors.push(error.code),
    );
    await vi.waitFor(() => expect(errors).toEqual(['quota']));
    await saveAnnotation(db, request('a'));
    await vi.waitFor(() => expect(seen).toEqual([1]));
    stop();
  });
});

describe('watching tables', () => {
  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('answers while changes come faster than the query does', async () => {
    const db = await openStore();
    const seen: number[] = [];
    const slowCount = async () => {
      const count = await countOf(db, STORY);
      await rest(30);
      return count;
    };
    const stop = watchTables([db.annotations], slowCount, (count) => seen.push(count));
    for (let n = 0; n < 20; n++) {
      await saveAnnotation(db, request(`n${n}`));
      await rest(10);
    }
    expect(seen.length).toBeGreaterThan(2);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(20));
    stop();
  });

  it('does not ask again for what it was not told to watch, and is silent once it was stopped', async () => {
    const db = await openStore();
    const query = vi.fn(() => db.pending.count());
    const stop = watchTables([db.annotations], query, () => {});
    await db.pending.bulkPut([{ id: 'x', mark: 1 }]);
    await rest(30);
    expect(query).toHaveBeenCalledTimes(1);
    stop();
    await saveAnnotation(db, request('a'));
    await rest(30);
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('names a failure and goes on with the next change', async () => {
    const db = await openStore();
    const told: unknown[] = [];
    const query = () => countUnlessEmpty(db);
    const stop = watchTables(
      [db.annotations],
      query,
      (count) => told.push(count),
      (error) => told.push(error.code),
    );
    await vi.waitFor(() => expect(told).toEqual(['quota']));
    await saveAnnotation(db, request('a'));
    await vi.waitFor(() => expect(told).toEqual(['quota', 1]));
    stop();
  });
});
