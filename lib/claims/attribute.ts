import type { Attribution } from './attribution';
import type { ClaimModel } from './claim-model';
import { modelAttributions } from './decode';
import type { Frame } from './frame';
import { mend } from './mend';
import { orphanQuotes } from './orphan-quotes';
import { ruleAttributions } from './rules';

/**
 * The attributions of a text, from the model where there is one, else from rules; then what rules take away, move, and
 * add (quotations that go on without a cue). `named` marks the tokens of actors' mentions.
 */
export function attribute(frame: Frame, named: Uint8Array, model: ClaimModel | null): Attribution[] {
  const found = mend(frame, model ? modelAttributions(frame, model) : ruleAttributions(frame, named), named);
  return [...found, ...orphanQuotes(frame, found)];
}
