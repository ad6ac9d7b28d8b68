import { readClusters, type WordClusters } from '../tagging/clusters';
import { ModelFormatError, readModel, type TaggerModel } from '../tagging/model-format';
import { type ConfidenceLines, readConfidence } from './confidence';
import { type ActorNet, loadActorNet } from './net';

/** The trained tagger with its word clusters and the net beside it, as `loadActorModel` makes it from the model file. */
export interface ActorModel {
  readonly tagger: TaggerModel;
  readonly clusters: WordClusters;
  /** Null in a file without one: the tagger then decides alone. */
  readonly net: ActorNet | null;
  /** How sure the model may be taken for; null in a file without: its probabilities then stand as they are. */
  readonly confidence: ConfidenceLines | null;
}

/** Named sections that the file carries beside the tagger's weights. */
export const SECTIONS = {
  clusters: 'clusters',
  net: 'net',
  words: 'words',
  confidence: 'confidence',
} as const;

/** Reads `actors.bin`. Throws `ModelFormatError` for an unknown version, a truncated file or a model of another task. */
export function loadActorModel(bytes: Uint8Array): ActorModel {
  const tagger = readModel(bytes);
  if (tagger.task !== 'actors')
    throw new ModelFormatError('inconsistent', `a model for ${tagger.task}, not for actors`);
  const text = (name: string): string => new TextDecoder().decode(tagger.extra.get(name) ?? new Uint8Array());
  const net = tagger.extra.get(SECTIONS.net);
  return {
    tagger,
    clusters: readClusters(text(SECTIONS.clusters)),
    net: net ? loadActorNet(net, text(SECTIONS.words), tagger.labels.length) : null,
    confidence: readConfidence(text(SECTIONS.confidence)),
  };
}
