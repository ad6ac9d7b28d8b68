import { render } from 'preact';
import '../../assets/styles/panel.css';
import { WordsContext } from '../../components/app/words';
import { mountHelp } from '../../components/keys/mount-help';
import { Panel } from '../../components/panel/panel';
import type { PanelView } from '../../components/panel/panel-model';
import { panelViewer } from '../../components/panel/panel-view';
import { askBackground, overhearPages } from '../../lib/platform/messages';
import { watchSettings } from '../../lib/platform/settings';
import { activeTab, watchTabs } from '../../lib/platform/tabs';
import { generator, setLanguage, word } from '../../lib/platform/words';
import { allKeys } from '../../lib/surfaces/all-keys';
import { PanelState } from '../../lib/surfaces/panel-state';
import { reportRequests } from '../../lib/surfaces/privacy-state';
import { watchArticleNotes } from '../../lib/surfaces/stored-notes';
import { panelActions } from './panel-actions';

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

const actions = panelActions(state, () => ({ view, url }));
watchTabs(() => state.noticeTab());
overhearPages((tabId) => state.noticePage(tabId));
watchSettings(() => void state.readSettings());
void state.start();
mountHelp(document, word, { place: 'panel', read: () => allKeys(askBackground) });
