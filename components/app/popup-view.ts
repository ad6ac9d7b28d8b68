import type { PlacedNote } from '../../lib/messaging/protocol';
import type { ChangeKind } from '../../lib/model/change-kind';
import { isFileDue } from '../../lib/notes/store-watch';
import type { PageTrouble } from '../../lib/surfaces/first-answer';
import type { PopupData } from '../../lib/surfaces/popup-data';
import type { StoreTroubleData } from '../../lib/surfaces/store-trouble';
import { listRecord } from '../../lib/team/list-record';
import { finderView } from '../notes/finder-view';
import { noteItem } from '../notes/note-item';
import { factsOf } from '../panel/facts-of';
import { pageState } from './page-state';
import type { PopupView } from './popup-model';
import type { Words } from './words';

/** Turns what the popup knows into what it shows, in the reader's language (`language` is a BCP 47 tag). */
export function popupView(data: PopupData, word: Words, language: string): PopupView {
  const { status, settings, changes } = data;
  const places = new Map((status?.report?.notes ?? []).map((note) => [note.record.id, note]));
  const inWords = { word, language };
  const { editing } = changes;
  const problem = editing?.failure ? { problem: word(failureKey(editing.failure)) } : {};
  const edited = changes.edited && listRecord(changes.edited);
  const isApart = ![...data.here, ...data.finder.notes].some(({ id }) => id === edited?.id);
  const page = status && pageState(status, settings, language);
  const article = status?.report?.mode === 'article' ? status.report.article : null;
  return {
    page,
    pageProblem: problemOf(data, word),
    about: article && {
      article,
      facts: factsOf(article, language),
      detection: status?.report?.detection ?? null,
    },
    // What has lost its passage wants something of the reader, and comes first.
    notesHere: data.here
      .map((item) => ({ item, place: places.get(item.id) ?? { state: 'page' as const, edit: null } }))
      .sort((a, b) => Number(isLost(b.place)) - Number(isLost(a.place)))
      .map(({ item, place }) => noteItem(item, place, inWords)),
    isSettled: data.isSettled,
    order: data.order,
    finder: finderView(data.finder, word, language),
    editing: editing && { ...editing, status: { step: editing.step, ...problem } },
    editedApart: edited && isApart ? noteItem({ ...edited, record: changes.edited! }, null, inWords) : null,
    toast: changes.notice,
    storeProblem: storeProblemOf(data, word),
    canStorePass: data.canStorePass,
    canExport: data.storeFailure !== 'unavailable',
    lostNotes: data.watch.lost?.notes ?? null,
    isFileDue: data.watch.fileSaved === null && isFileDue(data.watch, data.watch.notes, Date.now()),
    undo: changeWord(data.canMove.undo, word),
    redo: changeWord(data.canMove.redo, word),
    marksOn: settings.marksOn,
    density: settings.density,
    claimsFrom: settings.claimsFrom,
    siteRule: (page?.host && settings.sites[page.host]) || 'automatic',
    hasAdder: !settings.adderOff.includes(page?.host ?? ''),
  };
}

function changeWord(kind: ChangeKind | null, word: Words): string | null {
  return kind && word(`change_${kind.replace('-', '_')}`);
}

/** Whether a note's passage is not on the page, or not surely. */
export function isLost({ state }: Pick<PlacedNote, 'state'>): boolean {
  return state === 'gone' || state === 'uncertain';
}

/** What is said where nothing can be known of a page; null where something is. While it is looked at once more, that it is. */
export function problemOf({ pageFailure, isTryingAgain }: PageTrouble, word: Words): string | null {
  if (pageFailure === null) return null;
  if (isTryingAgain) return word('popup_reading');
  return word(pageFailure === 'unreachable' ? 'reading_unreachable' : 'popup_page_unread');
}

/** What is said of notes that cannot be read or written; null where they can. While they are read once more, that they are. */
export function storeProblemOf(
  { storeFailure, isStoreTriedAgain }: StoreTroubleData,
  word: Words,
): string | null {
  if (storeFailure === null) return null;
  const key = isStoreTriedAgain ? 'popup_reading' : readingFailureKey(storeFailure);
  return word(key);
}

/** Failures that are worded otherwise where nothing was being saved. */
const READING_FAILURES: ReadonlySet<string> = new Set(['unavailable', 'unreachable']);

/** The key of the sentence for what cannot be shown. */
export function readingFailureKey(code: string): string {
  // Nothing was being saved. Firefox lets no page of ours read in a private window; saving goes through the background.
  return READING_FAILURES.has(code) ? `reading_${code}` : failureKey(code);
}

/** The key of the sentence for a failure. */
export function failureKey(code: string): string {
  return `failure_${code.replace('-', '_')}`;
}
