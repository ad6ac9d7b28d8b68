import type { ActorModel } from '../../lib/actors/actor-model';
import {
  CONFIDENCE_CLASSES,
  type ConfidenceClass,
  confidenceClass,
  logOdds,
  newsLikeness,
} from '../../lib/actors/confidence';
import { findActors } from '../../lib/actors/find-actors';
import { readText } from '../../lib/actors/reading';
import type { ActorType } from '../../lib/model/actor';
import type { LabelledDocument } from './actors-data';
import type { HeldSource } from './actors-held-parts';

/** A name that the model found: how sure it was, and whether extent and class are right. */
export interface JudgedName {
  readonly kind: ConfidenceClass;
  readonly confidence: number;
  readonly isRight: boolean;
}

const LABEL: Readonly<Record<ConfidenceClass, string>> = {
  person: 'PER',
  organisation: 'ORG',
  place: 'LOC',
  people: 'MISC',
  other: 'MISC',
};
const labelOf = (type: ActorType): string => LABEL[confidenceClass(type)];

/** Judges every name that the model finds. Where a source has no MISC, those are left out. */
export function judgeNames({ text, ents, open }: LabelledDocument, model: ActorModel): JudgedName[] {
  const labels = new Map(ents.map(({ start, end, type }) => [`${start}:${end}`, type]));
  return findActors(text, [], model)
    .flatMap(({ mentions }) => mentions.filter(({ form }) => form === 'name'))
    .filter(({ type }) => !(open && labelOf(type) === 'MISC'))
    .map(({ start, end, type, confidence }) => ({
      kind: confidenceClass(type),
      confidence,
      isRight: labels.get(`${start}:${end}`) === labelOf(type),
    }));
}

/** Silver labels have faults: a right name counts as wrong there. */
const SILVER = 'gmb_news';
/** Sources count alike; but one with fewer names than this for less. */
const FULL_WEIGHT = 40;
const RIDGE = 1e-3;
const STEPS = 60;
/** Numbers are rounded so that the last bit of a logarithm on another machine does not change the file. */
const DIGITS = 3;

interface Weighed {
  readonly odds: number;
  readonly isRight: boolean;
  readonly weight: number;
}

/** Newton's method for a logistic line, from nothing (from far off it would not find its way); a line that would fall is laid flat. */
function fitLine(points: readonly Weighed[]): [base: number, slope: number] {
  let [base, slope] = [0, 0];
  for (let step = 0; step < STEPS; step += 1) {
    let [g0, g1] = [RIDGE * base, RIDGE * slope];
    let [h00, h01, h11] = [RIDGE, 0, RIDGE];
    for (const { odds, isRight, weight } of points) {
      const p = 1 / (1 + Math.exp(-(base + slope * odds)));
      const error = weight * (p - (isRight ? 1 : 0));
      const bend = weight * p * (1 - p);
      g0 += error;
      g1 += error * odds;
      h00 += bend;
      h01 += bend * odds;
      h11 += bend * odds * odds;
    }
    const det = h00 * h11 - h01 * h01;
    base -= (h11 * g0 - h01 * g1) / det;
    slope -= (h00 * g1 - h01 * g0) / det;
  }
  return [base, Math.max(0, slope)];
}

/**
 * For each class a line from the model's log-odds to the odds of being right, in texts that are unlike news, fitted on the settings documents of all
 * sources but the silver ones. `model` must be one without such lines.
 */
export function fitConfidence(sources: readonly HeldSource[], model: ActorModel): number[] {
  const points = new Map<ConfidenceClass, Weighed[]>(CONFIDENCE_CLASSES.map((kind) => [kind, []]));
  for (const { tune } of sources.filter(({ name }) => name !== SILVER)) {
    const names = tune
      .filter(({ text }) => newsLikeness(readText(text)) < 0.5)
      .flatMap((document) => judgeNames(document, model));
    for (const { kind, confidence, isRight } of names)
      points.get(kind)?.push({
        odds: logOdds(confidence),
        isRight,
        weight: 1 / Math.max(FULL_WEIGHT, names.length),
      });
  }
  return CONFIDENCE_CLASSES.flatMap((kind) =>
    fitLine(points.get(kind) ?? []).map((value) => Number(value.toFixed(DIGITS))),
  );
}
