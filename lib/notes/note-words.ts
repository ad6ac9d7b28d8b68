import type { AnnotationVersion } from '../model/annotation';
import type { ArticleRecord } from '../model/article';

/** What a search knows of the article beside its address; null while no article is kept. */
export type SearchedArticle = Pick<ArticleRecord, 'title' | 'authors' | 'siteName' | 'publishedTime'> | null;

/** Prefixes that tell a word of one field from the same word anywhere: `tag:budget`. */
const FIELDS = ['tag', 'actor', 'site', 'author', 'date'] as const;
type Field = (typeof FIELDS)[number];

// Longer ones are data, not words; cut on both sides, they are still found.
const MAX_WORD = 40;
// Written without spaces between words: such runs are indexed as pairs of letters.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/u;
const RUN = new RegExp(`${UNSPACED.source}|[\\p{L}\\p{N}]`, 'u');
const WORD = /[\p{L}\p{N}]+/gu;
// A word with a capital: the shape of a name in scripts that have capitals.
const NAME = /\p{Lu}[\p{L}\p{N}\p{M}]*/gu;

/** Letters without their marks and in lower case: who types "Jose" finds "José". */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The words of a text, folded, in order, with repetitions. A hyphen or an apostrophe divides. */
export function wordsIn(text: string): string[] {
  const words: string[] = [];
  for (const [run] of foldWords(text).matchAll(WORD)) {
    if (!UNSPACED.test(run)) words.push(run.slice(0, MAX_WORD));
    else for (const part of run.split(new RegExp(`(${UNSPACED.source})`, 'u'))) addPart(words, part);
  }
  return words;
}

function addPart(words: string[], part: string): void {
  if (!RUN.test(part)) return;
  if (!UNSPACED.test(part)) {
    words.push(part.slice(0, MAX_WORD));
    return;
  }
  const letters = [...part];
  for (let at = 0; at < letters.length; at++) words.push(letters.slice(at, at + 2).join(''));
}

/**
 * Everything a note is found by, each word once: its text, quote, tags, author, address, day, and the title, authors,
 * outlet and day of its article. Words of a field come a second time with the field before them.
 */
export function noteWords(version: AnnotationVersion, article: SearchedArticle): ReadonlySet<string> {
  const { body = '', target, tags, author } = version;
  const quote = target?.quote.exact ?? '';
  const words = new Set(
    wordsIn(`${body}\n${quote}\n${article?.title ?? ''}\n${addressText(version.article)}`),
  );
  const authors = [author, ...(article?.authors ?? [])].join('\n');
  addField(words, 'tag', tags.join('\n'));
  addField(words, 'author', authors);
  addField(words, 'site', `${article?.siteName ?? ''}\n${hostOf(version.article)}`);
  for (const name of `${body}\n${quote}`.match(NAME) ?? [])
    for (const word of wordsIn(name)) words.add(`actor:${word}`);
  for (const time of [version.created, version.updated, article?.publishedTime ?? '']) {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(time)?.[0];
    if (day) words.add(`date:${day}`);
  }
  return words;
}

function addField(words: Set<string>, field: Field, text: string): void {
  for (const word of wordsIn(text)) {
    words.add(word);
    words.add(`${field}:${word}`);
  }
}

function hostOf(key: string): string {
  return /^https?:\/\/([^/:?#]+)/.exec(key)?.[1] ?? '';
}

function addressText(key: string): string {
  try {
    return decodeURIComponent(key.replace(/^https?:\/\//, ''));
  } catch {
    return key;
  }
}

/**
 * The terms of a query: each is the beginning of a word that has to be there. `tag:`, `actor:`, `site:`, `author:` and
 * `date:` bind the word after them to a field; `date:2026-03` means March, and a bare day or month means the date too.
 */
export function queryTerms(query: string): readonly string[] {
  const terms = foldWords(query)
    .split(/\s+/)
    .flatMap((part) => {
      const [, field, rest] = /^(tag|actor|site|author|date):(.*)$/.exec(part) ?? [null, null, part];
      const text = rest ?? '';
      if (field === 'date' || (field === null && /^\d{4}-\d{2}(-\d{2})?$/.test(text)))
        return [`date:${text}`];
      const words = wholePairs(wordsIn(text));
      return field === null ? words : words.map((word) => `${field}:${word}`);
    });
  return [...new Set(terms)];
}

// In a run of pairs the last is a single letter, which the pair before it implies.
function wholePairs(words: readonly string[]): string[] {
  return words.filter((word, at) => {
    const before = words[at - 1];
    const isTail = [...word].length === 1 && UNSPACED.test(word);
    return !(isTail && before?.endsWith(word) && [...before].length === 2);
  });
}

/** Whether a note with these words answers every term. */
export function hasTerms(words: Iterable<string>, terms: readonly string[]): boolean {
  let missing = terms;
  for (const word of words) {
    if (missing.length === 0) break;
    missing = missing.filter((term) => !isBegunBy(word, term));
  }
  return missing.length === 0;
}

// The name of a field is not a word: "dat" does not find every note that has a date.
function isBegunBy(word: string, term: string): boolean {
  return word.startsWith(term) && word.includes(':') === term.includes(':');
}
