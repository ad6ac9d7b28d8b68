import { render } from 'preact';
import '../../assets/styles/page.css';
import { OptionsPage } from '../../components/app/options-page';
import type { WordListActions } from '../../components/app/word-list';
import { WordsContext } from '../../components/app/words';
import { mountHelp } from '../../components/keys/mount-help';
import { writeWordList } from '../../lib/exchange/word-list-file';
import type { Settings } from '../../lib/model/settings';
import { offerFile } from '../../lib/platform/files';
import { openCommandKeys } from '../../lib/platform/lifecycle';
import { askBackground } from '../../lib/platform/messages';
import { generator, setLanguage, word } from '../../lib/platform/words';
import { proofText } from '../../lib/privacy/proof-text';
import { allKeys } from '../../lib/surfaces/all-keys';
import { NOTHING_KNOWN, reportRequests, watchPrivacy } from '../../lib/surfaces/privacy-state';
import { NOTHING_READ, StorageState } from '../../lib/surfaces/storage-state';
import { watchWords } from '../../lib/surfaces/stored-notes';
import { STORED_WHOLE } from '../../lib/surfaces/stored-whole';
import { type WordListData, WordListState } from '../../lib/surfaces/word-list-state';

const language = setLanguage(document);
reportRequests('options', askBackground);
document.title = word('options_title');
let { settings } = await askBackground({ type: 'settings.read' });
const { commands } = await askBackground({ type: 'keys.read' });

let isSaved = false;
let taught: WordListData = { words: [], notice: null };
const words = new WordListState(askBackground, watchWords, (data) => {
  taught = data;
  show();
});
const wordActions: WordListActions = {
  remove: (id) => void words.remove(id),
  undo: () => void words.undo(),
  save: () =>
    offerFile('pressmark-word-list.json', 'application/json', [writeWordList(words.words, generator())]),
  read: (file) => void file.text().then((text) => words.read(text)),
};

let privacy = NOTHING_KNOWN;
const saveProof = () => {
  const { log, permissions } = privacy;
  if (log) offerFile('pressmark-privacy.txt', 'text/plain', [proofText(log, permissions, word, generator())]);
};

let storage = NOTHING_READ;
const stored = new StorageState(STORED_WHOLE, (data) => {
  storage = data;
  show();
});

async function change(part: Partial<Settings>): Promise<void> {
  ({ settings } = await askBackground({ type: 'settings.change', change: part }));
  isSaved = true;
  show();
}

function show(): void {
  render(
    <WordsContext.Provider value={word}>
      <OptionsPage
        settings={settings}
        commands={commands}
        onCommands={() => void openCommandKeys()}
        taught={taught}
        wordActions={wordActions}
        storage={storage}
        storageActions={stored}
        privacy={privacy}
        onSaveProof={saveProof}
        language={language}
        isSaved={isSaved}
        onChange={(part) => void change(part)}
      />
    </WordsContext.Provider>,
    document.getElementById('app') as HTMLElement,
  );
}

show();
mountHelp(document, word, { place: 'options', read: () => allKeys(askBackground) });
await watchPrivacy((data) => {
  privacy = data;
  show();
});
await stored.start();
// The popup leads here, to the notes or their backups.
if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
