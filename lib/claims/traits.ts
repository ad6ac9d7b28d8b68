import type { ClaimKind, Modality } from '../model/claim';
import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';
import { NOUN_TABLE, VERB_TABLE } from './inflect';

const NEGATION = /^(?:not|n't|never|no|nobody|nothing|none|neither|nor|cannot|without)$/;

/** How the content is given: in quotation marks, partly, in other words, or named by a noun. */
export function kindOf(frame: Frame, { cue, content }: Attribution): ClaimKind {
  let inside = 0;
  let all = 0;
  for (const run of content) {
    for (let i = run.first; i < run.last; i++) {
      const token = frame.tokens[i]!;
      if (!/[\p{L}\p{N}]/u.test(token.text)) continue;
      all += token.text.length;
      if (frame.quote[i] !== -1) inside += token.text.length;
    }
  }
  if (inside > 0.8 * all) return 'direct';
  if (inside > 0.02 * all) return 'mixed';
  return cue && nounOfCue(frame, cue) ? 'nominal' : 'indirect';
}

/** What is done by saying it: accused, predicted, proposed … Read from the cue, then from the content. */
export function modalityOf(frame: Frame, cue: Run | null, content: readonly Run[]): Modality {
  if (cue) {
    const after = frame.lower[cue.last] ?? '';
    for (let i = cue.last - 1; i >= cue.first; i--) {
      const word = frame.lower[i]!;
      const noun = NOUN_TABLE.get(word);
      const verb = VERB_TABLE.get(word);
      if (!noun && !verb) continue;
      const found = verb
        ? verbModality(
            verb.base,
            after,
            verb.frames.map((entry) => entry.modality),
          )
        : noun!;
      if (found !== 'assertion') return found;
    }
    if (/^declin|^refus/.test(frame.lower[cue.first]!)) return 'refusal';
  }
  return modalityOfWords(frame, content);
}

// “call for” and “call on” propose, “call X Y” judges.
function verbModality(base: string, after: string, modalities: readonly Modality[]): Modality {
  if (base !== 'call' || modalities.length < 2) return modalities[0]!;
  return after === 'for' || after === 'on' || after === 'to' ? 'proposal' : 'evaluation';
}

/** The kind of statement that the words themselves make, whoever says them. */
export function modalityOfWords(frame: Frame, content: readonly Run[]): Modality {
  const words = new Set<string>();
  for (const run of content)
    for (let i = run.first; i < Math.min(run.last, run.first + 60); i++) words.add(frame.lower[i]!);
  const has = (list: string): boolean => list.split(' ').some((word) => words.has(word));
  if (has('should must ought')) return 'proposal';
  if (has("will wo would 'll") && has('i we')) return 'commitment';
  if (has("will wo 'll likely eventually soon")) return 'prediction';
  if (has('lied lying lies corrupt guilty fraud stole stolen illegally complicit betrayed'))
    return 'accusation';
  return 'assertion';
}

/** Whether the saying or the statement's main verb is negated (“denied that”, “said it was not true”). */
export function isNegated(frame: Frame, cue: Run | null, content: readonly Run[]): boolean {
  if (cue) {
    for (let i = Math.max(0, cue.first - 3); i < cue.last; i++) {
      if (frame.sentence[i] !== frame.sentence[cue.first]) continue;
      if (/^(?:not|n't|never|neither|nor)$/.test(frame.lower[i]!)) return true;
    }
  }
  const first = content[0];
  if (!first) return false;
  for (let i = first.first; i < Math.min(first.last, first.first + 12); i++) {
    if (/^[,;:.]$/.test(frame.lower[i]!)) break;
    if (NEGATION.test(frame.lower[i]!)) return true;
  }
  return false;
}

/** The noun in a cue that carries the statement (“the accusation that”), or null. */
export function nounOfCue(frame: Frame, cue: Run): string | null {
  const verb = frame.lower
    .slice(cue.first, cue.last)
    .some((word) => VERB_TABLE.has(word) && !NOUN_TABLE.has(word));
  if (verb) return null;
  return frame.lower.slice(cue.first, cue.last).find((word) => NOUN_TABLE.has(word)) ?? null;
}
