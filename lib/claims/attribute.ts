import { anonymityClauses, putBack, withoutClauses } from './anonymity';
import type { Attribution } from './attribution';
import type { ClaimModel } from './claim-model';
import { modelAttributions } from './decode';
import { formulaAttributions } from './formulas';
import type { Frame, Run } from './frame';
import { withGapped } from './gapped';
import { VERB_TABLE } from './inflect';
import { withIntroduced } from './introduced';
import { mend } from './mend';
import { withOrphans } from './orphan-quotes';
import { ruleAttributions } from './rules';
import { labelledSpeech } from './speaker-labels';

// What a rule finds where the model found nothing was right half of the time on tuning documents: kept, not shown unasked.
const ADDED_SCORE = 0.5;

/**
 * The attributions of a text, from the model where there is one, else from rules; then what rules take away, move, and
 * add (quotations that go on without a cue, what the speakers of a transcript say). `named` marks the tokens of actors' mentions.
 */
export function attribute(frame: Frame, named: Uint8Array, model: ClaimModel | null): Attribution[] {
  const clauses = anonymityClauses(frame);
  if (clauses.length === 0) return finish(frame, named, model && modelAttributions(frame, model));
  // “Officials who asked not to be named said”: read as “Officials said”, for what they asked is no claim of theirs.
  const { frame: shorter, kept } = withoutClauses(frame, clauses);
  const namedThere = Uint8Array.from(kept, (i) => named[i]!);
  const found = finish(shorter, namedThere, model && modelAttributions(shorter, model));
  const byStart = new Map(clauses.map((clause) => [clause.first, clause]));
  return found.map((attribution) => putBack(frame, attribution, kept, byStart));
}

/** What rules make of the attributions that the model found, if there is one. */
function finish(frame: Frame, named: Uint8Array, byModel: readonly Attribution[] | null): Attribution[] {
  const byRules = mend(frame, ruleAttributions(frame, named), named);
  const found = byModel ? withRules(frame, mend(frame, byModel, named), byRules) : byRules;
  const labelled = withLabels(frame, withFormulas(frame, found, named), labelledSpeech(frame, named));
  return withOrphans(frame, withIntroduced(frame, labelled, named));
}

// In a transcript the label says who speaks: what was made of label and colon otherwise gives way, what is reported inside stays.
function withLabels(
  frame: Frame,
  found: readonly Attribution[],
  labels: readonly Attribution[],
): readonly Attribution[] {
  if (labels.length === 0) return found;
  const label = new Uint8Array(frame.tokens.length);
  for (const { source, cue } of labels) label.fill(1, source!.first, cue!.last);
  const isOn = (run: Run): boolean => label.subarray(run.first, run.last).includes(1);
  const others = found.filter(({ source, cue, content }) =>
    [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])].every((run) => !isOn(run)),
  );
  return [...others, ...labels];
}

// Turns of phrase, where nothing else was made of their words.
function withFormulas(frame: Frame, found: readonly Attribution[], named: Uint8Array): Attribution[] {
  const taken = takenBy(frame, found);
  const isFree = (run: Run): boolean => !taken.subarray(run.first, run.last).includes(1);
  const added = formulaAttributions(frame, named).filter(
    ({ content, cue }) => content.every(isFree) && (!cue || isFree(cue)),
  );
  const all = [...found, ...added];
  return withGapped(frame, all, takenBy(frame, all), named);
}

function takenBy(frame: Frame, found: readonly Attribution[]): Uint8Array {
  const taken = new Uint8Array(frame.tokens.length);
  for (const { content, cue, source } of found)
    for (const run of [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])])
      taken.fill(1, run.first, run.last);
  return taken;
}

// Promises, refusals, names given to things and anything quoted: forms too rare in the training texts to be learnt well.
function withRules(
  frame: Frame,
  found: readonly Attribution[],
  byRules: readonly Attribution[],
): Attribution[] {
  const taken = takenBy(frame, found);
  const added = byRules.filter(({ content, cue, source }) => {
    // What nobody asked for was said by nobody.
    if (source && /^(?:nobody|none|nothing)$/.test(frame.lower[source.last - 1]!)) return false;
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
