import type { Actor } from '../model/actor';
import type { ClaimSource } from '../model/claim';
import type { Attribution } from './attribution';
import { Descriptions } from './descriptions';
import { Discourse, kindOfType, type ReferentKind } from './discourse';
import type { Frame, Run } from './frame';
import { type Gender, genders } from './genders';
import { kindOfWords } from './kinds-of-speakers';
import { actorOfSource, headOfApposition, type SpeakerMention } from './link-actors';
import { antecedentOf } from './noun-phrases';

/** Who a claim's source is, and the codes of how that is known. */
export interface Speaker {
  readonly source: ClaimSource | null;
  readonly why: readonly string[];
}

interface Pronoun {
  readonly kinds: readonly ReferentKind[];
  readonly gender: Gender;
}

const SHE: Pronoun = { kinds: ['person'], gender: 'she' };
const HE: Pronoun = { kinds: ['person'], gender: 'he' };
const IT: Pronoun = { kinds: ['body'], gender: null };
const THEY: Pronoun = { kinds: ['body', 'many'], gender: null };
const PRONOUNS: Readonly<Record<string, Pronoun>> = {
  she: SHE,
  her: SHE,
  he: HE,
  his: HE,
  him: HE,
  it: IT,
  its: IT,
  they: THEY,
  their: THEY,
};
// “No official has said so” brings nobody into the text.
const NOBODY = /^(?:no|any|every|each|nobody|few)$/;
const SELF = /^(?:i|we)$/;

/**
 * The speakers of a text's attributions, one each, in the order given: the actor that the source's words name, that a pronoun or a
 * description (“the judge”) takes up, or that speaks where somebody says “I”; else null with the reason.
 */
export function speakersOf(
  frame: Frame,
  attributions: readonly Attribution[],
  mentions: readonly SpeakerMention[],
  actors: readonly Actor[],
): Speaker[] {
  const resolver = new Resolver(frame, mentions, actors);
  const answering = intervieweeIn(frame, mentions);
  const order = attributions
    .map(({ source }, index) => ({ source, index }))
    .filter((one): one is { source: Run; index: number } => one.source !== null)
    .sort((a, b) => a.source.first - b.source.first);
  const speakers = new Map(order.map(({ source, index }) => [index, resolver.resolve(source)]));
  const saidIn = contentOf(frame, attributions);
  return attributions.map((attribution, index) => {
    const speaker = speakers.get(index);
    if (!speaker) return { source: null, why: ['source-missing'] };
    const { source } = attribution;
    if (!source || source.last - source.first > 1 || !SELF.test(frame.lower[source.first]!)) return speaker;
    const around = saidIn[source.first]!;
    const actor = around >= 0 ? (speakers.get(around)?.source?.actor ?? null) : answering(source);
    return {
      source: { ...speaker.source!, actor },
      why: [actor ? 'pronoun-resolved' : 'pronoun-unclear'],
    };
  });
}

/** By token: the attribution whose content it stands in, or -1. */
function contentOf(frame: Frame, attributions: readonly Attribution[]): Int32Array {
  const said = new Int32Array(frame.tokens.length).fill(-1);
  attributions.forEach(({ content }, index) => {
    for (const run of content) said.fill(index, run.first, run.last);
  });
  return said;
}

const QUESTIONS_OF_AN_INTERVIEW = 3;

/**
 * Who says “I” where a text is an interview: outside the paragraphs that ask, the first person named before the first
 * question. Null everywhere in other texts.
 */
function intervieweeIn(frame: Frame, mentions: readonly SpeakerMention[]): (source: Run) => string | null {
  const asks = frame.paragraphs.filter(({ last }) => frame.lower[last - 1] === '?');
  const [first] = asks;
  if (!first || asks.length < QUESTIONS_OF_AN_INTERVIEW) return () => null;
  const begins = frame.tokens[first.first]!.start;
  const person = mentions.find(({ type, isName, start }) => type === 'person' && isName && start < begins);
  return (source) => (person && !asks.some((run) => holds(run, source)) ? person.actor : null);
}

const holds = (outer: Run, inner: Run): boolean => inner.first >= outer.first && inner.last <= outer.last;

class Resolver {
  readonly #frame: Frame;
  readonly #mentions: readonly SpeakerMention[];
  readonly #types: ReadonlyMap<string, Actor['type']>;
  readonly #named: ReadonlySet<string>;
  readonly #descriptions: Descriptions;
  readonly #discourse: Discourse;

  constructor(frame: Frame, mentions: readonly SpeakerMention[], actors: readonly Actor[]) {
    this.#frame = frame;
    this.#mentions = mentions;
    this.#types = new Map(actors.map(({ id, type }) => [id, type]));
    this.#named = new Set(mentions.filter(({ isName }) => isName).map(({ actor }) => actor));
    this.#descriptions = new Descriptions(frame.text, mentions);
    this.#discourse = new Discourse(frame, mentions, genders(frame.text, actors));
  }

  resolve(source: Run): Speaker {
    const { tokens, lower } = this.#frame;
    const span = { start: tokens[source.first]!.start, end: tokens[source.last - 1]!.end };
    const { actor, why } = this.#who(source, span);
    const word = lower[source.first]!;
    if (actor !== undefined && !SELF.test(word) && !NOBODY.test(word))
      this.#discourse.note(span, actor, this.#kind(actor, source));
    return { source: { ...span, actor: actor ?? null }, why };
  }

  #who(
    source: Run,
    span: { start: number; end: number },
  ): { actor: string | null | undefined; why: string[] } {
    const { text, lower } = this.#frame;
    const word = lower[source.first]!;
    const named = actorOfSource(text, span, this.#mentions);
    const isAlone =
      source.last - source.first === 1 ||
      (source.last - source.first === 2 && lower[source.first + 1] === 'own');
    const pronoun = isAlone ? PRONOUNS[word] : undefined;
    if (pronoun) {
      const actor = this.#discourse.meant(span.start, pronoun.kinds, pronoun.gender, named);
      return { actor, why: [actor ? 'pronoun-resolved' : 'pronoun-unclear'] };
    }
    const taken = named && this.#named.has(named) ? null : this.#descriptions.actorOf(span);
    if (taken) return { actor: taken, why: ['description-resolved'] };
    if (named) return { actor: named, why: [] };
    if (/^(?:who|which|that)$/.test(word)) {
      const actor = this.#antecedent(source.first);
      return { actor, why: [actor ? 'pronoun-resolved' : 'pronoun-unclear'] };
    }
    return { actor: null, why: ['source-unnamed'] };
  }

  // “Okoye, who says …”: the words before the relative pronoun name the speaker.
  #antecedent(who: number): string | null {
    const sentence = this.#frame.sentences[this.#frame.sentence[who]!];
    const run = sentence ? antecedentOf(this.#frame, who, sentence.first) : null;
    if (!run) return null;
    const { tokens, text } = this.#frame;
    const phrase = { start: tokens[run.first]!.start, end: tokens[run.last - 1]!.end };
    return actorOfSource(text, phrase, this.#mentions) ?? headOfApposition(text, phrase, this.#mentions);
  }

  #kind(actor: string | null, source: Run): ReferentKind {
    const type = actor === null ? null : this.#types.get(actor);
    if (type) return kindOfType(type);
    return kindOfWords(this.#frame, source);
  }
}
