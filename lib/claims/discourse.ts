import type { Span } from '../model/span';
import type { Frame } from './frame';
import { type Gender, genderOfWords } from './genders';
import { firstFrom, type SpeakerMention } from './link-actors';
import { unnamedPersons } from './unnamed-persons';

/** Somebody the text has spoken of; `actor` is null where it gives them no name that was found. */
interface Referent {
  readonly actor: string | null;
  readonly kind: ReferentKind;
  /** Of somebody without a name, as far as the words tell. */
  readonly gender: Gender;
  readonly start: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly weight: number;
  readonly isQuoted: boolean;
}

/** One person, one body, many people, or what can only be spoken of. */
export type ReferentKind = 'person' | 'body' | 'many' | 'place';

const REACH = 8;
const NEARNESS = [3, 2.5, 1.6, 1.1, 0.7];
const FAR = 0.4;
const PARAGRAPH_COST = 0.35;
const MOST_PARAGRAPHS_COST = 3;
const SPOKE = 1.2;
const SUBJECT = 0.8;
const UNNAMED = 0.8;
const OWNER = -0.6;
const QUOTED = -1.5;
const OFTEN = 0.15;
const MAIN = 0.5;
const HINT = 0.4;
const MARGIN = 0.5;
const LEAST = 1.2;

/** What stands before a subject that opens its sentence: “The former minister ”. */
const OPENING =
  /^[^\p{L}]*(?:(?!(?:in|at|on|for|with|after|before|when|while|as|by|from|to|of|was|were|is|are)\s)[\p{L}.'’-]+\s+){0,4}$/iu;
/** What stands between the head of an apposition and its name: “the leader of the council, Cllr ”. */
const APPOSED =
  /(?:^|[\s“"])(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s[^,.;:!?\n“”"]{2,70},\s(?:\p{Lu}[\p{L}.]*\s){0,4}$/u;
const LONGEST_APPOSITION = 130;
const PRONOUN = /^(?:he|she|it|they|him|his|her|hers|its|their|them|i|we|my|our|you|your|who|which)$/i;

/** Index of the last of `starts` (ascending) that is not after `at`; -1 where all are. */
function lastUpTo(starts: Int32Array, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

/**
 * What a text has spoken of so far, and whom a pronoun takes up: nearness, who spoke last, who is a subject. Sources are
 * noted in the order of the text as they are resolved; nobody is chosen where two are about as likely.
 */
export class Discourse {
  readonly #frame: Frame;
  readonly #genders: ReadonlyMap<string, Gender>;
  readonly #referents: Referent[] = [];
  readonly #spoken: Referent[] = [];
  /** Persons without a name who do not speak themselves. */
  readonly #unnamed: readonly Referent[];
  readonly #counts: ReadonlyMap<string, number>;
  readonly #most: number;
  readonly #sentenceStarts: Int32Array;
  readonly #paragraphStarts: Int32Array;
  readonly #quoteStarts: Int32Array;

  constructor(frame: Frame, mentions: readonly SpeakerMention[], genders: ReadonlyMap<string, Gender>) {
    this.#frame = frame;
    this.#genders = genders;
    this.#sentenceStarts = Int32Array.from(frame.sentences, ({ start }) => start);
    this.#paragraphStarts = Int32Array.from(frame.paragraphs, ({ first }) => frame.tokens[first]!.start);
    this.#quoteStarts = Int32Array.from(frame.quotes, ({ start }) => start);
    const counts = new Map<string, number>();
    for (const { actor, isName } of mentions) if (isName) counts.set(actor, (counts.get(actor) ?? 0) + 1);
    this.#counts = counts;
    // Not spread into arguments: a text may name very many.
    this.#most = [...counts.values()].reduce((most, count) => Math.max(most, count), 1);
    for (const mention of mentions) {
      if (PRONOUN.test(frame.text.slice(mention.start, mention.end))) continue;
      this.#referents.push(this.#referent(mention, mention.actor, kindOfType(mention.type), 0));
    }
    this.#unnamed = unnamedPersons(frame, mentions).map((span) =>
      this.#referent(span, null, 'person', UNNAMED),
    );
  }

  /** Takes down who a source's words stand for, so that what follows can take them up. */
  note(source: Span, actor: string | null, kind: ReferentKind): void {
    this.#spoken.push(this.#referent(source, actor, kind, SPOKE));
  }

  /** The actor that a pronoun at `at` means; undefined where it is open, null for somebody who has no name. */
  meant(
    at: number,
    kinds: readonly ReferentKind[],
    gender: Gender,
    hint: string | null,
  ): string | null | undefined {
    const best = this.#scores(at, kinds, gender);
    const hinted = hint === null ? undefined : best.get(hint);
    if (hinted !== undefined) best.set(hint, hinted + HINT);
    const [first, second] = [...best].sort((a, b) => b[1] - a[1]);
    if (!first || first[1] < LEAST || (second && first[1] - second[1] < MARGIN)) return undefined;
    return first[0];
  }

  #scores(at: number, kinds: readonly ReferentKind[], gender: Gender): Map<string | null, number> {
    const here = this.#referent({ start: at, end: at }, null, 'person', 0);
    const best = new Map<string | null, number>();
    for (const list of [this.#referents, this.#unnamed, this.#spoken]) {
      for (let i = firstFrom(list, at) - 1; i >= 0; i--) {
        const one = list[i]!;
        if (here.paragraph - one.paragraph > REACH) break;
        // “They” is a body only where that has just spoken.
        if (one.kind === 'body' && kinds.includes('many') && list !== this.#spoken) continue;
        if (!kinds.includes(one.kind) || !this.#fits(one, gender)) continue;
        const score =
          this.#nearness(one, here) + (MAIN * (this.#counts.get(one.actor ?? '') ?? 0)) / this.#most;
        best.set(one.actor, Math.max(best.get(one.actor) ?? 0, score) + OFTEN);
      }
    }
    return best;
  }

  #nearness(one: Referent, here: Referent): number {
    const steps = NEARNESS[here.sentence - one.sentence] ?? FAR;
    const quoted = one.isQuoted && !here.isQuoted ? QUOTED : 0;
    return (
      steps +
      one.weight +
      quoted -
      PARAGRAPH_COST * Math.min(here.paragraph - one.paragraph, MOST_PARAGRAPHS_COST)
    );
  }

  #fits(one: Referent, gender: Gender): boolean {
    const known = one.actor === null ? one.gender : (this.#genders.get(one.actor) ?? null);
    return gender === null || known === null || known === gender;
  }

  // “The fire officer, Okoye, was careful”: the name is a subject with its noun.
  #isApposed({ start, end }: Span, sentence: number): boolean {
    const { text } = this.#frame;
    if (!/^(?:,| \()/.test(text.slice(end, end + 2))) return false;
    return APPOSED.test(text.slice(Math.max(sentence, start - LONGEST_APPOSITION), start));
  }

  #referent(span: Span, actor: string | null, kind: ReferentKind, weight: number): Referent {
    const { text, quotes } = this.#frame;
    const quote = quotes[lastUpTo(this.#quoteStarts, span.start)];
    const sentence = lastUpTo(this.#sentenceStarts, span.start);
    const start = this.#sentenceStarts[sentence] ?? 0;
    const isSubject = OPENING.test(text.slice(start, span.start)) || this.#isApposed(span, start);
    const owns = /^['’]s?(?!\p{L})/u.test(text.slice(span.end, span.end + 3));
    return {
      actor,
      kind,
      gender: actor === null ? genderOfWords(text.slice(span.start, span.end)) : null,
      start: span.start,
      sentence,
      paragraph: lastUpTo(this.#paragraphStarts, span.start),
      weight: weight + (isSubject ? SUBJECT : 0) + (owns ? OWNER : 0),
      isQuoted: quote !== undefined && span.end <= quote.end,
    };
  }
}

/** Whether an actor of a type is spoken of as one person, as one body or as many. */
export function kindOfType(type: SpeakerMention['type']): ReferentKind {
  if (type === 'person') return 'person';
  if (type === 'place' || type === 'other') return 'place';
  return type === 'people' ? 'many' : 'body';
}
