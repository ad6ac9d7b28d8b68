import { loadActorModel } from '../actors/actor-model';
import type { Models } from '../analysis/analyse-text';
import { loadClaimModel } from '../claims/claim-model';

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
    load('models/actors.bin', loadActorModel),
    load('models/claims.bin', loadClaimModel),
  ]);
  return { actors, claims };
}
