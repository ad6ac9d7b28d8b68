import type { Segment } from '../../lib/model/span';
import { CorpusError } from './article-file';

/** Where each sentence stands in the article's text, by its number from 1. */
export interface Place {
  readonly text: string;
  readonly sentences: ReadonlyMap<number, Segment>;
}

interface Scope {
  readonly place: Place;
  readonly sentence: number;
  readonly line: number;
}

const WORD = /[\p{L}\p{N}]/u;

/** All places of `needle` between `from` and `to` that do not begin or end inside a word. */
function occurrences(text: string, needle: string, from: number, to: number): Segment[] {
  const found: Segment[] = [];
  for (let at = text.indexOf(needle, from); at >= 0 && at + needle.length <= to; ) {
    const end = at + needle.length;
    const cutsBefore = WORD.test(needle[0] ?? '') && WORD.test(text[at - 1] ?? ' ');
    const cutsAfter = WORD.test(needle.at(-1) ?? '') && WORD.test(text[end] ?? ' ');
    if (!cutsBefore && !cutsAfter) found.push([at, end]);
    at = text.indexOf(needle, at + 1);
  }
  return found;
}

/** A sentence without the stop at its very end; a stop inside closing quotation marks stays. */
function withoutStop({ place, sentence, line }: Scope): Segment {
  const span = place.sentences.get(sentence);
  if (!span) throw new CorpusError(line, `there is no sentence ${sentence}`);
  const text = place.text.slice(...span);
  return [span[0], span[1] - (/[.!?…:]+$/.exec(text)?.[0].length ?? 0)];
}

// "12:words" looks in sentence 12.
function inSentence(words: string, scope: Scope): { words: string; scope: Scope } {
  const [, number, rest] = /^(\d+):(.*)$/.exec(words) ?? [];
  return number ? { words: rest ?? '', scope: { ...scope, sentence: Number(number) } } : { words, scope };
}

function numbered(words: string): { needle: string; which: number | '*' | null } {
  const [, needle, which] = /^(.+)#(\d+|\*)$/.exec(words) ?? [];
  if (!needle || !which) return { needle: words, which: null };
  return { needle, which: which === '*' ? '*' : Number(which) };
}

function find(written: string, from: number | null, outer: Scope): Segment[] {
  const { words, scope } = inSentence(written, outer);
  const whole = withoutStop(scope);
  if (words === '*') return [whole];
  const full = scope.place.sentences.get(scope.sentence) ?? whole;
  const { needle, which } = numbered(words);
  const hits = occurrences(scope.place.text, needle, Math.max(full[0], from ?? full[0]), full[1]);
  if (hits.length === 0)
    throw new CorpusError(scope.line, `“${needle}” is not in sentence ${scope.sentence}`);
  if (which === '*') return hits;
  if (which !== null) {
    const hit = hits[which - 1];
    if (!hit) throw new CorpusError(scope.line, `“${needle}” has no place ${which} in its sentence`);
    return [hit];
  }
  if (hits.length > 1)
    throw new CorpusError(scope.line, `“${needle}” stands ${hits.length} times there: add #1 … or #*`);
  return hits;
}

/** One written span: "words", "words#2", "first words .. last words", ".. last words", "first words ..", "*", "12:words". */
export function findSpans(written: string, place: Place, sentence: number, line: number): Segment[] {
  const scope: Scope = { place, sentence, line };
  const range = /^(.*?)(?:^| )\.\.(?: |$)(.*)$/.exec(written);
  if (!range) return find(written.trim(), null, scope);
  const [, head = '', tail = ''] = range;
  // The sentence named at the beginning holds for the end as well, unless that names another.
  const opening = inSentence(head.trim(), scope);
  const start =
    opening.words === '' ? withoutStop(opening.scope)[0] : only(find(head.trim(), null, scope))[0];
  const closing = inSentence(tail.trim(), opening.scope);
  const isLater = closing.scope.sentence !== opening.scope.sentence;
  const end =
    closing.words === ''
      ? withoutStop(closing.scope)[1]
      : only(find(tail.trim(), isLater ? null : start, opening.scope))[1];
  if (end <= start) throw new CorpusError(line, `“${written}” ends before it begins`);
  return [[start, end]];
}

function only(hits: readonly Segment[]): Segment {
  return hits[0] ?? [0, 0];
}

/** Segments written with " + " between them, in the order of the text. */
export function findSegments(written: string, place: Place, sentence: number, line: number): Segment[] {
  const all = written.split(' + ').flatMap((part) => findSpans(part.trim(), place, sentence, line));
  all.sort((a, b) => a[0] - b[0]);
  all.forEach(([start], index) => {
    if (index > 0 && start < (all[index - 1]?.[1] ?? 0))
      throw new CorpusError(line, `“${written}” has parts that overlap`);
  });
  return all;
}
