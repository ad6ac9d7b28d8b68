import { foldWords } from './note-words';
import { type ListItem, placeOf, timeOf } from './page-list';

/** The orders of a list. `place`: by article, and within it from top to bottom. */
export const NOTE_SORTS = ['changed', 'created', 'place', 'author'] as const;
export type NoteSort = (typeof NOTE_SORTS)[number];

/** What an item is sorted by, read once. */
type Key = readonly (string | number)[];

const KEYS: Readonly<Record<NoteSort, (item: ListItem) => Key>> = {
  changed: ({ version }) => [-timeOf(version.updated)],
  created: ({ version }) => [-timeOf(version.created)],
  place: (item) => [item.version.article, ...placeOf(item)],
  // Notes without a name come last.
  author: ({ version }) => [
    version.author === '' ? 1 : 0,
    foldWords(version.author),
    -timeOf(version.updated),
  ],
};

/**
 * The items in an order. Those that are alike in it stand by their ids, so that a list never jumps: in the order they were
 * made in on a page, else the last made first, as the store's index of changes has them.
 */
export function sortNotes<I extends ListItem>(items: readonly I[], sort: NoteSort): I[] {
  const keyed = items.map((item) => ({ item, key: KEYS[sort](item) }));
  const step = sort === 'place' ? 1 : -1;
  keyed.sort((a, b) => compareKeys(a.key, b.key) || step * compare(a.item.id, b.item.id));
  return keyed.map(({ item }) => item);
}

function compareKeys(a: Key, b: Key): number {
  for (const [at, part] of a.entries()) {
    const order = compare(part, b[at]!);
    if (order !== 0) return order;
  }
  return 0;
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
