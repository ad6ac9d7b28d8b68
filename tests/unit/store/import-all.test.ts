import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { importAll, readAll } from '../../../lib/store/import-all';
import { storedNote } from '../../support/many-records';
import { openStore } from './open-stores';

describe('reading everything', () => {
  it.each([0, 1, 2000, 2001])('has each of %i notes once', async (count) => {
    const db = await openStore();
    const annotations = await Promise.all(Array.from({ length: count }, (_, n) => storedNote(n + 1)));
    await importAll(db, { annotations, articles: [] });
    const ids = (await readAll(db)).annotations.map(({ id }) => id);
    expect(ids).toHaveLength(count);
    expect(new Set(ids)).toEqual(new Set(annotations.map(({ id }) => id)));
  });
});
