import { render } from 'preact';
import '../../assets/styles/library.css';
import '../../assets/styles/library-notes.css';
import { WordsContext } from '../../components/app/words';
import { mountHelp } from '../../components/keys/mount-help';
import { LibraryPage } from '../../components/library/library-page';
import { FORMATS } from '../../lib/exchange/formats';
import { offerBlob } from '../../lib/platform/files';
import { askBackground } from '../../lib/platform/messages';
import { generator, setLanguage, word } from '../../lib/platform/words';
import { allKeys } from '../../lib/surfaces/all-keys';
import { LibraryState } from '../../lib/surfaces/library-state';
import { reportRequests } from '../../lib/surfaces/privacy-state';
import { STORED_FOR_FINDER } from '../../lib/surfaces/stored-finder';
import { watchedFindings, watchKept } from '../../lib/surfaces/stored-findings';
import { watchHistory, watchTitled } from '../../lib/surfaces/stored-library';
import { handOverRecords, storedWithIds, watchEverything } from '../../lib/surfaces/stored-notes';

const language = setLanguage(document);
reportRequests('library', askBackground);
document.title = word('library_title');
const library: LibraryState = new LibraryState(
  {
    ask: askBackground,
    navigate: (hash) => location.assign(hash),
    finder: { ...STORED_FOR_FINDER, watchFound: watchTitled },
    watchHistory,
    watchKept,
    findings: watchedFindings(language),
    exchange: {
      generator: generator(),
      offer: offerBlob,
      watchEverything,
      storedWithIds,
      handOver: handOverRecords,
    },
  },
  show,
);

function show(): void {
  render(
    <WordsContext.Provider value={word}>
      <LibraryPage library={library} formats={FORMATS} language={language} />
    </WordsContext.Provider>,
    document.getElementById('app') as HTMLElement,
  );
}

window.addEventListener('hashchange', () => library.go(location.hash));
library.go(location.hash);
library.index.start();
mountHelp(document, word, { place: 'library', read: () => allKeys(askBackground) });
