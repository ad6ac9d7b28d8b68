import type { ActorModel } from '../../lib/actors/actor-model';
import { type ActorCalibration, logOdds } from '../../lib/actors/calibration';
import type { CoarseType } from '../../lib/actors/candidate';
import { documentPass } from '../../lib/actors/document-pass';
import { readText } from '../../lib/actors/reading';
import { tagByModel } from '../../lib/actors/tag-model';
import type { LabelledDocument } from './actors-data';

/** One name that the model found in a held-back document: how sure it was, and whether extent and class are right. */
export interface Judged {
  readonly label: CoarseType;
  readonly confidence: number;
  readonly right: boolean;
}

/** Judges every name found in the documents. Where a source has no MISC, those are left out. */
export function judgeNames(documents: readonly LabelledDocument[], model: ActorModel): Judged[] {
  return documents.flatMap(({ text, ents, open }) => {
    const reading = readText(text);
    return documentPass(reading, tagByModel(reading, model)).flatMap(({ from, to, label, confidence }) => {
      if (open && label === 'MISC') return [];
      const start = reading.tokens[from]?.start;
      const end = reading.tokens[to - 1]?.end;
      const right = ents.some((ent) => ent.start === start && ent.end === end && ent.type === label);
      return [{ label, confidence, right }];
    });
  });
}

/** Fits a line per class by Newton's method on the log loss, drawn a little towards the identity: deterministic. */
export function fitCalibration(judged: readonly Judged[]): ActorCalibration {
  return {
    PER: fitLine(judged.filter(({ label }) => label === 'PER')),
    ORG: fitLine(judged.filter(({ label }) => label === 'ORG')),
    LOC: fitLine(judged.filter(({ label }) => label === 'LOC')),
    MISC: fitLine(judged.filter(({ label }) => label === 'MISC')),
  };
}

const STEPS = 25;
const PULL = 1;

function fitLine(judged: readonly Judged[]): [number, number] {
  let [slope, offset] = [1, 0];
  for (let step = 0; step < STEPS; step += 1) {
    let [gradientSlope, gradientOffset] = [PULL * (slope - 1), PULL * offset];
    let [a, b, d] = [PULL, 0, PULL];
    for (const { confidence, right } of judged) {
      const x = logOdds(confidence);
      const p = 1 / (1 + Math.exp(-slope * x - offset));
      const weight = p * (1 - p);
      const error = p - (right ? 1 : 0);
      gradientSlope += error * x;
      gradientOffset += error;
      a += weight * x * x;
      b += weight * x;
      d += weight;
    }
    const determinant = a * d - b * b;
    slope -= (d * gradientSlope - b * gradientOffset) / determinant;
    offset -= (a * gradientOffset - b * gradientSlope) / determinant;
  }
  return [Math.round(slope * 1e4) / 1e4, Math.round(offset * 1e4) / 1e4];
}

/** Mean distance between confidence and share right, over ten bands of confidence weighted by their size. */
export function calibrationError(judged: readonly Pick<Judged, 'confidence' | 'right'>[]): number {
  const bands = Array.from({ length: 10 }, () => ({ count: 0, sum: 0, right: 0 }));
  for (const { confidence, right } of judged) {
    const band = bands[Math.min(9, Math.floor(confidence * 10))];
    if (!band) continue;
    band.count += 1;
    band.sum += confidence;
    band.right += right ? 1 : 0;
  }
  return (
    bands.reduce((total, { sum, right }) => total + Math.abs(sum - right), 0) / Math.max(1, judged.length)
  );
}
