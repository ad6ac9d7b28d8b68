import { loadActorModel } from '../actors/actor-model';
import type { Models } from '../analysis/analyse-text';
import { loadClaimModel } from '../claims/claim-model';

/** The packed weights, as paths in the extension. */
export const MODEL_FILES = ['models/actors.bin', 'models/claims.bin'] as const;

/**
 * Loads the packed weights. A model that is missing or damaged is left out (`null`): the engines then work with
 * their rules alone, and `complain` is told why.
 */
export async function loadModels(
  read: (path: string) => Promise<Uint8Array>,
  complain: (what: string, error: unknown) => void,
): Promise<Models> {
  const load = async <M>(path: string, parse: (bytes: Uint8Array) => M): Promise<M | null> => {
    try {
      return parse(await read(path));
    } catch (error) {
      complain(path, error);
      return null;
    }
  };
  const [actors, claims] = await Promise.all([
    load(MODEL_FILES[0], loadActorModel),
    load(MODEL_FILES[1], loadClaimModel),
  ]);
  return { actors, claims };
}
