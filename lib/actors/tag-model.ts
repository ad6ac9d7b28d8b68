import { decodeRuns } from '../tagging/bilou';
import { tagSequence } from '../tagging/tag-sequence';
import type { ActorModel } from './actor-model';
import type { Candidate, CoarseType } from './candidate';
import { FeatureReader } from './features';
import { scoreSentence } from './net';
import { netInputs } from './net-inputs';
import type { Reading } from './reading';

/** How sure the model is of a run: the mean, over its tokens, of the probability of any label of that type. */
function confidenceOf(
  labels: readonly string[],
  probabilities: Float64Array,
  type: string,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    labels.forEach((label, number) => {
      if (label.endsWith(`-${type}`)) sum += probabilities[at * labels.length + number] ?? 0;
    });
  }
  return Math.min(1, sum / Math.max(1, to - from));
}

/** Finds names with the trained tagger, sentence by sentence, in text order. */
export function tagByModel(reading: Reading, model: ActorModel): Candidate[] {
  const { tagger, clusters, net } = model;
  const reader = new FeatureReader(reading, clusters);
  const inputs = net && netInputs(reading, reader.columns, net.vocabulary);
  return reading.sentences.flatMap((sentence) => {
    const added = net && inputs && scoreSentence(net, inputs, sentence);
    const { path, probabilities } = tagSequence(tagger, reader.sentence(sentence), added);
    return decodeRuns<CoarseType>(tagger.labels, path).map(({ from, to, type }) => ({
      from: sentence.from + from,
      to: sentence.from + to,
      label: type,
      confidence: confidenceOf(tagger.labels, probabilities, type, from, to),
      why: ['model'],
    }));
  });
}
