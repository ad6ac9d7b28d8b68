import { readClusters, type WordClusters } from '../tagging/clusters';
import { ModelFormatError, readModel, type TaggerModel } from '../tagging/model-format';
import { type ActorCalibration, readCalibration } from './calibration';

/** The trained tagger with its word clusters and, where it was fitted, its calibration, as `loadActorModel` makes it from the model file. */
export interface ActorModel {
  readonly tagger: TaggerModel;
  readonly clusters: WordClusters;
  readonly calibration: ActorCalibration | null;
}

/** Reads `actors.bin`. Throws `ModelFormatError` for an unknown version, a truncated file or a model of another task. */
export function loadActorModel(bytes: Uint8Array): ActorModel {
  const tagger = readModel(bytes);
  if (tagger.task !== 'actors')
    throw new ModelFormatError('inconsistent', `a model for ${tagger.task}, not for actors`);
  const text = (name: string): string | null => {
    const bytes = tagger.extra.get(name);
    return bytes ? new TextDecoder().decode(bytes) : null;
  };
  return {
    tagger,
    clusters: readClusters(text('clusters') ?? ''),
    calibration: readCalibration(text('calibration')),
  };
}
