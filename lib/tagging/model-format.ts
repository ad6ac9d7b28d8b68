/** Thrown for a file that is no model of this version, or not a whole one. `code` says which. */
export class ModelFormatError extends Error {
  override readonly name = 'ModelFormatError';

  constructor(
    readonly code: 'not-a-model' | 'unknown-version' | 'truncated' | 'inconsistent',
    message: string,
  ) {
    super(message);
  }
}

/**
 * A trained linear-chain tagger. A feature's hash picks a row of `weights` (`2^bits` rows, one int8 per label, row-major);
 * scores are weights × `scale`. `transitions` is labels × labels, row = label before; `-Infinity` forbids. `starts` and
 * `ends` score the first and the last label. `extra` holds named byte sections that the engine alone understands.
 */
export interface TaggerModel {
  readonly version: number;
  readonly task: string;
  readonly labels: readonly string[];
  readonly bits: number;
  readonly scale: number;
  readonly weights: Int8Array;
  readonly transitions: Float32Array;
  readonly starts: Float32Array;
  readonly ends: Float32Array;
  readonly extra: ReadonlyMap<string, Uint8Array>;
}

export const MODEL_VERSION = 1;
const MAGIC = [0x50, 0x4d, 0x54, 0x47];
const HEAD = 12;
const FORBIDDEN = -1e4;

interface Header {
  readonly task: string;
  readonly labels: readonly string[];
  readonly bits: number;
  readonly scale: number;
  readonly extra: readonly { readonly name: string; readonly length: number }[];
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false;
  const header = value as Record<string, unknown>;
  const isCount = (n: unknown): boolean => Number.isSafeInteger(n) && (n as number) >= 0;
  return (
    typeof header['task'] === 'string' &&
    Array.isArray(header['labels']) &&
    header['labels'].length > 0 &&
    header['labels'].every((label) => typeof label === 'string') &&
    isCount(header['bits']) &&
    (header['bits'] as number) <= 22 &&
    typeof header['scale'] === 'number' &&
    Array.isArray(header['extra']) &&
    header['extra'].every((part) => typeof part?.name === 'string' && isCount(part?.length))
  );
}

function readHeader(bytes: Uint8Array): { header: Header; at: number } {
  if (bytes.length < HEAD) throw new ModelFormatError('truncated', `model file of ${bytes.length} bytes`);
  if (MAGIC.some((byte, at) => bytes[at] !== byte))
    throw new ModelFormatError('not-a-model', 'not a model file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(4, true);
  if (version !== MODEL_VERSION) throw new ModelFormatError('unknown-version', `model version ${version}`);
  const length = view.getUint32(8, true);
  if (HEAD + length > bytes.length) throw new ModelFormatError('truncated', 'model header is cut off');
  let header: unknown = null;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length)));
  } catch {
    // Reported below, with every other unreadable header.
  }
  if (!isHeader(header)) throw new ModelFormatError('inconsistent', 'model header is not readable');
  return { header, at: HEAD + length };
}

/** Reads a model file. Throws `ModelFormatError` for another format or version, and for a file that is cut off or too long. */
export function readModel(bytes: Uint8Array): TaggerModel {
  const { header, at } = readHeader(bytes);
  const count = header.labels.length;
  const floats = count * (count + 2);
  const rows = 2 ** header.bits * count;
  const extraLength = header.extra.reduce((sum, part) => sum + part.length, 0);
  const wanted = at + floats * 4 + rows + extraLength;
  if (bytes.length < wanted)
    throw new ModelFormatError('truncated', `model file has ${bytes.length} of ${wanted} bytes`);
  if (bytes.length > wanted)
    throw new ModelFormatError('inconsistent', `model file has ${bytes.length - wanted} bytes too many`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const scores = Float32Array.from({ length: floats }, (_, index) => {
    const score = view.getFloat32(at + index * 4, true);
    return score <= FORBIDDEN ? Number.NEGATIVE_INFINITY : score;
  });
  let offset = at + floats * 4;
  // Copied by `set`: on Node's Buffer, `slice` would give a view of someone else's memory.
  const weights = new Int8Array(rows);
  weights.set(bytes.subarray(offset, offset + rows));
  offset += rows;
  const extra = new Map<string, Uint8Array>();
  for (const { name, length } of header.extra) {
    extra.set(name, Uint8Array.from(bytes.subarray(offset, offset + length)));
    offset += length;
  }
  return {
    version: MODEL_VERSION,
    task: header.task,
    labels: header.labels,
    bits: header.bits,
    scale: header.scale,
    weights,
    transitions: scores.slice(0, count * count),
    starts: scores.slice(count * count, count * (count + 1)),
    ends: scores.slice(count * (count + 1)),
    extra,
  };
}

/** Writes a model as `readModel` reads it: the same model gives the same bytes. */
export function writeModel(model: Omit<TaggerModel, 'version'>): Uint8Array {
  const extra = [...model.extra].map(([name, part]) => ({ name, length: part.length }));
  const { task, labels, bits, scale } = model;
  const header = new TextEncoder().encode(
    JSON.stringify({ task, labels, bits, scale, extra } satisfies Header),
  );
  const scores = [...model.transitions, ...model.starts, ...model.ends];
  const size =
    HEAD +
    header.length +
    scores.length * 4 +
    model.weights.length +
    extra.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC, 0);
  view.setUint32(4, MODEL_VERSION, true);
  view.setUint32(8, header.length, true);
  bytes.set(header, HEAD);
  let at = HEAD + header.length;
  for (const score of scores) {
    view.setFloat32(at, Math.max(score, FORBIDDEN), true);
    at += 4;
  }
  bytes.set(new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.length), at);
  at += model.weights.length;
  for (const part of model.extra.values()) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
