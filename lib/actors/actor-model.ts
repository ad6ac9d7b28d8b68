import { readClusters, type WordClusters } from '../tagging/clusters';
import { ModelFormatError, readModel, type TaggerModel } from '../tagging/model-format';

/** The trained tagger with its word clusters, as `loadActorModel` makes it from the model file. */
export interface ActorModel {
  readonly tagger: TaggerModel;
  readonly clusters: WordClusters;
}

/** Reads `actors.bin`. Throws `ModelFormatError` for an unknown version, a truncated file or a model of another task. */
export function loadActorModel(bytes: Uint8Array): ActorModel {
  const tagger = readModel(bytes);
  if (tagger.task !== 'actors')
    throw new ModelFormatError('inconsistent', `a model for ${tagger.task}, not for actors`);
  return {
    tagger,
    clusters: readClusters(new TextDecoder().decode(tagger.extra.get('clusters') ?? new Uint8Array())),
  };
}
