import { describe, expect, it } from 'vitest';
import { writeWordList } from '../../../lib/exchange/word-list-file';
import { MessageError } from '../../../lib/messaging/client';
import type { StoredWord } from '../../../lib/model/word-list';
import { type WordListData, WordListState } from '../../../lib/surfaces/word-list-state';

const word = (n: number): StoredWord => ({
  id: `01890000-0000-7000-8000-00000000000${n}`,
  entry: { surface: `Name ${n}`, action: 'mute', scope: 'everywhere', author: '', created: '' },
});

const fileOf = (text: string) => new Blob([text]);

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

  it('joins a file, adds nothing twice, and takes out again what a file added', async () => {
    const { state, names, shown } = open([word(1)]);
    const file = fileOf(writeWordList([word(1), word(2)], 'test'));
    await state.read(file);
    const read = { kind: 'read', skipped: 0 };
    expect([names(), shown().notice]).toEqual([['Name 2', 'Name 1'], { ...read, added: 1, known: 1 }]);
    await state.read(file);
    expect(shown().notice).toEqual({ ...read, added: 0, known: 2 });
    await state.undo();
    expect([names(), shown().notice]).toEqual([['Name 1'], null]);
    await state.undo();
    expect(names(), 'once undone, there is nothing left to undo').toEqual(['Name 1']);
  });

  it('knows a correction again that somebody else made, and one that stands twice in a file', async () => {
    const { state, names, shown } = open([word(1)]);
    const theirs = { id: word(5).id, entry: { ...word(1).entry, author: 'Ada', created: '2026-01-01' } };
    await state.read(fileOf(writeWordList([theirs, word(2), word(2)], 'test')));
    expect([names(), shown().notice]).toEqual([
      ['Name 2', 'Name 1'],
      { kind: 'read', added: 1, known: 2, skipped: 0 },
    ]);
  });

  it('knows at once what it has just added, where the live list follows late', async () => {
    let shown: WordListData = { words: [], notice: null };
    const state = new WordListState(
      (async () => ({})) as never,
      () => () => {},
      (data) => {
        shown = data;
      },
    );
    const file = fileOf(writeWordList([word(1), word(2)], 'test'));
    await state.read(file);
    expect(shown.words).toHaveLength(2);
    await state.read(file);
    expect(shown.notice).toEqual({ kind: 'read', added: 0, known: 2, skipped: 0 });
    await state.remove(word(1).id);
    expect(shown.words.map(({ entry }) => entry.surface)).toEqual(['Name 2']);
  });

  it('adds ten thousand corrections of a file and leaves out what is none', async () => {
    const { state, shown } = open([]);
    const many = Array.from({ length: 10_000 }, (_, at): StoredWord => {
      const { entry } = word(1);
      return {
        id: `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`,
        entry: { ...entry, surface: `N${at}` },
      };
    });
    const broken = { id: 'x', entry: { surface: '' } } as never;
    const reading = state.read(fileOf(writeWordList([...many, broken], 'test')));
    expect(shown().notice).toEqual({ kind: 'reading' });
    await reading;
    expect(shown().words).toHaveLength(10_000);
    expect(shown().notice).toEqual({ kind: 'read', added: 10_000, known: 0, skipped: 1 });
  });

  it('says what is wrong with a file and with the store', async () => {
    const { state, shown, breakIt } = open([word(1)]);
    const cases = [
      ['{}', 'other-json'],
      ['', 'empty'],
      [writeWordList([], 'test'), 'empty'],
      ['<html>', 'not-json'],
    ] as const;
    for (const [text, problem] of cases) {
      await state.read(fileOf(text));
      expect(shown().notice).toEqual({ kind: 'refused', problem });
    }
    await state.read({ text: () => Promise.reject(new Error('gone')) });
    expect(shown().notice).toEqual({ kind: 'refused', problem: 'unreadable' });
    breakIt();
    await state.remove(word(1).id);
    expect(shown().notice).toEqual({ kind: 'failed', failure: 'quota' });
  });
});
