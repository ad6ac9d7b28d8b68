import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Frame, frameText, type Run } from '../../lib/claims/frame';
import type { Segment } from '../../lib/model/span';
import { blocksOf } from '../../lib/text/blocks';

/** A document with its attributions as sets of tokens. */
export interface LabelledText {
  readonly id: string;
  readonly frame: Frame;
  readonly attributions: readonly GoldAttribution[];
}

export interface GoldAttribution {
  readonly source: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Readonly<Record<'source' | 'cue' | 'content', readonly Segment[]>>[];
}

/** A sentence with its check-worthiness label, 0 or 1. `set` names its corpus. */
export interface RatedSentence {
  readonly set: string;
  readonly text: string;
  readonly label: number;
}

/** The folder with the claim data, or null where it is not there. */
export function dataFolder(): string | null {
  const folder = path.join(process.env['PRESSMARK_DATA'] ?? '../shared/data', 'claims');
  return existsSync(folder) ? folder : null;
}

/** Reads a file of attributions. */
export function readAttributions(folder: string, name: string): LabelledText[] {
  return rows<Row>(folder, name).map(({ id, text, attributions }) => {
    const frame = frameText(text, blocksOf(text));
    const set = (segments: readonly Segment[]): Set<number> =>
      new Set(segments.flatMap((segment) => tokensIn(frame, segment)));
    return {
      id,
      frame,
      attributions: attributions.map((gold) => ({
        source: set(gold.source),
        cue: set(gold.cue),
        content: set(gold.content),
      })),
    };
  });
}

/** Reads a file of check-worthiness labels. */
export function readRatings(folder: string, name: string): RatedSentence[] {
  return rows<RatedSentence>(folder, name);
}

function rows<T>(folder: string, name: string): T[] {
  return readFileSync(path.join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Numbers of the tokens that a segment touches. */
export function tokensIn({ tokens }: Frame, [start, end]: Segment): number[] {
  let lo = 0;
  let hi = tokens.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (tokens[mid]!.end <= start) lo = mid + 1;
    else hi = mid;
  }
  const found: number[] = [];
  for (let i = lo; i < tokens.length && tokens[i]!.start < end; i++) found.push(i);
  return found;
}

/** The cue's longest contiguous run, or null for an attribution without a cue. */
export function cueRun({ cue }: GoldAttribution): Run | null {
  const tokens = [...cue].sort((a, b) => a - b);
  let best: Run | null = null;
  for (let i = 0; i < tokens.length; i++) {
    let last = i;
    while (tokens[last + 1] === tokens[last]! + 1) last++;
    if (!best || last - i + 1 > best.last - best.first) best = { first: tokens[i]!, last: tokens[last]! + 1 };
    i = last;
  }
  return best;
}

/** The labels of the first stage (see `TAGS`), one a token. */
export function tagLabels({ frame, attributions }: Pick<LabelledText, 'frame' | 'attributions'>): Uint8Array {
  const labels = new Uint8Array(frame.tokens.length);
  const owner = new Int32Array(frame.tokens.length).fill(-1);
  for (const [part, base] of [
    ['content', 5],
    ['cue', 3],
    ['source', 1],
  ] as const) {
    attributions.forEach((gold, index) => {
      for (const token of gold[part]) {
        labels[token] = base;
        owner[token] = index;
      }
    });
  }
  const starts = new Set(frame.paragraphs.map((run) => run.first));
  for (let i = frame.tokens.length - 1; i > 0; i--) {
    const goesOn =
      labels[i] !== 0 && !starts.has(i) && labels[i] === labels[i - 1] && owner[i] === owner[i - 1];
    if (goesOn) labels[i] = labels[i]! + 1;
  }
  return labels;
}
