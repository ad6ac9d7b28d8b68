import { render } from 'preact';
import '../../assets/styles/popup.css';
import { Popup } from '../../components/app/popup';
import type { PopupActions } from '../../components/app/popup-model';
import { popupView } from '../../components/app/popup-view';
import { WordsContext } from '../../components/app/words';
import { mountHelp } from '../../components/keys/mount-help';
import type { AnnotationRecord } from '../../lib/model/annotation';
import { askBackground } from '../../lib/platform/messages';
import { openOptions, openOwnPage } from '../../lib/platform/own-pages';
import { openSidePanel } from '../../lib/platform/side-panel';
import { activeTab, requestAccess } from '../../lib/platform/tabs';
import { setLanguage, word } from '../../lib/platform/words';
import { allKeys } from '../../lib/surfaces/all-keys';
import { type PopupData, PopupState } from '../../lib/surfaces/popup-state';
import { reportRequests } from '../../lib/surfaces/privacy-state';
import { STORED_FOR_FINDER } from '../../lib/surfaces/stored-finder';
import { unfinishedNote, watchArticleNotes, watchChanges } from '../../lib/surfaces/stored-notes';
import { watchedStore } from '../../lib/surfaces/stored-whole';

const language = setLanguage(document);
reportRequests('popup', askBackground);
// Tests and the keyboard may open the popup in a tab of its own; it is then told which tab it is for.
const asked = Number(new URLSearchParams(location.search).get('tab'));
const tabId = asked || ((await activeTab())?.id ?? null);
let data: PopupData | null = null;
const parts = {
  ask: askBackground,
  finder: STORED_FOR_FINDER,
  watchArticle: watchArticleNotes,
  watchChanges,
  readWatch: watchedStore,
  unfinished: unfinishedNote,
};
const state: PopupState = new PopupState(tabId, parts, (next) => {
  data = next;
  if (next.finder.notes.length > 0) performance.mark('notes-shown');
  render(
    <WordsContext.Provider value={word}>
      <Popup view={popupView(next, word, language)} actions={actions} finder={state.finder} />
    </WordsContext.Provider>,
    document.getElementById('app') as HTMLElement,
  );
});
const withRecord = (id: string, act: (record: AnnotationRecord) => void) => {
  const record = state.recordOf(id);
  if (record) act(record);
};
const host = () => (data?.status?.url ? new URL(data.status.url).hostname : '');

const actions: PopupActions = {
  setMarks: (marksOn) => void state.change({ marksOn }),
  setDensity: (density) => void state.change({ density }),
  setClaimsFrom: (claimsFrom) => void state.change({ claimsFrom }),
  toggleSaysView: () => void state.toggleSaysView(),
  readByKeys: () => void state.toggleKeys().then(() => window.close()),
  setSiteRule: (rule) => void state.setSiteRule(host(), rule),
  read: () => void state.read(),
  grant: () =>
    void requestAccess(data?.status?.url ?? '').then((granted) => {
      if (granted) void state.read();
    }),
  correctArticle: (correction) => void state.correctArticle(correction),
  notePage: () => void state.notePage().then(() => window.close()),
  open: (id) => void state.openNote(id).then(() => window.close()),
  edit: (id) => withRecord(id, (record) => void state.changes.edit(record)),
  write: (body, tags) => state.changes.write(body, tags),
  save: () => void state.changes.saveEdited(),
  cancel: () => state.changes.cancel(),
  remove: (id) => withRecord(id, (record) => void state.changes.remove(record)),
  settle: (id, version) => void state.settle(id, version),
  undo: () => void state.changes.move('undo'),
  redo: () => void state.changes.move('redo'),
  openPanel: () => {
    if (tabId !== null) void openSidePanel(tabId).then(() => window.close());
  },
  openStorage: () => void openOptions('#storage').then(() => window.close()),
  openLibrary: () => void openOwnPage('library').then(() => window.close()),
  openOptions: () => void openOptions().then(() => window.close()),
};
mountHelp(document, word, { place: 'popup', read: () => allKeys(askBackground) });
void state.start();
