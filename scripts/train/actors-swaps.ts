/**
 * Training documents under other names, so that a tagger leans on what surrounds a name and not on the names that happen to be
 * in its data. What tells a name's kind stays: words like "Ministry" or "River", particles, initials.
 */
import type { CoarseType } from '../../lib/actors/candidate';
import {
  firstNames,
  honorifics,
  nameParticles,
  nameSuffixes,
  titles,
} from '../../lib/actors/lexicon/lexicon';
import { readText } from '../../lib/actors/reading';
import type { LabelledDocument } from './actors-data';

const ONSETS =
  'b|bh|br|ch|d|dj|dr|f|g|gr|h|j|k|kh|kr|kw|l|m|mb|n|nd|ng|p|pr|q|r|s|sh|st|t|th|tr|ts|v|w|x|y|z|zh'.split(
    '|',
  );
const VOWELS = 'a|a|a|e|e|i|i|o|o|u|aa|ai|ao|ee|ei|ie|ou|ue|y'.split('|');
const CODAS = '||||b|ck|d|f|g|j|k|l|ll|m|n|n|nd|ng|r|r|rd|s|s|sh|sk|t|tz|v|x|z'.split('|');
const WORD = /[\p{L}\p{M}]+/gu;

/** Words of names in the training data, by class and whether they begin the name, to borrow from. */
export interface NamePool {
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** Words that are written small somewhere: in a name they say what it is. */
  readonly common: ReadonlySet<string>;
}

const poolKey = (type: CoarseType, isFirst: boolean): string => `${type} ${isFirst}`;

export function namePool(documents: readonly LabelledDocument[]): NamePool {
  const words = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const { text, ents } of documents) {
    for (const [word, count] of readText(text).small) counts.set(word, (counts.get(word) ?? 0) + count);
    for (const entity of ents) {
      [...entity.text.matchAll(WORD)].forEach(([word], at) => {
        if (!/^\p{Lu}\p{Ll}{2,}/u.test(word)) return;
        const key = poolKey(entity.type, at === 0);
        words.set(key, (words.get(key) ?? new Set()).add(word));
      });
    }
  }
  return {
    words: new Map([...words].map(([key, list]) => [key, [...list].sort()])),
    common: new Set([...counts].filter(([, count]) => count > 2).map(([word]) => word)),
  };
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!;

/** How a swapper makes up a name for `word`. */
export type Invent = (word: string, random: () => number) => string;

/** A pronounceable word of about the length of `word`. */
function invented(word: string, random: () => number): string {
  let name = '';
  while (name.length < word.length - 1) name += pick(ONSETS, random) + pick(VOWELS, random);
  name += pick(CODAS, random);
  return name[0]!.toUpperCase() + name.slice(1);
}

function inventedAcronym(word: string, random: () => number): string {
  return Array.from(word, () => pick([...'ABCDEFGHIJKLMNOPRSTUVWZ'], random)).join('');
}

/** What makes an adjective or a people of a land's name: an invented one keeps it, more often than not. */
const DEMONYM = /(?:ians?|ans?|ese|ish|is?|ites?|ists?)$/;
const FIRM_KINDS =
  'Inc|Corp|Ltd|Group|Holdings|Systems|Labs|Energy|Foods|Media|Capital|Motors|Airlines'.split('|');
const FIRM_ENDINGS = 'Co|Corp|Net|Bank|Tech|Soft|Works|Gen|Pay|Med|Link|Cast|Ware'.split('|');
/** How often an organisation of one invented word is written as firms write theirs: two capitals, or a kind behind it. */
const FIRM_SHAPE = 0.2;

/** Gives every word of a name another one, the same word always the same; half of the documents borrow, half invent. */
class Swapper {
  private readonly known = new Map<string, string>();
  private readonly firms = new Map<string, string>();
  private readonly borrows: boolean;

  constructor(
    private readonly pool: NamePool,
    private readonly random: () => number,
    private readonly invent: Invent,
  ) {
    this.borrows = random() < 0.5;
  }

  name(name: string, type: CoarseType): string {
    let at = 0;
    return name.replace(WORD, (word) => {
      at += 1;
      return this.stays(word, type) ? word : this.word(word, type, at === 1);
    });
  }

  /** A name of one word that is an organisation's, now and then in a firm's spelling; all its places alike. */
  firm(name: string): string {
    const before = this.firms.get(name);
    if (before !== undefined) return before;
    const kind = this.random();
    const shaped =
      kind > FIRM_SHAPE || name.length > 14 || name === name.toUpperCase()
        ? name
        : kind > FIRM_SHAPE / 2
          ? name.slice(0, 6) + pick(FIRM_ENDINGS, this.random)
          : `${name} ${pick(FIRM_KINDS, this.random)}`;
    this.firms.set(name, shaped);
    return shaped;
  }

  private stays(word: string, type: CoarseType): boolean {
    const lower = word.toLowerCase();
    if (word.length < 3 || !/^\p{Lu}/u.test(word)) return true;
    if (nameParticles.has(lower) || nameSuffixes.has(lower) || titles.has(lower) || honorifics.has(lower))
      return true;
    return type !== 'PER' && this.pool.common.has(lower);
  }

  private word(word: string, type: CoarseType, isFirst: boolean): string {
    const before = this.known.get(word);
    if (before !== undefined) return before;
    const stem = [...this.known.keys()].find((known) => known.length > 3 && word.startsWith(known));
    const other =
      stem === undefined ? this.other(word, type, isFirst) : this.known.get(stem)! + word.slice(stem.length);
    this.known.set(word, other);
    return other;
  }

  private invented(word: string, type: CoarseType): string {
    const name = this.invent(word, this.random);
    if (this.invent !== invented) return name;
    const ending = type === 'MISC' ? DEMONYM.exec(word)?.[0] : undefined;
    if (ending && this.random() < 0.7) return name.replace(/[aeiouy]+$/, '') + ending;
    return name;
  }

  private other(word: string, type: CoarseType, isFirst: boolean): string {
    if (word === word.toUpperCase()) {
      const acronym = inventedAcronym(word, this.random);
      return word.length < 7 ? acronym : this.invent(word, this.random).toUpperCase();
    }
    const isFirstName = type === 'PER' && isFirst && firstNames.has(word);
    // A first name that is known says "person" as a title does: it stays known half of the time.
    const list = this.pool.words.get(poolKey(type, isFirst)) ?? [];
    const borrows = list.length > 0 && (this.borrows || (isFirstName && this.random() < 0.5));
    return borrows ? pick(list, this.random) : this.invented(word, type);
  }
}

/** The same document with every labelled name under another one. */
export function withOtherNames(
  document: LabelledDocument,
  pool: NamePool,
  random: () => number,
  invent: Invent = invented,
): LabelledDocument {
  const swapper = new Swapper(pool, random, invent);
  let text = '';
  let last = 0;
  const ents = document.ents.map((entity) => {
    text += document.text.slice(last, entity.start);
    last = entity.end;
    const other = swapper.name(entity.text, entity.type);
    const isOneWord = entity.type === 'ORG' && /^\p{Lu}\p{Ll}+$/u.test(other);
    const name = isOneWord && invent === invented ? swapper.firm(other) : other;
    const start = text.length;
    text += name;
    return { ...entity, start, end: text.length, text: name };
  });
  return { ...document, doc: `${document.doc}-swapped`, text: text + document.text.slice(last), ents };
}
