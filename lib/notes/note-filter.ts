import type { AnnotationVersion } from '../model/annotation';
import { foldWords, wordsIn } from './note-words';

/** A day of the reader's calendar, `YYYY-MM-DD`. */
export type Day = string;

/** What a condition can ask for by a value of its own. */
export type ValueKind = 'site' | 'tag' | 'author' | 'actor';

/** One thing that the reader wants of the notes in a list. */
export type NoteCondition =
  | { readonly kind: ValueKind; readonly value: string }
  /** Changed in these days, both included; null leaves that side open. */
  | { readonly kind: 'changed'; readonly from: Day | null; readonly to: Day | null }
  /** Its passage was gone when its page was last read. */
  | { readonly kind: 'lost' };

/** A note as conditions judge it. */
export interface JudgedNote {
  readonly version: AnnotationVersion;
  readonly isLost: boolean;
}

/** What tells one condition from another: two with the same key ask for the same. */
export function conditionKey(condition: NoteCondition): string {
  if (condition.kind === 'changed') return `changed:${condition.from ?? ''}/${condition.to ?? ''}`;
  if (condition.kind === 'lost') return 'lost';
  return `${condition.kind}:${foldWords(condition.value).trim()}`;
}

/** The conditions with one more. There is one span of days at a time; what asks for nothing is left out. */
export function withCondition(
  conditions: readonly NoteCondition[],
  added: NoteCondition,
): readonly NoteCondition[] {
  const others = added.kind === 'changed' ? conditions.filter(({ kind }) => kind !== 'changed') : conditions;
  const isEmpty =
    added.kind === 'changed'
      ? added.from === null && added.to === null
      : added.kind !== 'lost' && added.value.trim() === '';
  if (isEmpty || others.some((other) => conditionKey(other) === conditionKey(added))) return others;
  return [...others, added];
}

/** The conditions without one. */
export function withoutCondition(
  conditions: readonly NoteCondition[],
  key: string,
): readonly NoteCondition[] {
  return conditions.filter((condition) => conditionKey(condition) !== key);
}

/**
 * Judges notes by all conditions. A note has one site and one author, so that several of these mean "one of them"; of
 * tags and actors it can have many, and there each one narrows.
 */
export function noteFilter(conditions: readonly NoteCondition[]): (note: JudgedNote) => boolean {
  const judges = conditions.map(judgeOf);
  const groups = ['site', 'author'].map((kind) => judges.filter((_, at) => conditions[at]!.kind === kind));
  const alone = judges.filter((_, at) => !['site', 'author'].includes(conditions[at]!.kind));
  return (note) =>
    alone.every((judge) => judge(note)) &&
    groups.every((group) => group.length === 0 || group.some((judge) => judge(note)));
}

/** The site of an article's key as lists name it: its host, without `www.`. */
export function siteOf(articleKey: string): string {
  const place = articleKey.replace(/^https?:\/\//, '').replace(/^www\./, '');
  return place.split(/[/?#]/)[0] ?? articleKey;
}

/** The first and the last moment of a span of days, in milliseconds, by the reader's clock. */
export function spanOf(from: Day | null, to: Day | null): { readonly start: number; readonly end: number } {
  const start = from === null ? Number.NEGATIVE_INFINITY : dayStart(from, 0);
  const end = to === null ? Number.POSITIVE_INFINITY : dayStart(to, 1) - 1;
  return { start, end };
}

function judgeOf(condition: NoteCondition): (note: JudgedNote) => boolean {
  if (condition.kind === 'lost') return ({ isLost }) => isLost;
  if (condition.kind === 'changed') {
    const { start, end } = spanOf(condition.from, condition.to);
    return ({ version }) => {
      const time = Date.parse(version.updated);
      return time >= start && time <= end;
    };
  }
  const wanted = foldWords(condition.value).trim();
  const isWanted = (value: string) => foldWords(value).trim() === wanted;
  if (condition.kind === 'site') return ({ version }) => isWanted(siteOf(version.article));
  if (condition.kind === 'author') return ({ version }) => isWanted(version.author);
  if (condition.kind === 'tag') return ({ version }) => version.tags.some(isWanted);
  return nameJudge(condition.value);
}

/** A name is there where its words follow one another, in the note or in the passage. */
function nameJudge(name: string): (note: JudgedNote) => boolean {
  const words = wordsIn(name);
  const wanted = ` ${words.join(' ')} `;
  return ({ version: { body = '', target } }) =>
    words.length > 0 &&
    [body, target?.quote.exact ?? ''].some((text) => ` ${wordsIn(text).join(' ')} `.includes(wanted));
}

// By parts: a day read as a whole would be read in UTC.
function dayStart(day: Day, later: number): number {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}
