import type { PageReport, PlacedNote } from '../../lib/messaging/protocol';
import type { QuoteSelector } from '../../lib/model/annotation';
import type { Settings } from '../../lib/model/settings';
import type { PanelData } from '../../lib/surfaces/panel-state';
import type { StoredItem } from '../../lib/surfaces/stored-items';
import { pageState } from '../app/page-state';
import { failureKey, isLost, problemOf, storeProblemOf } from '../app/popup-view';
import { noteItem } from '../notes/note-item';
import { articleView } from './article-view';
import type { FigureMaker } from './figure-words';
import type { ArticleView, PanelNote, PanelView } from './panel-model';

/**
 * Turns what the panel knows into what it shows. What was found in the article is looked at once for each report: while
 * a note is typed, it stays.
 */
export function panelViewer(maker: FigureMaker): (data: PanelData) => PanelView {
  const articleOf = rememberLast((report: PageReport, density: Settings['density'], from: number | null) =>
    articleView(report, { density, claimsFrom: from }, maker),
  );
  return (data) => {
    const { status, settings, changes } = data;
    const report = status?.report ?? null;
    const page = status && pageState(status, settings, maker.language);
    const { editing } = changes;
    const problem = editing?.failure ? { problem: maker.word(failureKey(editing.failure)) } : {};
    return {
      page,
      siteRule: (page?.host && settings.sites[page.host]) || 'automatic',
      hasAdder: !settings.adderOff.includes(page?.host ?? ''),
      marksOn: settings.marksOn,
      density: settings.density,
      claimsFrom: settings.claimsFrom,
      article: report && articleOf(report, settings.density, settings.claimsFrom),
      notes: panelNotes(data.here, report?.notes ?? [], maker),
      editing: editing && { ...editing, status: { step: editing.step, ...problem } },
      toast: data.notice,
      pageProblem: problemOf(data, maker.word),
      storeProblem: storeProblemOf(data, maker.word),
      canStorePass: data.canStorePass,
    };
  };
}

type Look = (report: PageReport, density: Settings['density'], from: number | null) => ArticleView | null;

function rememberLast(look: Look): Look {
  let last: { readonly asked: Parameters<Look>; readonly view: ArticleView | null } | null = null;
  return (...asked) => {
    if (!last?.asked.every((part, at) => part === asked[at])) last = { asked, view: look(...asked) };
    return last.view;
  };
}

function panelNotes(
  items: readonly StoredItem[],
  placed: readonly PlacedNote[],
  maker: FigureMaker,
): PanelNote[] {
  const places = new Map(placed.map((note) => [note.record.id, note]));
  return items.map((item) => {
    const place = places.get(item.id) ?? null;
    const shown = place ?? { state: 'page' as const, edit: null };
    const quote = item.version.target?.quote;
    const isGone = place !== null && isLost(place);
    const isChanged = place !== null && !isGone && (place.state === 'changed' || place.edit !== null);
    return {
      item: noteItem(item, shown, maker),
      group: isGone ? 'lost' : isChanged ? 'changed' : 'here',
      context: isGone && quote ? contextOf(quote) : null,
    };
  });
}

/** What stood around a passage, in whole words: what is kept of it begins and ends anywhere. */
function contextOf({ prefix, suffix }: QuoteSelector): PanelNote['context'] {
  const before = prefix.replace(/^\S*\s/, '');
  const after = suffix.replace(/\s\S*$/, '');
  return { before: `… ${before}`, after: `${after} …` };
}
