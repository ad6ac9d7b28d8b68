import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLd } from '../../../lib/exchange/json-ld';
import { type ImportPlan, planImport } from '../../../lib/exchange/plan-import';
import { readExchangeFile } from '../../../lib/exchange/read-file';
import type { AnnotationRecord } from '../../../lib/model/annotation';
import { currentVersion, isConflicted } from '../../../lib/team/conflicts';
import { sha256 } from '../../../lib/team/version-hash';
import { removeVersion, writeVersion } from '../../../lib/team/write-version';
import { exportOf, idOf, NOW, noteFields, writeNote } from './sample-set';

type Store = ReadonlyMap<string, AnnotationRecord>;

const stampOf = (device: string) => ({ device, hlc: '2026-03-01T10:00:00.000Z-0000', author: device });

function storeOf(...records: AnnotationRecord[]): Store {
  return new Map(records.map((record) => [record.id, record]));
}

/** One person's file, imported by another: the plan, and the store afterwards. */
async function importInto(mine: Store, theirs: Store): Promise<{ plan: ImportPlan; store: Store }> {
  const text = [...jsonLd.write(await exportOf([...theirs.values()]))].join('');
  const result = await readExchangeFile(text, NOW, 'foreign');
  if (!result.ok) throw new Error(result.problem);
  const plan = planImport(mine, result.annotations);
  return { plan, store: new Map([...mine, ...plan.entries.map(({ id, record }) => [id, record] as const)]) };
}

const sorted = (store: Store) => [...store.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('importing is merging', () => {
  it('says of every note whether it is new, the same, changed or conflicting', async () => {
    const [first, second, third] = await Promise.all([writeNote(1), writeNote(2), writeNote(3)]);
    const edited = await writeNote(2, { body: 'Later' }, second, 'phone', 1);
    const mine = await writeNote(3, { body: 'Mine' }, third, 'laptop', 1);
    const yours = await writeNote(3, { body: 'Yours' }, third, 'phone', 2);
    const fourth = await writeNote(4);
    const { plan } = await importInto(storeOf(first, second, mine), storeOf(first, edited, yours, fourth));
    expect(plan.entries.map(({ id, outcome }) => [id, outcome])).toEqual([
      [idOf(1), 'same'],
      [idOf(2), 'changed'],
      [idOf(3), 'conflicting'],
      [idOf(4), 'new'],
    ]);
    expect(plan.counts).toEqual({ new: 1, same: 1, changed: 1, conflicting: 1 });
  });

  it('keeps both wordings when two people edited the same note', async () => {
    const first = await writeNote(1);
    const mine = storeOf(await writeNote(1, { body: 'Mine' }, first, 'laptop', 1));
    const yours = storeOf(await writeNote(1, { body: 'Yours' }, first, 'phone', 2));
    const { store } = await importInto(mine, yours);
    expect(store.get(idOf(1))?.versions.map((version) => version.body)).toEqual(['Mine', 'Yours']);
  });

  it('keeps an edit against a deletion, whichever of the two is imported, and says so', async () => {
    const first = await writeNote(1);
    const edited = storeOf(await writeNote(1, { body: 'Still needed' }, first, 'phone', 1));
    const deleted = storeOf(await removeVersion(first, first.ctx, NOW, stampOf('laptop'), sha256));
    for (const [mine, theirs] of [
      [edited, deleted],
      [deleted, edited],
    ] as const) {
      const { plan, store } = await importInto(mine, theirs);
      expect(plan.entries[0]?.outcome).toBe('conflicting');
      expect(currentVersion(store.get(idOf(1))!)?.body).toBe('Still needed');
    }
  });

  it('takes over a deletion of what the deleter had seen', async () => {
    const first = await writeNote(1);
    const deleted = await removeVersion(first, first.ctx, NOW, stampOf('phone'), sha256);
    const { plan, store } = await importInto(storeOf(first), storeOf(deleted));
    expect(plan.counts).toEqual({ new: 0, same: 0, changed: 1, conflicting: 0 });
    expect(store.get(idOf(1))?.versions.every((version) => version.deleted)).toBe(true);
  });

  it('does nothing the second time', async () => {
    const first = await writeNote(1);
    const mine = storeOf(await writeNote(1, { body: 'Mine' }, first, 'laptop', 1));
    const yours = storeOf(await writeNote(1, { body: 'Yours' }, first, 'phone', 2), await writeNote(2));
    const { store } = await importInto(mine, yours);
    expect((await importInto(store, yours)).plan.counts).toEqual({
      new: 0,
      same: 2,
      changed: 0,
      conflicting: 0,
    });
  });

  it('does not import a wording that was settled back into a conflict', async () => {
    const first = await writeNote(1);
    const yours = storeOf(await writeNote(1, { body: 'Yours' }, first, 'phone', 2));
    const mine = storeOf(await writeNote(1, { body: 'Mine' }, first, 'laptop', 1));
    const { store } = await importInto(mine, yours);
    const settled = await writeNote(1, { body: 'Both' }, store.get(idOf(1))!, 'laptop', 3);
    expect(isConflicted(settled)).toBe(false);
    expect((await importInto(storeOf(settled), yours)).plan.counts.same).toBe(1);
  });

  it('joins the two copies of a note that one file brings', async () => {
    const first = await writeNote(1);
    const mine = await writeNote(1, { body: 'Mine' }, first, 'laptop', 1);
    const yours = await writeNote(1, { body: 'Yours' }, first, 'phone', 2);
    const plan = planImport(new Map(), [mine, yours]);
    expect(plan.entries).toHaveLength(1);
    expect(plan.entries[0]?.record.versions).toHaveLength(2);
  });

  it('brings two people who import each other’s file to the same state', async () => {
    const edit = fc.record({
      note: fc.nat(3),
      body: fc.string({ unit: 'grapheme', maxLength: 30 }),
      isRemoval: fc.boolean(),
    });
    const sides = fc.tuple(fc.array(edit, { maxLength: 6 }), fc.array(edit, { maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(sides, async ([left, right]) => {
        const shared = storeOf(...(await Promise.all([0, 1].map((n) => writeNote(n)))));
        const mine = await edited(shared, left, 'laptop');
        const yours = await edited(shared, right, 'phone');
        const [here, there] = await Promise.all([importInto(mine, yours), importInto(yours, mine)]);
        expect(sorted(here.store)).toEqual(sorted(there.store));
        for (const record of [...mine.values(), ...yours.values()]) {
          const [after] = [here.store.get(record.id)!];
          // Whatever neither had seen of the other is still there.
          for (const version of record.versions) {
            const other = (mine.get(record.id) === record ? yours : mine).get(record.id);
            const isKnown = (other?.ctx[version.device] ?? 0) >= version.n;
            if (!isKnown) expect(after.versions).toContainEqual(version);
          }
        }
      }),
      { seed: 20260101, numRuns: 300 },
    );
  });
});

async function edited(
  store: Store,
  edits: readonly { readonly note: number; readonly body: string; readonly isRemoval: boolean }[],
  device: string,
): Promise<Store> {
  const after = new Map(store);
  for (const { note, body, isRemoval } of edits) {
    const id = idOf(note);
    const record = after.get(id) ?? null;
    const stamp = stampOf(device);
    if (!isRemoval)
      after.set(id, await writeVersion(record, id, record?.ctx ?? {}, noteFields({ body }), stamp, sha256));
    else if (record !== null) after.set(id, await removeVersion(record, record.ctx, NOW, stamp, sha256));
  }
  return after;
}
