import { describe, expect, it } from 'vitest';
import { writeWordList } from '../../../lib/exchange/word-list-file';
import { MessageError } from '../../../lib/messaging/client';
import type { StoredWord } from '../../../lib/model/word-list';
import { type WordListData, WordListState } from '../../../lib/surfaces/word-list-state';

const word = (n: number): StoredWord => ({
  id: `01890000-0000-7000-8000-00000000000${n}`,
  entry: { surface: `Name ${n}`, action: 'mute', scope: 'everywhere', author: '', created: '' },
});

/** A background that keeps words in memory and can fail. */
function open(first: readonly StoredWord[]) {
  let stored = [...first];
  let isBroken = false;
  let onWords: (words: readonly StoredWord[]) => void = () => {};
  let shown: WordListData = { words: [], notice: null };
  const ask = async (message: { type: string; ids?: readonly string[]; words?: readonly StoredWord[] }) => {
    if (isBroken) throw new MessageError('quota', 'full');
    if (message.type === 'words.forget') stored = stored.filter(({ id }) => !message.ids?.includes(id));
    else stored = [...stored, ...(message.words ?? [])];
    onWords(stored);
    return {};
  };
  const watch = (callback: typeof onWords) => {
    onWords = callback;
    callback(stored);
    return () => {};
  };
  const state = new WordListState(ask as never, watch, (data) => {
    shown = data;
  });
  return {
    state,
    shown: () => shown,
    names: () => shown.words.map(({ entry }) => entry.surface),
    breakIt: () => (isBroken = true),
  };
}

describe('the list of corrections', () => {
  it('shows the last taught first, removes one and gives it back', async () => {
    const { state, names, shown } = open([word(1), word(2)]);
    state.undo();
    expect(names()).toEqual(['Name 2', 'Name 1']);
    await state.remove(word(2).id);
    expect([names(), shown().notice]).toEqual([['Name 1'], { kind: 'removed' }]);
    await state.undo();
    expect([names(), shown().notice]).toEqual([['Name 2', 'Name 1'], null]);
  });

  it('joins a file, and adds nothing twice', async () => {
    const { state, names, shown } = open([word(1)]);
    const file = writeWordList([word(1), word(2)], 'test');
    await state.read(file);
    expect([names(), shown().notice]).toEqual([['Name 2', 'Name 1'], { kind: 'read', added: 1, skipped: 0 }]);
    await state.read(file);
    expect(shown().notice).toEqual({ kind: 'read', added: 0, skipped: 0 });
  });

  it('says what is wrong with a file and with the store', async () => {
    const { state, shown, breakIt } = open([word(1)]);
    await state.read('{}');
    expect(shown().notice).toEqual({ kind: 'refused', problem: 'other-json' });
    breakIt();
    await state.remove(word(1).id);
    expect(shown().notice).toEqual({ kind: 'failed', failure: 'quota' });
  });
});
