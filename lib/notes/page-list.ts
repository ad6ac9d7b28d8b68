import type { AnnotationVersion } from '../model/annotation';

/** An annotation as lists show it. `conflicted`: there are other versions to settle. */
export interface ListItem {
  readonly id: string;
  readonly version: AnnotationVersion;
  readonly conflicted: boolean;
}

/** This page's notes from top to bottom: first those on the page as a whole, last those outside the article's text. */
export function inPageOrder<I extends ListItem>(items: readonly I[]): I[] {
  return [...items].sort((a, b) => comparePlaces(placeOf(a), placeOf(b)) || compareText(a.id, b.id));
}

/** All notes, the last changed first. */
export function byLastChange<I extends ListItem>(items: readonly I[]): I[] {
  const times = new Map(items.map((item) => [item, timeOf(item.version.updated)]));
  return [...items].sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0) || compareText(a.id, b.id));
}

/** How many notes the badge counts: all but the deleted ones. */
export function badgeCount(items: readonly ListItem[]): number {
  return items.filter((item) => item.version.deleted !== true).length;
}

/** The badge's text, at most four characters: nothing for none, `999+` beyond. */
export function badgeText(count: number): string {
  if (count <= 0) return '';
  return count > 999 ? '999+' : String(count);
}

/** Where a note stands on its page: first those on the page as a whole, last those outside the article's text. */
export type Place = readonly [zone: number, start: number, end: number, created: number];

/** The place of a note on its page. */
export function placeOf({ version }: ListItem): Place {
  const created = timeOf(version.created);
  if (version.target === null) return [0, 0, 0, created];
  const { base, start, end } = version.target.position;
  return [base === 'article' ? 1 : 2, start, end, created];
}

function comparePlaces(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}

/** A time in milliseconds, since files bring zones other than UTC. What is no time counts as the oldest. */
export function timeOf(iso: string): number {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? 0 : time;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
