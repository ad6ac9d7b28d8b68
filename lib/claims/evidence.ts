import type { Frame, Run } from './frame';
import { NOUN_TABLE, VERB_TABLE } from './inflect';
import { LINKS, type TagSteps } from './link-features';
import type { Parts } from './net-links';

/** What the first stage says of every token of a frame. */
export interface Tags extends Parts {
  readonly steps: TagSteps;
  /** P(a cue begins here), P(a cue goes on here); `source` and `content`: P(part of one). */
  readonly begins: Float64Array;
  readonly goesOn: Float64Array;
}

/** What the second stage says of a window around one cue: the best labels (`LINKS`) and P of each, token-major. */
export interface Link {
  readonly cue: Run;
  readonly window: Run;
  readonly path: Int32Array;
  readonly probabilities: Float64Array;
}

const PRONOUN = /^(?:i|we|you|he|she|it|they|who|which|that)$/;

/** How sure the second stage is of a label over a run, summed. */
export function mass({ window, probabilities }: Link, run: Run, label: number): number {
  let sum = 0;
  for (let at = run.first; at < run.last; at++)
    sum += probabilities[(at - window.first) * LINKS.length + label]!;
  return sum;
}

function logit(p: number): number {
  const safe = Math.min(0.999, Math.max(0.001, p));
  return Math.log(safe / (1 - safe));
}

/** What speaks for an attribution, as numbers: how sure the stages are of its parts, and of what sort it is. */
export function evidenceOf(
  frame: Frame,
  tags: Tags,
  link: Link,
  source: Run | null,
  content: readonly Run[],
): number[] {
  const { cue } = link;
  const length = content.reduce((sum, run) => sum + run.last - run.first, 0);
  const contentMean = content.reduce((sum, run) => sum + mass(link, run, 2), 0) / length;
  const tagMean =
    content.reduce(
      (sum, run) => sum + tags.content.subarray(run.first, run.last).reduce((a, b) => a + b, 0),
      0,
    ) / length;
  const edges = Math.min(
    ...content.map((run) => Math.min(at(link, run.first, 2), at(link, run.last - 1, 2))),
  );
  const sourceMean = source ? mass(link, source, 1) / (source.last - source.first) : 0;
  const quoted = frame.quote[content[0]!.first] !== -1;
  return [
    logit(tags.begins[cue.first]!),
    logit(contentMean),
    logit(tagMean),
    logit(edges),
    source ? logit(sourceMean) : 0,
    source ? 0 : 1,
    quoted ? 1 : 0,
    Math.log(length),
    ...shapeOf(frame, cue, source, content),
  ];
}

/** Of what sort an attribution is, whatever the model thinks of it. */
function shapeOf(
  { lower, sentence }: Frame,
  cue: Run,
  source: Run | null,
  content: readonly Run[],
): number[] {
  const words = lower.slice(cue.first, cue.last);
  const follows = content.some(({ first }) => first >= cue.last && first - cue.last <= 1);
  const gap = source ? Math.min(Math.abs(cue.first - source.last), Math.abs(source.first - cue.last)) : 0;
  return [
    words.some((word) => VERB_TABLE.has(word)) ? 1 : 0,
    words.some((word) => NOUN_TABLE.has(word)) ? 1 : 0,
    words.length,
    source && PRONOUN.test(lower[source.first]!) ? 1 : 0,
    follows ? 1 : 0,
    content.length > 1 ? 1 : 0,
    words.length === 1 && words[0] === ':' ? 1 : 0,
    Math.log(1 + gap),
    // Where a statement ends is the less certain the further it goes.
    Math.log(1 + sentence[content.at(-1)!.last - 1]! - sentence[content[0]!.first]!),
  ];
}

function at({ window, probabilities }: Link, token: number, label: number): number {
  return probabilities[(token - window.first) * LINKS.length + label]!;
}
