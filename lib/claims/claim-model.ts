import { readClusters, type WordClusters } from '../tagging/clusters';
import { ModelFormatError, readModel, type TaggerModel } from '../tagging/model-format';
import type { LinearWeights } from './linear-model';
import { loadNet, type NetModel } from './net-model';

/** The numbers that turn what the two stages say into the score that readers see. */
export interface Calibration {
  /** Weights of the evidence (see `evidenceOf`) and, last, the constant: a logistic regression fitted on tuning documents. */
  readonly weights: readonly number[];
  /** From this score on a claim is marked unasked: at least 90 % of these were right on tuning documents. */
  readonly shownFrom: number;
  /** Below this score an attribution is left out: where F1 was best on tuning documents. */
  readonly keptFrom: number;
}

/** The weights of the claim engine: tags of tokens, links of tokens to one cue, check-worthiness of sentences. */
export interface ClaimModel {
  readonly tags: TaggerModel;
  /** The linear second stage; null where the net does its work. */
  readonly links: TaggerModel | null;
  readonly net: NetModel | null;
  readonly worth: LinearWeights;
  readonly clusters: WordClusters;
  readonly calibration: Calibration;
}

/** The JSON section of the file. */
export interface ClaimSettings {
  readonly worth: Omit<LinearWeights, 'rows'>;
  readonly calibration: Calibration;
}

/** Named sections that the file of the tagger (`lib/tagging/model-format`) carries beside the tag weights. */
export const SECTIONS = {
  links: 'links',
  net: 'net',
  words: 'words',
  worth: 'worth',
  clusters: 'clusters',
  settings: 'settings',
} as const;

/**
 * Reads a claim model: a tagger's file with the link tagger or the net and its words, the check-worthiness rows (int8), the cluster table and the
 * settings (JSON) as sections. Throws `ModelFormatError` where the bytes are no such file or are damaged.
 */
export function loadClaimModel(bytes: Uint8Array): ClaimModel {
  const tags = readModel(bytes);
  const section = (name: string): Uint8Array => {
    const part = tags.extra.get(name);
    if (!part) throw new ModelFormatError('inconsistent', `the claim model has no section "${name}"`);
    return part;
  };
  const text = (name: string): string => new TextDecoder().decode(section(name));
  const settings = readSettings(text(SECTIONS.settings));
  const hasNet = tags.extra.has(SECTIONS.net);
  const rows = new Int8Array(section(SECTIONS.worth).slice().buffer);
  if (rows.length !== 2 ** settings.worth.bits) {
    throw new ModelFormatError('inconsistent', 'the check-worthiness weights have another size than stated');
  }
  return {
    tags,
    links: hasNet ? null : readModel(section(SECTIONS.links)),
    net: hasNet ? loadNet(section(SECTIONS.net), text(SECTIONS.words)) : null,
    worth: { ...settings.worth, rows },
    clusters: readClusters(text(SECTIONS.clusters)),
    calibration: settings.calibration,
  };
}

function readSettings(json: string): ClaimSettings {
  try {
    const { worth, calibration } = JSON.parse(json) as ClaimSettings;
    const numbers = [worth.bits, worth.scale, worth.bias, calibration.shownFrom, calibration.keptFrom];
    if ([...numbers, ...calibration.weights].every(Number.isFinite)) return { worth, calibration };
  } catch {
    // Reported below, like settings without the numbers.
  }
  throw new ModelFormatError('inconsistent', 'the settings of the claim model are not readable');
}
