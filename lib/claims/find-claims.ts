import type { Actor } from '../model/actor';
import type { Block } from '../model/article';
import type { Claim } from '../model/claim';
import type { Segment, Span } from '../model/span';
import { attribute } from './attribute';
import type { Attribution } from './attribution';
import { worthOf } from './check-worthiness';
import type { ClaimModel } from './claim-model';
import { type Frame, frameText, type Run } from './frame';
import { namedTokens, speakerMentions } from './link-actors';
import { modalityOf, modalityOfWords } from './modality';
import { type Speaker, speakersOf } from './speakers';
import { isNegated, kindOf } from './traits';

type Unnumbered = Omit<Claim, 'id'>;

/** Without a model only what rules are sure of is shown unasked. */
const SHOWN_FROM = 0.9;

/**
 * Finds who says what in a text: every attributed claim with its source, cue and content, and the writer's own sentences
 * that are worth checking (kind `author`). Sorted by start, ids c1, c2, …; all spans are UTF-16 offsets inside `text`.
 * Without a model rules alone decide. Never throws; time grows with the length of the text.
 */
export function findClaims(
  text: string,
  blocks: readonly Block[],
  actors: readonly Actor[],
  model: ClaimModel | null,
): Claim[] {
  return collectClaims(text, blocks, actors, model, (worth) => worth >= 0.5);
}

/** Like `findClaims`, with every sentence that has no attribution as a claim of kind `author`, however little worth checking. */
export function findAllClaims(
  text: string,
  blocks: readonly Block[],
  actors: readonly Actor[],
  model: ClaimModel | null,
): Claim[] {
  return collectClaims(text, blocks, actors, model, () => true);
}

function collectClaims(
  text: string,
  blocks: readonly Block[],
  actors: readonly Actor[],
  model: ClaimModel | null,
  keeps: (checkworthy: number) => boolean,
): Claim[] {
  const frame = frameText(text, blocks);
  const mentions = speakerMentions(actors);
  const attributions = attribute(frame, namedTokens(frame, mentions), model);
  const shownFrom = model?.calibration.shownFrom ?? SHOWN_FROM;
  const speakers = speakersOf(frame, attributions, mentions, actors);
  const claims: Unnumbered[] = attributions.map((attribution, index) =>
    attributedClaim(frame, attribution, speakers[index]!, model, shownFrom),
  );
  claims.push(...authorClaims(frame, attributions, model).filter((claim) => keeps(claim.checkworthy)));
  claims.sort((a, b) => a.start - b.start || a.end - b.end);
  return claims.map((claim, index) => ({ id: `c${index + 1}`, ...claim }));
}

function attributedClaim(
  frame: Frame,
  attribution: Attribution,
  { source, why }: Speaker,
  model: ClaimModel | null,
  shownFrom: number,
): Unnumbered {
  const segments = attribution.content.map((run): Segment => {
    const { start, end } = spanOf(frame, run);
    return [start, end];
  });
  const worth = attribution.content.map((run) => worthOf(frame, run, model));
  const best = worth.reduce((a, b) => (b.score > a.score ? b : a));
  return {
    kind: kindOf(frame, attribution),
    modality: modalityOf(frame, attribution.cue, attribution.content),
    negated: isNegated(frame, attribution.cue, attribution.content),
    start: segments[0]![0],
    end: segments.at(-1)![1],
    segments,
    source,
    cue: attribution.cue && spanOf(frame, attribution.cue),
    checkworthy: round(best.score),
    score: round(attribution.score),
    shown: attribution.score >= shownFrom && !isOwnVoice(frame, attribution, source),
    why: [...attribution.why, ...why, ...best.why],
  };
}

const SELF = /^(?:i|we|you)$/;

// “I think”, outside a quotation and of nobody known: who speaks is the writer, and the page is full of it.
function isOwnVoice(frame: Frame, { source }: Attribution, speaker: Speaker['source']): boolean {
  if (!source || speaker?.actor || frame.quote[source.first] !== -1) return false;
  return source.last - source.first === 1 && SELF.test(frame.lower[source.first]!);
}

function authorClaims(
  frame: Frame,
  attributions: readonly Attribution[],
  model: ClaimModel | null,
): Unnumbered[] {
  const attributed = new Uint8Array(frame.sentences.length);
  for (const { content, cue } of attributions) {
    for (const run of cue ? [...content, cue] : content) {
      for (let i = run.first; i < run.last; i++) attributed[frame.sentence[i]!] = 1;
    }
  }
  return frame.sentences
    .filter((sentence, index) => !attributed[index] && sentence.last > sentence.first)
    .map((sentence) => {
      const worth = worthOf(frame, sentence, model);
      return {
        kind: 'author',
        modality: modalityOfWords(frame, [sentence]),
        negated: isNegated(frame, null, [sentence]),
        start: sentence.start,
        end: sentence.end,
        segments: [[sentence.start, sentence.end]],
        source: null,
        cue: null,
        checkworthy: round(worth.score),
        score: round(worth.score),
        shown: false,
        why: ['author-voice', ...worth.why],
      };
    });
}

function spanOf(frame: Frame, run: Run): Span {
  return { start: frame.tokens[run.first]!.start, end: frame.tokens[run.last - 1]!.end };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
