import { render } from 'preact';
import '../../assets/styles/popup.css';
import { Popup } from '../../components/app/popup';
import { popupView } from '../../components/app/popup-view';
import { WordsContext } from '../../components/app/words';
import { mountHelp } from '../../components/keys/mount-help';
import { askBackground } from '../../lib/platform/messages';
import { isInPrivateWindow } from '../../lib/platform/private-windows';
import { readSettings } from '../../lib/platform/settings';
import { readStoreWatch } from '../../lib/platform/store-watch';
import { activeTab, tabById } from '../../lib/platform/tabs';
import { setLanguage, word } from '../../lib/platform/words';
import { keyOfPage } from '../../lib/service/page-key';
import { pageStatus } from '../../lib/service/page-status';
import { allKeys } from '../../lib/surfaces/all-keys';
import type { PopupData } from '../../lib/surfaces/popup-data';
import { PopupState } from '../../lib/surfaces/popup-state';
import { reportRequests } from '../../lib/surfaces/privacy-state';
import { STORED_FOR_FINDER } from '../../lib/surfaces/stored-finder';
import { watchArticleNotes, watchChanges } from '../../lib/surfaces/stored-notes';
import { watchedStore } from '../../lib/surfaces/stored-whole';
import { tabStatus } from '../../lib/surfaces/tab-status';
import { unfinishedNote } from '../../lib/surfaces/unfinished-note';
import { popupActions } from './popup-actions';

const language = setLanguage(document);
reportRequests('popup', askBackground);
// Tests and the keyboard may open the popup in a tab of its own; it is then told which tab it is for.
const asked = Number(new URLSearchParams(location.search).get('tab'));
let data: PopupData | null = null;
const parts = {
  activeTab: async () => asked || ((await activeTab())?.id ?? null),
  ask: askBackground,
  status: tabStatus(askBackground, pageStatus, isInPrivateWindow),
  articleKey: async (tabId: number) => keyOfPage((await tabById(tabId))?.url ?? ''),
  settings: readSettings,
  finder: STORED_FOR_FINDER,
  watchArticle: watchArticleNotes,
  watchChanges,
  knownWatch: readStoreWatch,
  readWatch: watchedStore,
  unfinished: unfinishedNote,
};
const state: PopupState = new PopupState(parts, (next) => {
  data = next;
  render(
    <WordsContext.Provider value={word}>
      <Popup view={popupView(next, word, language)} actions={actions} finder={state.finder} />
    </WordsContext.Provider>,
    document.getElementById('app') as HTMLElement,
  );
  if (next.finder.notes.length > 0) performance.mark('notes-shown');
});
const actions = popupActions(state, () => data?.status?.url ?? null);
mountHelp(document, word, { place: 'popup', read: () => allKeys(askBackground) });
void state.start();
