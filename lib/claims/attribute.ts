import type { Attribution } from './attribution';
import type { ClaimModel } from './claim-model';
import { modelAttributions } from './decode';
import type { Frame } from './frame';
import { orphanQuotes } from './orphan-quotes';
import { ruleAttributions } from './rules';

/**
 * The attributions of a text in the order of their cues, from the model where there is one, else from rules; then what
 * rules add (quotations that go on without a cue) and take away. `named` marks the tokens of actors' mentions.
 */
export function attribute(frame: Frame, named: Uint8Array, model: ClaimModel | null): Attribution[] {
  const found = model ? modelAttributions(frame, model) : ruleAttributions(frame, named);
  return [...found, ...orphanQuotes(frame, found)];
}
