import { decodeRuns } from '../tagging/bilou';
import { scoreSequence, tagScores } from '../tagging/tag-sequence';
import type { ActorModel } from './actor-model';
import type { Candidate, CoarseType } from './candidate';
import { DocumentEvidence } from './document-evidence';
import { FeatureReader } from './features';
import { scoreSentence } from './net';
import { netInputs } from './net-inputs';
import type { Reading } from './reading';

/** The numbers of the labels of each type, of `count` labels. */
interface LabelsByType {
  readonly count: number;
  readonly of: ReadonlyMap<string, readonly number[]>;
}

function labelsByType(labels: readonly string[]): LabelsByType {
  const of = new Map<string, number[]>();
  labels.forEach((label, number) => {
    const type = label.slice(2);
    of.set(type, [...(of.get(type) ?? []), number]);
  });
  return { count: labels.length, of };
}

/** How sure the model is of a run: the mean, over its tokens, of the probability of any label of that type. */
function confidenceOf(
  { count, of }: LabelsByType,
  probabilities: Float64Array,
  type: string,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let at = from; at < to; at += 1)
    for (const number of of.get(type) ?? []) sum += probabilities[at * count + number] ?? 0;
  return Math.min(1, sum / Math.max(1, to - from));
}

/** Decides the labels of a text from the scores of its sentences: each by itself, then all with what the document says of its words. */
function decodeReading(
  reading: Reading,
  tagger: ActorModel['tagger'],
  signs: Int32Array,
  scores: readonly Float32Array[],
): Candidate[] {
  const byType = labelsByType(tagger.labels);
  const evidence = new DocumentEvidence(reading, signs, tagger.labels);
  const read = reading.sentences.map((sentence, number) => {
    const signed = evidence.signed(sentence, scores[number]!);
    const tagging = tagScores(tagger, signed);
    evidence.add(sentence, tagging.probabilities);
    return { sentence, signed, tagging };
  });
  return read.flatMap(({ sentence, signed, tagging }) => {
    const leaned = evidence.leaned(sentence, signed, tagging.probabilities);
    const { path, probabilities } = leaned ? tagScores(tagger, leaned) : tagging;
    return decodeRuns<CoarseType>(tagger.labels, path).map(({ from, to, type }) => ({
      from: sentence.from + from,
      to: sentence.from + to,
      label: type,
      confidence: confidenceOf(byType, probabilities, type, from, to),
      why: ['model'],
    }));
  });
}

/** Finds names with the trained tagger, in text order. */
export function tagByModel(reading: Reading, model: ActorModel): Candidate[] {
  const { tagger, clusters, net } = model;
  const reader = new FeatureReader(reading, clusters);
  const inputs = net && netInputs(reading, reader.columns, net.vocabulary);
  const scores = reading.sentences.map((sentence) => {
    const added = net && inputs && scoreSentence(net, inputs, sentence);
    return scoreSequence(tagger, reader.sentence(sentence), added);
  });
  return decodeReading(reading, tagger, reader.columns.signs, scores);
}
