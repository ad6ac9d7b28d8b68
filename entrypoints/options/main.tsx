import { render } from 'preact';
import '../../assets/styles/page.css';
import { OptionsPage } from '../../components/app/options-page';
import { WordsContext } from '../../components/app/words';
import { mountHelp } from '../../components/keys/mount-help';
import type { FailureCode } from '../../lib/messaging/protocol';
import { commandKeys, openCommandKeys } from '../../lib/platform/lifecycle';
import { askBackground } from '../../lib/platform/messages';
import { readSettings } from '../../lib/platform/settings';
import { setLanguage, word } from '../../lib/platform/words';
import { allKeys } from '../../lib/surfaces/all-keys';
import { changeSettings } from '../../lib/surfaces/change-settings';
import { NOTHING_KNOWN, reportRequests, watchPrivacy } from '../../lib/surfaces/privacy-state';
import { NOTHING_READ, StorageState } from '../../lib/surfaces/storage-state';
import { watchWords } from '../../lib/surfaces/stored-notes';
import { STORED_WHOLE } from '../../lib/surfaces/stored-whole';
import { type WordListData, WordListState } from '../../lib/surfaces/word-list-state';
import { offerProof, wordListActions } from './options-files';

const language = setLanguage(document);
reportRequests('options', askBackground);
document.title = word('options_title');
// Read here: the background may have thousands of notes to index or to back up, and would let the page wait.
const [settings, commands] = await Promise.all([readSettings(), commandKeys()]);
let shown = {
  settings,
  taught: { words: [], notice: null } as WordListData,
  privacy: NOTHING_KNOWN,
  storage: NOTHING_READ,
  timesSaved: 0,
  failure: null as FailureCode | null,
};

function show(part: Partial<typeof shown> = {}): void {
  shown = { ...shown, ...part };
  render(
    <WordsContext.Provider value={word}>
      <OptionsPage
        {...shown}
        commands={commands}
        onCommands={() => void openCommandKeys()}
        wordActions={wordListActions(words)}
        storageActions={stored}
        onSaveProof={() => offerProof(shown.privacy)}
        language={language}
        onChange={async (change) => {
          const changed = await changeSettings(askBackground, change);
          show({ ...changed, timesSaved: shown.timesSaved + 1 });
        }}
      />
    </WordsContext.Provider>,
    document.getElementById('app') as HTMLElement,
  );
}

const words = new WordListState(askBackground, watchWords, (taught) => show({ taught }));
// Not called `storage`: the build tool takes a bare name of its own library for an import of it.
const stored = new StorageState(STORED_WHOLE, (data) => show({ storage: data }));
show();
mountHelp(document, word, { place: 'options', read: () => allKeys(askBackground) });
await watchPrivacy((privacy) => show({ privacy }));
await stored.start();
// The popup leads here, to the notes or their backups.
if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
