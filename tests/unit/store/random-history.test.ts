import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  countOf,
  findAnnotation,
  mergeRecords,
  removeAnnotation,
  saveAnnotation,
} from '../../../lib/store/annotations';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { isDeleted } from '../../../lib/team/conflicts';
import { joinRecords } from '../../../lib/team/join-records';
import { rounds } from '../../support/rounds';
import { sampleFields, wordings } from '../team/sample-annotation';
import { openStore } from './open-stores';

const IDS = ['note-1', 'note-2'] as const;
const store = fc.nat(2);
const id = fc.constantFrom(...IDS);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('save' as const), at: store, id, isFresh: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('remove' as const), at: store, id, isFresh: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send' as const), at: store, to: store, id }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Runs one step. `isFresh` false is an editor that has seen nothing: its words may replace nobody's. */
async function take(stores: readonly PressmarkDatabase[], action: Step, body: string): Promise<void> {
  const db = stores[action.at]!;
  const record = await findAnnotation(db, action.id);
  if (action.do === 'send') {
    if (record !== null) await mergeRecords(stores[action.to]!, [record]);
    return;
  }
  const seen = action.isFresh ? (record?.ctx ?? {}) : {};
  if (action.do === 'remove') await removeAnnotation(db, { id: action.id, seen, author: 'ana' });
  else await saveAnnotation(db, { id: action.id, seen, fields: sampleFields(body), author: 'ana' });
}

it('three stores that write, delete and exchange in any order, some steps at once, end as one and lose nothing', async () => {
  const games = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  const property = fc.asyncProperty(games, async (played) => {
    const stores = await Promise.all([openStore(), openStore(), openStore()]);
    const blind = new Map<string, string>();
    for (const [round, steps] of played.entries()) {
      const bodies = steps.map((_, index) => `wording ${round}.${index}`);
      await Promise.all(steps.map((action, index) => take(stores, action, bodies[index]!)));
      const last = steps.length - 1;
      const action = steps[last]!;
      if (round === played.length - 1 && action.do === 'save') blind.set(action.id, bodies[last]!);
    }
    for (const one of IDS) {
      const replicas = await Promise.all(stores.map((db) => findAnnotation(db, one)));
      const present = replicas.filter((replica) => replica !== null);
      if (present.length === 0) continue;
      for (const db of stores) await mergeRecords(db, present);
      const ends = await Promise.all(stores.map((db) => findAnnotation(db, one)));
      const expected = present.reduce(joinRecords);
      for (const end of ends) expect(end).toEqual(expected);
      // The last word of all was seen by nobody who could have replaced it, but perhaps by a save of the same round.
      if (blind.has(one) && played.at(-1)!.length === 1) expect(wordings(expected)).toContain(blind.get(one));
    }
    const living = (await stores[0]!.annotations.toArray()).filter((row) => !isDeleted(row.record)).length;
    expect(await countOf(stores[0]!, sampleFields().article)).toBe(living);
    for (const db of stores) await db.delete();
  });
  await fc.assert(property, { seed: 20260101, numRuns: rounds(60, 150) });
}, 120_000);
