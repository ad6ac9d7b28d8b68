import type { ClaimModel } from '../../../lib/claims/claim-model';
import { LINKS } from '../../../lib/claims/link-features';
import { TAGS } from '../../../lib/claims/tag-features';
import { readClusters } from '../../../lib/tagging/clusters';
import { MODEL_VERSION, type TaggerModel } from '../../../lib/tagging/model-format';

/** Pseudo-random but fixed weights: they know nothing, yet lead through every branch of decoding. */
function weights(length: number, seed: number): Int8Array {
  let state = seed;
  return Int8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state >> 26;
  });
}

function tagger(labels: readonly string[], seed: number): TaggerModel {
  const bits = 8;
  return {
    version: MODEL_VERSION,
    task: 'test',
    labels,
    bits,
    scale: 0.01,
    weights: weights(2 ** bits * labels.length, seed),
    // Something begins now and then, not at every word.
    transitions: Float32Array.from({ length: labels.length ** 2 }, (_, at) =>
      labels[at % labels.length]!.startsWith('B-') ? -2 : 0,
    ),
    starts: new Float32Array(labels.length),
    ends: new Float32Array(labels.length),
    extra: new Map(),
  };
}

/** A small claim model for tests of everything but accuracy. */
export function tinyModel(): ClaimModel {
  return {
    tags: tagger(TAGS, 7),
    links: tagger(LINKS, 11),
    net: null,
    worth: { bits: 8, scale: 0.02, bias: -0.5, rows: weights(256, 13) },
    clusters: readClusters('0\tsaid says told\n1\tport harbour'),
    calibration: { weights: [1, 0, 0, 0, 0, 0, 0, 0, 0], shownFrom: 0.8, keptFrom: 0.1 },
  };
}
