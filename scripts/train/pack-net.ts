import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Tensor, writeTensors } from '../../lib/tagging/tensor-format';

/** A net as a model's file carries it. */
export interface PackedNet {
  readonly bytes: Uint8Array;
  readonly words: string;
}

const PYTHON = process.env['PYTHON'] ?? 'python3';
const fileOf = (script: string): string => fileURLToPath(new URL(`./${script}`, import.meta.url));

/** Runs a trainer of this folder on FOLDER beside this process, which may go on with something else. Rejects where Python or PyTorch is missing. */
export async function startPython(
  script: string,
  folder: string,
  options: readonly string[] = [],
): Promise<void> {
  const python = spawn(PYTHON, [fileOf(script), folder, ...options], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    python.on('error', reject);
    python.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${script} ended with ${code}`)),
    );
  });
}

/**
 * Rounds a trained net: word vectors to four bits, matrices to eight, constants not at all. `strength` multiplies a matrix before that.
 */
export function packNet(folder: string, strength: (name: string) => number = () => 1): PackedNet {
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
    tensors.set(name, {
      rows,
      columns,
      values: times(all.subarray(at, at + rows * columns), strength(name)),
    });
    at += rows * columns;
  }
  const bits = (name: string): 4 | 8 | 32 => (name === 'word.weight' ? 4 : /bias/.test(name) ? 32 : 8);
  return { bytes: writeTensors(tensors, bits), words: readFileSync(path.join(folder, 'words.txt'), 'utf8') };
}

const times = (values: Float32Array, factor: number): Float32Array =>
  factor === 1 ? values : values.map((value) => value * factor);
