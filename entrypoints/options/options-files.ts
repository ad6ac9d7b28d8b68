import type { WordListActions } from '../../components/app/word-list';
import { writeWordList } from '../../lib/exchange/word-list-file';
import { offerFile } from '../../lib/platform/files';
import { generator, word } from '../../lib/platform/words';
import { proofText } from '../../lib/privacy/proof-text';
import type { PrivacyData } from '../../lib/surfaces/privacy-state';
import type { WordListState } from '../../lib/surfaces/word-list-state';

/** Joins the buttons of what was taught to its state, and to files. */
export function wordListActions(words: WordListState): WordListActions {
  return {
    remove: (id) => void words.remove(id),
    undo: () => void words.undo(),
    save: () =>
      offerFile('pressmark-word-list.json', 'application/json', [writeWordList(words.words, generator())]),
    read: (file) => void words.read(file),
  };
}

/** Offers the proof of privacy as a text, once it is known. */
export function offerProof({ log, permissions }: PrivacyData): void {
  if (log) offerFile('pressmark-privacy.txt', 'text/plain', [proofText(log, permissions, word, generator())]);
}
