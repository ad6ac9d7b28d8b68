import type { LinearWeights } from './linear-model';
import type { SequenceWeights } from './sequence-model';

/** The numbers that turn raw scores into the scores readers see. */
export interface Calibration {
  /** Probability = 1 / (1 + e^−(slope · logit + offset)), by kind of evidence: fitted on tuning documents. */
  readonly slope: number;
  readonly offset: number;
  /** From this score on a claim is marked unasked: at least 90 % of these were right on tuning documents. */
  readonly shownFrom: number;
}

/** The weights of the claim engine. `words` maps frequent lower-cased words to their cluster. */
export interface ClaimModel {
  readonly tags: SequenceWeights;
  readonly links: SequenceWeights;
  readonly worth: LinearWeights;
  readonly words: ReadonlyMap<string, number>;
  readonly calibration: Calibration;
}

/** What stands at the head of the file: JSON, before the sections in the order of `parts`. */
interface Header {
  readonly format: 'pressmark-claims-1';
  readonly tags: SequenceHeader;
  readonly links: SequenceHeader;
  readonly worth: { readonly bits: number; readonly scale: number; readonly bias: number };
  readonly calibration: Calibration;
  /** Bytes of the word table: words separated by spaces, one line a cluster, UTF-8. */
  readonly words: number;
}

interface SequenceHeader {
  readonly bits: number;
  readonly labels: number;
  readonly scale: number;
  readonly transitions: readonly number[];
}

const MAGIC = 'PMCL';

/**
 * Reads a model file: `PMCL`, the header's length (uint32, little endian), the header, then the int8 rows of the tag,
 * link and check-worthiness weights and the word table. Throws an `Error` where the bytes are no such file or damaged.
 */
export function loadClaimModel(bytes: Uint8Array): ClaimModel {
  const decoder = new TextDecoder();
  if (bytes.length < 8 || decoder.decode(bytes.subarray(0, 4)) !== MAGIC)
    throw new Error('not a claim model');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerEnd = 8 + view.getUint32(4, true);
  if (headerEnd > bytes.length) throw new Error('claim model is cut short');
  const header = JSON.parse(decoder.decode(bytes.subarray(8, headerEnd))) as Header;
  if (header.format !== 'pressmark-claims-1') throw new Error('claim model of another format');
  let at = headerEnd;
  const take = (length: number): Uint8Array => {
    if (!Number.isInteger(length) || length < 0 || at + length > bytes.length)
      throw new Error('claim model is cut short');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const rows = (length: number): Int8Array => new Int8Array(take(length).slice().buffer);
  const sequence = (part: SequenceHeader): SequenceWeights => ({
    ...part,
    transitions: Float64Array.from(part.transitions),
    rows: rows(2 ** part.bits * part.labels),
  });
  const tags = sequence(header.tags);
  const links = sequence(header.links);
  const worth = { ...header.worth, rows: rows(2 ** header.worth.bits) };
  const words = new Map<string, number>();
  decoder
    .decode(take(header.words))
    .split('\n')
    .forEach((line, cluster) => {
      for (const word of line.split(' ')) if (word) words.set(word, cluster);
    });
  return { tags, links, worth, words, calibration: header.calibration };
}

/** Writes a model in the format that `loadClaimModel` reads; the same model gives the same bytes. */
export function packClaimModel(model: ClaimModel): Uint8Array {
  const encoder = new TextEncoder();
  const clusters: string[][] = [];
  for (const [word, cluster] of model.words) {
    while (clusters.length <= cluster) clusters.push([]);
    clusters[cluster]!.push(word);
  }
  const words = encoder.encode(clusters.map((list) => list.join(' ')).join('\n'));
  const part = ({ bits, labels, scale, transitions }: SequenceWeights): SequenceHeader => ({
    bits,
    labels,
    scale,
    transitions: [...transitions].map((value) => Math.round(value * 1e4) / 1e4),
  });
  const header: Header = {
    format: 'pressmark-claims-1',
    tags: part(model.tags),
    links: part(model.links),
    worth: { bits: model.worth.bits, scale: model.worth.scale, bias: model.worth.bias },
    calibration: model.calibration,
    words: words.length,
  };
  const head = encoder.encode(JSON.stringify(header));
  const sections = [model.tags.rows, model.links.rows, model.worth.rows, words];
  const out = new Uint8Array(8 + head.length + sections.reduce((sum, section) => sum + section.length, 0));
  out.set(encoder.encode(MAGIC));
  new DataView(out.buffer).setUint32(4, head.length, true);
  out.set(head, 8);
  let at = 8 + head.length;
  for (const section of sections) {
    out.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += section.length;
  }
  return out;
}
