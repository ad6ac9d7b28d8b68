import { readFileSync } from 'node:fs';
import { loadActorModel } from '../../lib/actors/actor-model';
import type { Models } from '../../lib/analysis/analyse-text';
import { loadClaimModel } from '../../lib/claims/claim-model';

const FOLDER = new URL('../../assets/models/', import.meta.url);

/** Loads the weights from assets/models; where a file is missing or damaged, rules work alone and `complain` is told. */
export function readModels(complain: (message: string) => void): Models {
  const load = <M>(name: string, parse: (bytes: Uint8Array) => M): M | null => {
    try {
      return parse(readFileSync(new URL(name, FOLDER)));
    } catch (error) {
      complain(
        `${name}: ${error instanceof Error ? error.message : String(error)}; going on with rules alone`,
      );
      return null;
    }
  };
  return { actors: load('actors.bin', loadActorModel), claims: load('claims.bin', loadClaimModel) };
}
