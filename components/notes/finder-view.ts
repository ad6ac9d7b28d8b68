import type { NoteFacets } from '../../lib/notes/note-facets';
import { conditionKey, type NoteCondition } from '../../lib/notes/note-filter';
import type { NoteSort } from '../../lib/notes/note-sort';
import type { FinderData } from '../../lib/surfaces/note-finder';
import { dayIn } from '../../lib/text/wording';
import type { Words } from '../app/words';
import { noteItem } from './note-item';
import type { NoteItem } from './note-list';

/** A filter that is set, and how many notes answer it. */
export interface Chip {
  readonly key: string;
  readonly label: string;
  /** As the reader writes numbers; null until it is counted. */
  readonly count: string | null;
}

/** A list of notes with its search, filters and order, in the reader's words. */
export interface FinderView {
  readonly query: string;
  readonly sort: NoteSort;
  readonly chips: readonly Chip[];
  readonly notes: readonly NoteItem[];
  /** Whether the notes have not been read yet; nothing is said of there being none. */
  readonly isReading: boolean;
  /** How many were found, as the reader writes numbers; null where nothing was asked for or nobody has counted. */
  readonly total: string | null;
  readonly hasMore: boolean;
  readonly isChoosing: boolean;
  readonly facets: NoteFacets | null;
  readonly days: { readonly from: string | null; readonly to: string | null };
  readonly wantsLost: boolean;
  /** Where nothing was found: what can be lifted, and what that would bring. */
  readonly lifts: readonly Chip[];
}

/** What stands for the words that are searched for among what can be lifted. */
const QUERY = 'query';

/** Turns what a list knows into what it shows. `language` is a BCP 47 tag. */
export function finderView(data: FinderData, word: Words, language: string): FinderView {
  const { query, conditions, counts, total, facets } = data;
  const labels = new Map(conditions.map((each) => [conditionKey(each), chipLabel(each, word, language)]));
  const chip = (key: string, count: number | undefined): Chip => ({
    key,
    label: key === QUERY ? word('chip_words', query) : (labels.get(key) ?? key),
    count: count === undefined ? null : word('number_alone', count),
  });
  const days = conditions.find((condition) => condition.kind === 'changed');
  const isAsked = query.trim() !== '' || conditions.length > 0;
  return {
    query,
    sort: data.sort,
    chips: [...labels.keys()].map((key) => chip(key, counts?.alone.get(key))),
    notes: data.notes.map((note) =>
      noteItem(note, null, { word, language, isLost: data.lost.has(note.id), title: note.title ?? null }),
    ),
    isReading: data.isReading,
    total: isAsked && total !== null ? word('number_alone', total) : null,
    hasMore: data.hasMore,
    isChoosing: data.isChoosing,
    facets,
    days: days?.kind === 'changed' ? days : { from: null, to: null },
    wantsLost: conditions.some(({ kind }) => kind === 'lost'),
    lifts: [...(counts?.without ?? [])]
      .filter(([, count]) => count > 0)
      .sort((a, b) => b[1] - a[1])
      .map(([key, count]) => chip(key, count)),
  };
}

function chipLabel(condition: NoteCondition, word: Words, language: string): string {
  if (condition.kind === 'lost') return word('filter_lost');
  if (condition.kind !== 'changed') return word(`chip_${condition.kind}`, condition.value);
  const { from, to } = condition;
  const shown = (iso: string) => dayIn(language, iso);
  if (from && to) return word('chip_changed', shown(from), shown(to));
  return from ? word('chip_changed_since', shown(from)) : word('chip_changed_until', shown(to ?? ''));
}
