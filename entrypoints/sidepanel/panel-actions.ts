import type { FigureName, PanelActions, PanelView } from '../../components/panel/panel-model';
import { writeFigure } from '../../components/panel/write-figure';
import { offerBlob, offerFile } from '../../lib/platform/files';
import { pngOf } from '../../lib/platform/picture';
import { requestAccess } from '../../lib/platform/tabs';
import { word } from '../../lib/platform/words';
import type { PanelState } from '../../lib/surfaces/panel-state';

/** What stands in the panel at the moment. */
interface Shown {
  readonly view: PanelView | null;
  readonly url: string | null;
}

/** Joins the buttons of the panel to its state and to the browser. */
export function panelActions(state: PanelState, shown: () => Shown): PanelActions {
  return {
    setMarks: (marksOn) => void state.change({ marksOn }),
    setDensity: (density) => void state.change({ density }),
    setClaimsFrom: (claimsFrom) => void state.change({ claimsFrom }),
    setSiteRule: (rule) => void state.setSiteRule(shown().view?.page?.host ?? '', rule),
    setAdder: (isShown) => void state.setAdder(shown().view?.page?.host ?? '', isShown),
    read: () => void state.read(),
    tryAgain: () => void state.tryAgain(),
    tryStoreAgain: () => state.tryStoreAgain(),
    grant: () =>
      void requestAccess(shown().url ?? '').then((granted) => {
        if (granted) void state.read();
      }),
    keep: () => void state.keep(),
    notePage: () => void state.notePage(),
    show: (passage) => void state.showPassage(passage),
    saveFigure: (name, as) => void saveFigure(shown().view, name, as),
    open: (id) => void state.showNote(id),
    edit: (id) => state.withRecord(id, (record) => void state.changes.edit(record)),
    write: (body, tags) => state.changes.write(body, tags),
    save: () => void state.changes.saveEdited(),
    cancel: () => state.changes.cancel(),
    remove: (id) => state.withRecord(id, (record) => void state.changes.remove(record)),
    settle: (id, version) => void state.settle(id, version),
    undo: () => void state.changes.move('undo'),
  };
}

async function saveFigure(view: PanelView | null, name: FigureName, as: 'svg' | 'png'): Promise<void> {
  if (!view?.article) return;
  const { svg, width, height, name: file } = writeFigure(name, view.article, word);
  if (as === 'svg') offerFile(`${file}.svg`, 'image/svg+xml', [svg]);
  else offerBlob(`${file}.png`, await pngOf(svg, width, height));
}
