import type { PopupActions } from '../../components/app/popup-model';
import type { AnnotationRecord } from '../../lib/model/annotation';
import { openOptions, openOwnPage } from '../../lib/platform/own-pages';
import { openSidePanel } from '../../lib/platform/side-panel';
import { requestAccess } from '../../lib/platform/tabs';
import type { PopupState } from '../../lib/surfaces/popup-state';

/** Joins the buttons of the popup to its state and to the browser. `url`: the address in front, null until it is known. */
export function popupActions(state: PopupState, url: () => string | null): PopupActions {
  const withRecord = (id: string, act: (record: AnnotationRecord) => void) => {
    const record = state.recordOf(id);
    if (record) act(record);
  };
  const host = () => new URL(url() ?? 'about:blank').hostname;
  const close = () => window.close();
  return {
    setMarks: (marksOn) => void state.change({ marksOn }),
    setDensity: (density) => void state.change({ density }),
    setClaimsFrom: (claimsFrom) => void state.change({ claimsFrom }),
    toggleSaysView: () => void state.toggleSaysView(),
    readByKeys: () => void state.toggleKeys().then(close),
    setSiteRule: (rule) => void state.setSiteRule(host(), rule),
    setAdder: (isShown) => void state.setAdder(host(), isShown),
    read: () => void state.read(),
    tryAgain: () => void state.tryAgain(),
    tryStoreAgain: () => void state.tryStoreAgain(),
    grant: () =>
      void requestAccess(url() ?? '').then((granted) => {
        if (granted) void state.read();
      }),
    keep: () => void state.keep(),
    correctArticle: (correction) => void state.correctArticle(correction),
    notePage: () => void state.notePage().then(close),
    open: (id) => void state.openNote(id).then(close),
    edit: (id) => withRecord(id, (record) => void state.changes.edit(record)),
    write: (body, tags) => state.changes.write(body, tags),
    save: () => void state.changes.saveEdited(),
    cancel: () => state.changes.cancel(),
    remove: (id) => withRecord(id, (record) => void state.changes.remove(record)),
    settle: (id, version) => void state.settle(id, version),
    undo: () => void state.changes.move('undo'),
    redo: () => void state.changes.move('redo'),
    openPanel: () => {
      if (state.tabId !== null) void openSidePanel(state.tabId).then(close);
    },
    openStorage: () => void openOptions('#storage').then(close),
    openLibrary: () => void openOwnPage('library').then(close),
    openOptions: () => void openOptions().then(close),
  };
}
