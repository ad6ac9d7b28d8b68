import type { CoarseType } from './candidate';

/**
 * For each class the slope and offset of the line from the log-odds of the model's own probability to the log-odds that the
 * name, its extent and its class are right. Fitted on held-back documents by `scripts/train/actors-calibrate.ts`.
 */
export type ActorCalibration = Readonly<Record<CoarseType, readonly [slope: number, offset: number]>>;

/** Log-odds of a probability, kept off the two ends. */
export function logOdds(probability: number): number {
  const inside = Math.min(0.999, Math.max(0.001, probability));
  return Math.log(inside / (1 - inside));
}

/** The share of names with this confidence and class that are right; the confidence itself where nothing was fitted. */
export function calibrated(
  confidence: number,
  label: CoarseType,
  calibration: ActorCalibration | null,
): number {
  if (!calibration) return confidence;
  const [slope, offset] = calibration[label];
  return 1 / (1 + Math.exp(-slope * logOdds(confidence) - offset));
}

/** Reads a calibration from a model file; null where there is none. Throws `SyntaxError` for damaged text. */
export function readCalibration(text: string | null): ActorCalibration | null {
  return text === null ? null : (JSON.parse(text) as ActorCalibration);
}
