import type { Run } from './frame';
import { LINKS } from './link-features';

/** P of source and of content of every token of a frame, from the first stage. */
export interface Parts {
  readonly source: Float64Array;
  readonly content: Float64Array;
}

// How much the first stage counts beside the second, and what it costs to change between none, source and content.
const FIRST_STAGE = 0.6;
const SWITCH = 1.2;
const LEAST = 1e-4;

/** The best labels (`LINKS`) of a window, from P of each label for its cue (token-major) and what the first stage says. */
export function linkPath(probabilities: Float64Array, parts: Parts, window: Run): Int32Array {
  const count = window.last - window.first;
  const labels = LINKS.length;
  const path = new Int32Array(count);
  const back = new Uint8Array(count * labels);
  let best = new Float64Array(labels);
  for (let w = 0; w < count; w++) {
    const source = parts.source[window.first + w]!;
    const content = parts.content[window.first + w]!;
    const first = [1 - source - content, source, content];
    const next = new Float64Array(labels);
    for (let label = 0; label < labels; label++) {
      let from = label;
      for (let before = 0; before < labels; before++)
        if (w > 0 && best[before]! - SWITCH > best[from]! - (from === label ? 0 : SWITCH)) from = before;
      back[w * labels + label] = from;
      next[label] =
        (w > 0 ? best[from]! - (from === label ? 0 : SWITCH) : 0) +
        Math.log(Math.max(LEAST, probabilities[w * labels + label]!)) +
        FIRST_STAGE * Math.log(Math.max(LEAST, first[label]!));
    }
    best = next;
  }
  let last = 0;
  for (let label = 1; label < labels; label++) if (best[label]! > best[last]!) last = label;
  for (let w = count - 1; w >= 0; w--) {
    path[w] = last;
    last = back[w * labels + last]!;
  }
  return path;
}
