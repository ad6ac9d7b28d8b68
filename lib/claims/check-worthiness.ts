import type { ClaimModel } from './claim-model';
import type { Frame, Run } from './frame';
import { linearScore } from './linear-model';
import { worthFeatures } from './worth-features';

/** How much a sentence is worth checking, 0…1 (.5 decides), with the reasons that a reader can see. */
export interface Worth {
  readonly score: number;
  readonly why: readonly string[];
}

interface Reason {
  readonly code: string;
  readonly weight: number;
  readonly test: RegExp;
}

// Weights of the rules alone; with a model the reasons explain and the model decides.
const REASONS: readonly Reason[] = [
  {
    code: 'number',
    weight: 1.5,
    test: /\d|\b(?:hundred|thousand|million|billion|trillion|half|quarter|third|dozen)s?\b/i,
  },
  {
    code: 'share',
    weight: 0.6,
    test: /%|\bper ?cent\b|\bpercentage\b|\bmajority\b|\b(?:one|two|three) (?:in|out of) (?:\w+)\b/i,
  },
  {
    code: 'comparison',
    weight: 0.9,
    test: /\b(?:more|less|fewer|higher|lower|larger|smaller|better|worse) than\b|\b(?:most|least|highest|lowest|largest|biggest|first|only|ever)\b/i,
  },
  {
    code: 'change',
    weight: 0.7,
    test: /\b(?:increas|decreas|reduc|doubl|tripl|grew|grown|ris(?:e|en|ing)|rose|f[ae]ll(?:en|ing)?|cut|lost|created|added|dropp|declin)\w*\b/i,
  },
  {
    code: 'causal',
    weight: 0.6,
    test: /\b(?:because|caus(?:e|ed|es|ing)|led to|leads to|result(?:s|ed|ing)? in|due to|thanks to|responsible for)\b/i,
  },
  {
    code: 'accusation',
    weight: 0.6,
    test: /\b(?:accus|alleg|blam|corrupt|fraud|illegal|stole|lied|lies|violat|complicit|support(?:ed|s|ing)? the)\w*\b/i,
  },
  {
    code: 'law',
    weight: 0.4,
    test: /\b(?:law|bill|vote[ds]?|voted|tax(?:es)?|budget|policy|treaty|sanctions|passed|signed)\b/i,
  },
  { code: 'prediction', weight: -0.3, test: /\b(?:will|going to|likely|expected to|could|might|may)\b/i },
];
const AGAINST: readonly Reason[] = [
  { code: 'question', weight: -1.8, test: /\?[”"’']*$/ },
  {
    code: 'opinion',
    weight: -0.8,
    test: /\b(?:i think|i believe|i feel|i hope|should|must|let me|let's|thank you|please)\b/i,
  },
  { code: 'short', weight: -1.5, test: /^(?:\S+\s*){1,5}$/ },
];
const BIAS = -1.6;

/** Scores the words between two tokens as one statement. Never throws; linear in their number. */
export function worthOf(frame: Frame, run: Run, model: ClaimModel | null): Worth {
  const first = frame.tokens[run.first];
  const last = frame.tokens[run.last - 1];
  return first && last ? worthOfText(frame.text.slice(first.start, last.end), model) : { score: 0, why: [] };
}

/** Scores one sentence by itself. */
export function worthOfText(sentence: string, model: ClaimModel | null): Worth {
  // Beyond this length a “sentence” is a table or a list; its beginning says enough.
  const text = sentence.slice(0, 600);
  const why = REASONS.filter((reason) => reason.test.test(text));
  if (model)
    return { score: linearScore(model.worth, worthFeatures(text)), why: why.map((reason) => reason.code) };
  const against = AGAINST.filter((reason) => reason.test.test(text));
  const sum = [...why, ...against].reduce((total, reason) => total + reason.weight, BIAS);
  return { score: 1 / (1 + Math.exp(-sum)), why: why.map((reason) => reason.code) };
}
