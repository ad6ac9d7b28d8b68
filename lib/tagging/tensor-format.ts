import { ModelFormatError } from './model-format';

/** A matrix of 32-bit numbers, row-major. */
export interface Tensor {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

interface Entry {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** 4 or 8 bits a number; each row has a scale of one byte, in 255ths of `scale`. 32: as they are. */
  readonly bits: 4 | 8 | 32;
  readonly scale: number;
}

const LIMIT = 64_000_000;

function lengthOf({ rows, columns, bits }: Entry): number {
  return bits === 32 ? rows * columns * 4 : rows + (bits === 8 ? rows * columns : (rows * columns) / 2);
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { name, rows, columns, bits, scale } = value as Record<string, unknown>;
  const isCount = (n: unknown): n is number => Number.isSafeInteger(n) && (n as number) > 0;
  return (
    typeof name === 'string' &&
    isCount(rows) &&
    isCount(columns) &&
    rows * columns < LIMIT &&
    (bits === 8 || bits === 32 || (bits === 4 && columns % 2 === 0)) &&
    Number.isFinite(scale)
  );
}

/** Reads named matrices as `writeTensors` wrote them. Throws `ModelFormatError` where the bytes are damaged. */
export function readTensors(bytes: Uint8Array): Map<string, Tensor> {
  if (bytes.length < 4) throw new ModelFormatError('truncated', `matrices of ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 4 + view.getUint32(0, true);
  let entries: unknown = null;
  try {
    entries = JSON.parse(new TextDecoder().decode(bytes.subarray(4, at)));
  } catch {
    // Reported below, like a list of something else.
  }
  if (!Array.isArray(entries) || !entries.every(isEntry))
    throw new ModelFormatError('inconsistent', 'the list of matrices is not readable');
  const wanted = entries.reduce((sum, entry) => sum + lengthOf(entry), at);
  if (wanted !== bytes.length)
    throw new ModelFormatError('inconsistent', `matrices of ${bytes.length} bytes instead of ${wanted}`);
  return new Map(
    entries.map((entry) => {
      const part = bytes.subarray(at, at + lengthOf(entry));
      at += part.length;
      return [entry.name, { rows: entry.rows, columns: entry.columns, values: unpack(entry, part) }];
    }),
  );
}

function unpack({ rows, columns, bits, scale }: Entry, part: Uint8Array): Float32Array {
  const values = new Float32Array(rows * columns);
  if (bits === 32) {
    const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
    return values.map((_, index) => view.getFloat32(index * 4, true));
  }
  for (let row = 0; row < rows; row++) {
    const step = (part[row]! / 255) * (scale / (bits === 8 ? 127 : 7));
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column;
      const byte = part[rows + (bits === 8 ? index : index >> 1)]!;
      const signed = bits === 8 ? (byte << 24) >> 24 : ((index & 1 ? byte >> 4 : byte & 15) << 28) >> 28;
      values[index] = signed * step;
    }
  }
  return values;
}

/** Rounds and writes named matrices; the same values give the same bytes. `bits` says how finely each is kept. */
export function writeTensors(
  tensors: ReadonlyMap<string, Tensor>,
  bits: (name: string) => 4 | 8 | 32,
): Uint8Array {
  const entries = [...tensors].map(([name, { rows, columns, values }]): Entry => {
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return { name, rows, columns, bits: bits(name), scale };
  });
  const head = new TextEncoder().encode(JSON.stringify(entries));
  const bytes = new Uint8Array(4 + head.length + entries.reduce((sum, entry) => sum + lengthOf(entry), 0));
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  let at = 4 + head.length;
  for (const entry of entries) {
    pack(entry, tensors.get(entry.name)!.values, bytes.subarray(at, at + lengthOf(entry)));
    at += lengthOf(entry);
  }
  return bytes;
}

function pack({ rows, columns, bits, scale }: Entry, values: Float32Array, into: Uint8Array): void {
  if (bits === 32) {
    const view = new DataView(into.buffer, into.byteOffset, into.byteLength);
    for (let index = 0; index < values.length; index++) view.setFloat32(index * 4, values[index]!, true);
    return;
  }
  const most = bits === 8 ? 127 : 7;
  for (let row = 0; row < rows; row++) {
    let largest = 0;
    for (let at = row * columns; at < (row + 1) * columns; at++)
      largest = Math.max(largest, Math.abs(values[at]!));
    into[row] = scale > 0 ? Math.ceil((largest / scale) * 255) : 0;
    const step = (into[row]! / 255) * (scale / most);
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column;
      const rounded = step > 0 ? Math.max(-most, Math.min(most, Math.round(values[index]! / step))) : 0;
      if (bits === 8) into[rows + index] = rounded & 255;
      else into[rows + (index >> 1)] = into[rows + (index >> 1)]! | ((rounded & 15) << (index & 1 ? 4 : 0));
    }
  }
}
