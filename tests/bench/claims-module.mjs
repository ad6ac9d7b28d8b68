// The claim engine as the scorers want it: node --import tsx …/score.mjs tests/bench/claims-module.mjs
// PRESSMARK_RULES=1 leaves the models out.
import { existsSync, readFileSync } from 'node:fs';
import { worthOfText } from '../../lib/claims/check-worthiness';
import { loadClaimModel } from '../../lib/claims/claim-model';
import { findClaims } from '../../lib/claims/find-claims';
import { blocksOf } from '../../lib/text/blocks';

const file = new URL(process.env.PRESSMARK_CLAIMS ?? '../../assets/models/claims.bin', import.meta.url);
const model = process.env.PRESSMARK_RULES || !existsSync(file) ? null : loadClaimModel(readFileSync(file));
const actorsOf = await loadActors();

// With PRESSMARK_ACTORS=0 the claim engine is measured by itself, without knowing who is an actor.
async function loadActors() {
  const engine = new URL('../../lib/actors/find-actors.ts', import.meta.url);
  if (process.env.PRESSMARK_ACTORS === '0' || !existsSync(engine)) return () => [];
  const { findActors } = await import('../../lib/actors/find-actors');
  const { loadActorModel } = await import('../../lib/actors/actor-model');
  const weights = new URL('../../assets/models/actors.bin', import.meta.url);
  const actorModel = existsSync(weights) ? loadActorModel(readFileSync(weights)) : null;
  return (text, blocks) => findActors(text, blocks, actorModel);
}

export function claims(text) {
  const blocks = blocksOf(text);
  return findClaims(text, blocks, actorsOf(text, blocks), model);
}

export function checkworthy(sentence) {
  return worthOfText(sentence, model).score;
}
