import type { Attribution } from './attribution';
import type { ClaimModel } from './claim-model';
import { modelAttributions } from './decode';
import type { Frame } from './frame';
import { VERB_TABLE } from './inflect';
import { mend } from './mend';
import { withOrphans } from './orphan-quotes';
import { ruleAttributions } from './rules';

// What a rule finds where the model found nothing was right half of the time on tuning documents: kept, not shown unasked.
const ADDED_SCORE = 0.5;

/**
 * The attributions of a text, from the model where there is one, else from rules; then what rules take away, move, and
 * add (quotations that go on without a cue). `named` marks the tokens of actors' mentions.
 */
export function attribute(frame: Frame, named: Uint8Array, model: ClaimModel | null): Attribution[] {
  const byRules = mend(frame, ruleAttributions(frame, named), named);
  const found = model
    ? withRules(frame, mend(frame, modelAttributions(frame, model), named), byRules)
    : byRules;
  return withOrphans(frame, found);
}

// Promises, refusals, names given to things and anything quoted: forms too rare in the training texts to be learnt well.
function withRules(
  frame: Frame,
  found: readonly Attribution[],
  byRules: readonly Attribution[],
): Attribution[] {
  const taken = new Uint8Array(frame.tokens.length);
  for (const { content, cue, source } of found) {
    for (const run of content) taken.fill(1, run.first, run.last);
    if (cue) taken.fill(1, cue.first, cue.last);
    if (source) taken.fill(1, source.first, source.last);
  }
  const added = byRules.filter(({ content, cue }) => {
    const verb = VERB_TABLE.get(frame.lower[(cue?.last ?? 0) - 1] ?? '');
    const suits = verb?.frames.some(
      ({ frame: kind, modality }) =>
        kind === 'do' || kind === 'as' || (kind !== 'judge' && modality !== 'assertion'),
    );
    const free = [...content, ...(cue ? [cue] : [])].every(
      (run) => !taken.subarray(run.first, run.last).includes(1),
    );
    return (
      free &&
      (suits ||
        content.some((run) => frame.quote.subarray(run.first, run.last).some((quote) => quote !== -1)))
    );
  });
  return [...found, ...added.map((attribution) => ({ ...attribution, score: ADDED_SCORE }))];
}
