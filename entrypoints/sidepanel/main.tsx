import { render } from 'preact';
import '../../assets/styles/panel.css';
import { WordsContext } from '../../components/app/words';
import { mountHelp } from '../../components/keys/mount-help';
import { Panel } from '../../components/panel/panel';
import type { FigureName, PanelActions, PanelView } from '../../components/panel/panel-model';
import { panelViewer } from '../../components/panel/panel-view';
import { writeFigure } from '../../components/panel/write-figure';
import { offerBlob, offerFile } from '../../lib/platform/files';
import { askBackground, overhearPages } from '../../lib/platform/messages';
import { pngOf } from '../../lib/platform/picture';
import { watchSettings } from '../../lib/platform/settings';
import { activeTab, requestAccess, watchTabs } from '../../lib/platform/tabs';
import { generator, setLanguage, word } from '../../lib/platform/words';
import { allKeys } from '../../lib/surfaces/all-keys';
import { PanelState } from '../../lib/surfaces/panel-state';
import { reportRequests } from '../../lib/surfaces/privacy-state';
import { watchArticleNotes } from '../../lib/surfaces/stored-notes';

reportRequests('panel', askBackground);
const viewOf = panelViewer({ word, language: setLanguage(document), generator: generator() });
// Tests open the panel in a tab of its own; it is then told which tab it is for.
const asked = Number(new URLSearchParams(location.search).get('tab'));
let view: PanelView | null = null;
let url: string | null = null;
const parts = {
  ask: askBackground,
  watchArticle: watchArticleNotes,
  activeTab: async () => asked || ((await activeTab())?.id ?? null),
};
const state: PanelState = new PanelState(parts, (data) => {
  view = viewOf(data);
  url = data.status?.url ?? null;
  render(
    <WordsContext.Provider value={word}>
      <Panel view={view} actions={actions} />
    </WordsContext.Provider>,
    document.getElementById('app') as HTMLElement,
  );
});

async function saveFigure(name: FigureName, as: 'svg' | 'png'): Promise<void> {
  if (!view?.article) return;
  const { svg, width, height, name: file } = writeFigure(name, view.article, word);
  if (as === 'svg') offerFile(`${file}.svg`, 'image/svg+xml', [svg]);
  else offerBlob(`${file}.png`, await pngOf(svg, width, height));
}

const actions: PanelActions = {
  setSiteRule: (rule) => void state.setSiteRule(view?.page?.host ?? '', rule),
  read: () => void state.read(),
  grant: () =>
    void requestAccess(url ?? '').then((granted) => {
      if (granted) void state.read();
    }),
  notePage: () => void state.notePage(),
  show: (passage) => void state.showPassage(passage),
  saveFigure: (name, as) => void saveFigure(name, as),
  open: (id) => void state.showNote(id),
  edit: (id) => state.withRecord(id, (record) => void state.changes.edit(record)),
  write: (body, tags) => state.changes.write(body, tags),
  save: () => void state.changes.saveEdited(),
  cancel: () => state.changes.cancel(),
  remove: (id) => state.withRecord(id, (record) => void state.changes.remove(record)),
  settle: (id, version) => void state.settle(id, version),
  undo: () => void state.changes.move('undo'),
};
watchTabs(() => state.noticeTab());
overhearPages((tabId) => state.noticePage(tabId));
watchSettings(() => void state.readSettings());
void state.start();
mountHelp(document, word, { place: 'panel', read: () => allKeys(askBackground) });
