import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { MessageError } from '../../../lib/messaging/client';
import { handOver } from '../../../lib/store/hand-over';
import { annotationsWithIds, importAll, readAll } from '../../../lib/store/import-all';
import { type ImportData, ImportState } from '../../../lib/surfaces/import-state';
import { pressmarkFile, storedNote } from '../../support/many-records';
import { memoryFolder } from '../store/memory-folder';
import { openStore } from '../store/open-stores';
import { storeAsker } from './store-asker';

async function importing() {
  const db = await openStore();
  const seen: ImportData[] = [];
  const folder = memoryFolder();
  const { ask, asked } = storeAsker(db, folder);
  const state: ImportState = new ImportState(
    ask,
    (ids) => annotationsWithIds(db, ids),
    (records) => handOver(folder, records),
    () => seen.push(state.data),
  );
  return { db, state, seen, asked, folder, steps: () => [...new Set(seen.map(({ step }) => step))] };
}

const fileOf = async (count: number) =>
  pressmarkFile(await Promise.all(Array.from({ length: count }, (_, n) => storedNote(n + 1))));

describe('importing a file', () => {
  it('shows what the file would do, writes nothing before the reader agrees, then writes all of it', async () => {
    const { db, state } = await importing();
    const text = await fileOf(3);
    await state.read('team.jsonld', async () => text);
    expect(state.data).toMatchObject({ step: 'planned', file: 'team.jsonld', skipped: 0 });
    expect((await readAll(db)).annotations).toHaveLength(0);
    await state.apply();
    expect(state.data).toMatchObject({ step: 'done', summary: { added: 3, refused: 0 } });
    expect((await readAll(db)).annotations).toHaveLength(3);
  });

  it('hands a large file over beside the messages, which have a limit, and leaves nothing behind', async () => {
    const { db, state, asked, folder } = await importing();
    const text = await fileOf(301);
    await state.read('large.jsonld', async () => text);
    await state.apply();
    expect(state.data).toMatchObject({ step: 'done', summary: { added: 301, refused: 0 } });
    expect((await readAll(db)).annotations).toHaveLength(301);
    expect(asked).toEqual(['notes.mergeFile']);
    expect(await folder.names()).toEqual([]);
  });

  it('tells the new from the same and from what two people changed', async () => {
    const { db, state } = await importing();
    const [one, two] = [await storedNote(1), await storedNote(2)];
    await importAll(db, { annotations: [one, two], articles: [] });
    const theirs = await storedNote(2, { body: 'other words' }, 'device-b');
    const text = pressmarkFile([one, theirs, await storedNote(3)]);
    await state.read('team.jsonld', async () => text);
    expect(state.data).toMatchObject({
      plan: { counts: { new: 1, same: 1, changed: 0, conflicting: 1 } },
    });
  });

  it('counts what has been read, up to all of it', async () => {
    const { state, seen } = await importing();
    const text = await fileOf(450);
    await state.read('many.jsonld', async () => text);
    const progress = seen.flatMap((data) => (data.step === 'reading' ? [[data.done, data.total]] : []));
    expect(progress).toEqual([
      [0, 0],
      [200, 450],
      [400, 450],
      [450, 450],
    ]);
  });

  it('names what is wrong with a file, and offers nothing to apply', async () => {
    const { db, state } = await importing();
    const text = await fileOf(2);
    for (const [content, problem] of [
      ['just words', 'not-json'],
      ['{"dependencies": {}}', 'other-json'],
      [text.slice(0, text.length / 2), 'cut-off'],
      ['', 'empty'],
    ] as const) {
      await state.read('bad.json', async () => content);
      expect(state.data).toEqual({ step: 'refused', file: 'bad.json', problem });
      await state.apply();
      expect(state.data.step).toBe('refused');
    }
    expect((await readAll(db)).annotations).toHaveLength(0);
  });

  it('looks into the store where the background was stopped after it wrote, before it answered', async () => {
    for (const isWritten of [true, false]) {
      const { db } = await importing();
      const folder = memoryFolder();
      const { ask } = storeAsker(db, folder);
      const state: ImportState = new ImportState(
        async (message) => {
          if (isWritten) await ask(message);
          throw new MessageError('refused', 'nothing was handed over');
        },
        (ids) => annotationsWithIds(db, ids),
        (records) => handOver(folder, records),
        () => {},
      );
      const text = await fileOf(301);
      await state.read('large.jsonld', async () => text);
      await state.apply();
      expect(state.data).toMatchObject(
        isWritten
          ? { step: 'done', summary: { added: 301, changed: 0 } }
          : { step: 'failed', problem: 'nothing was handed over' },
      );
      expect((await readAll(db)).annotations).toHaveLength(isWritten ? 301 : 0);
    }
  });

  it('drops a reading that was cancelled or overtaken by another file', async () => {
    const { state } = await importing();
    let open: (text: string) => void = () => {};
    const slow = state.read('slow.jsonld', () => new Promise<string>((resolve) => (open = resolve)));
    const text = await fileOf(1);
    await state.read('quick.jsonld', async () => text);
    open(text);
    await slow;
    expect(state.data).toMatchObject({ step: 'planned', file: 'quick.jsonld' });
    state.cancel();
    expect(state.data).toEqual({ step: 'idle' });
  });

  it('says why where the file cannot be opened or the store refuses', async () => {
    const { state } = await importing();
    await state.read('gone.jsonld', () => Promise.reject(new Error('the file is gone')));
    expect(state.data).toEqual({ step: 'failed', problem: 'the file is gone' });

    const refusing: ImportState = new ImportState(
      () => Promise.reject(new MessageError('quota', 'no space left')),
      async () => new Map(),
      async () => '',
      () => {},
    );
    const text = await fileOf(1);
    await refusing.read('team.jsonld', async () => text);
    await refusing.apply();
    expect(refusing.data).toEqual({ step: 'failed', problem: 'no space left' });
  });
});
