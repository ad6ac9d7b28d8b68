import type { ActorType } from '../model/actor';
import type { Span } from '../model/span';
import { isBody } from './kinds-of-speakers';
import { firstFrom, type SpeakerMention } from './link-actors';

/** Words in which a text speaks of an actor by what it is: “Judge …”, “…, the port's operator,”, “the … Workers Union”. */
interface Description {
  readonly actor: string;
  readonly start: number;
  readonly type: ActorType;
  readonly words: ReadonlySet<string>;
}

const WORD = /\p{L}[\p{L}\p{N}'’-]*/gu;
const EMPTY = new Set(
  'the a an this that its his her their our my own former then new old said mr mrs ms dr of for and'.split(
    ' ',
  ),
);
// Where a description begins or ends: signs, verbs and small words that are no part of it.
const LEFT_EDGE =
  /.*(?:[.!?,;:\n“”"()]|(?<!\p{L})(?:and|but|by|with|to|from|that|when|as|is|was|said|told|says|of|in|at|on)(?!\p{L}))/su;
const APPOSITION =
  /^,\s+((?:an?|the|its|his|her|their)\s+|(?:\p{Ll}[\p{L}-]*\s+){0,3}(?=\p{Ll}+(?:\s+(?:of|at|for|in)\s|,)))([^,.;:!?\n“”"]{3,70})/u;
const PHRASE_END = /\s(?:who|which|that|of|for|at|in|from|with|on|to|said|says|told|whose|where)\s.*/su;
const COMPANY = /^(?:company|firm|carrier|operator|manufacturer|airline|retailer|corporation|conglomerate)$/;
/** The first lines of an article, which name people by what they are, in UTF-16 units. */
const LEAD = 320;
const ACCUSED = /^(?:accused|defendant)$/;
const CHARGED =
  /^[^.!?;“”"\n]{0,60}?(?:pleaded|pleads|pled|(?:is|was|stands|been)\s(?:charged|accused|indicted)|stands?\strial|stood\strial|on\strial)(?!\p{L})/u;
const MOST_WORDS = 3;
/** How far back a company's name may lie, in UTF-16 units. */
const NEAR = 700;
const ABBREVIATED = /(?<!\p{L})(?:Dr|Mr|Mrs|Ms|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|Hon)\./gu;
/** “the prime minister, Okoye”, “a group that calls itself Okoye”. */
const BEFORE =
  /(?:an?|the|its|his|her|their)\s+([\p{L}\s'’-]{3,60}?)(?:,\s|\s(?:called|named|known as|that calls itself|calling itself)\s)(?:the\s)?$/iu;
const SAME: Readonly<Record<string, string>> = {
  justice: 'judge',
  magistrate: 'judge',
  congressman: 'representative',
  congresswoman: 'representative',
};

const wordsOf = (text: string): string[] =>
  [...text.matchAll(WORD)]
    .map(([word]) => word.toLowerCase().replace(/['’]s$/, ''))
    .filter((word) => !EMPTY.has(word))
    .map((word) => SAME[word] ?? word);

/** Whom a text has described with which words, to be asked for a later phrase without a name. */
export class Descriptions {
  readonly #text: string;
  /** By each of their words, in the order of the text. */
  readonly #byWord = new Map<string, Description[]>();
  readonly #bodies: readonly SpeakerMention[];
  readonly #persons: readonly SpeakerMention[];
  // Looked for once: a text may speak of the accused very often.
  #accused: { readonly actor: string | null } | null = null;

  constructor(text: string, mentions: readonly SpeakerMention[]) {
    this.#text = text;
    this.#bodies = mentions.filter(
      ({ isName, type }) => isName && (type === 'organisation' || type === 'media'),
    );
    this.#persons = mentions.filter(({ isName, type }) => isName && type === 'person');
    for (const mention of mentions) {
      if (
        !mention.isName ||
        mention.type === 'place' ||
        mention.type === 'people' ||
        mention.type === 'other'
      )
        continue;
      const words = wordsAround(text, mention);
      const one = { actor: mention.actor, start: mention.start, type: mention.type, words };
      for (const word of words) {
        const known = this.#byWord.get(word);
        if (known) known.push(one);
        else this.#byWord.set(word, [one]);
      }
    }
  }

  /**
   * The named actor that a phrase without a name takes up (“the judge”, “the company”, “its chairman”): the last one before it that
   * the text has described with all of its words; for a company also the only body near by. Null where there is none.
   */
  actorOf(phrase: Span): string | null {
    const words = this.#text.slice(phrase.start, phrase.end);
    const isNew = phrase.start < LEAD && /^an?\s/i.test(words);
    if (!(isNew || /^(?:the|this|its|his|her|their)\s/i.test(words)) || /\s\p{Lu}/u.test(words)) return null;
    const wanted = wordsOf(
      words
        .replace(/^\S+\s+/, '')
        .replace(PHRASE_END, '')
        .replace(/,.*/su, ''),
    );
    const head = wanted.at(-1);
    if (head === undefined || wanted.length > MOST_WORDS) return null;
    const fitting = (this.#byWord.get(head) ?? []).filter(
      ({ type, words: own }) => fits(head, type) && wanted.every((word) => own.has(word)),
    );
    const match = fitting.findLast(({ start }) => start < phrase.start);
    if (match && !isNew) return match.actor;
    if (ACCUSED.test(head) && wanted.length === 1) {
      this.#accused ??= { actor: this.#onTrial() };
      return this.#accused.actor;
    }
    // “Its chairman warned”, in the first lines: the only chairman, who is named later.
    const isAnnounced = phrase.start < LEAD && (isNew ? wanted.length > 1 : !/^the\s/i.test(words));
    if (isAnnounced && !match && fitting.every(({ actor }) => actor === fitting[0]!.actor))
      return fitting[0]?.actor ?? null;
    return COMPANY.test(head) && wanted.length === 1 ? this.#onlyBodyNear(phrase.start) : null;
  }

  /** Who stands before the court, where the text says so of one person alone. */
  #onTrial(): string | null {
    const charged = this.#persons.filter(({ end }) => CHARGED.test(this.#text.slice(end, end + 120)));
    return charged.every(({ actor }) => actor === charged[0]!.actor) ? (charged[0]?.actor ?? null) : null;
  }

  #onlyBodyNear(at: number): string | null {
    const near = this.#bodies.slice(firstFrom(this.#bodies, at - NEAR), firstFrom(this.#bodies, at));
    return near.every(({ actor }) => actor === near[0]!.actor) ? (near[0]?.actor ?? null) : null;
  }
}

// “The judge” is a person, “the party” none; of other words nothing is known.
function fits(head: string, type: ActorType): boolean {
  if (head === 'party') return type === 'party' || type === 'organisation';
  return isBody(head) ? type !== 'person' : true;
}

function wordsAround(text: string, { start, end, type }: SpeakerMention): ReadonlySet<string> {
  const ahead = text.slice(Math.max(0, start - 90), start).replace(ABBREVIATED, '');
  const behind = APPOSITION.exec(text.slice(end, end + 90))?.[2]?.replace(PHRASE_END, '') ?? '';
  const own = type === 'person' ? '' : text.slice(start, end);
  return new Set(
    wordsOf(`${ahead.replace(LEFT_EDGE, '')} ${BEFORE.exec(ahead)?.[1] ?? ''} ${behind} ${own}`),
  );
}
