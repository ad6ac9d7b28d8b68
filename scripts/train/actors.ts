/**
 * Trains the actors' tagger and writes assets/models/actors.bin:
 *   npx tsx scripts/train/actors.ts
 * Reads the development data (PRESSMARK_DATA) and the committed table of clusters. Same data and seed, same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { FeatureReader } from '../../lib/actors/features';
import { type Reading, readText, type Sentence } from '../../lib/actors/reading';
import { bilouLabels, encodeRuns, mayFollow } from '../../lib/tagging/bilou';
import { readClusters, type WordClusters } from '../../lib/tagging/clusters';
import { writeModel } from '../../lib/tagging/model-format';
import { dataFolder, type LabelledDocument, readCorrected, readSource, SOURCES } from './actors-data';
import { corpusArticles, namesOf } from './corpus-data';
import { type TrainingSequence, trainCrf } from './crf-train';

const LABELS = bilouLabels(['PER', 'ORG', 'LOC', 'MISC']);
const OUT =
  process.env['PRESSMARK_MODEL_OUT'] ??
  fileURLToPath(new URL('../../assets/models/actors.bin', import.meta.url));
const CLUSTERS = new URL('./crf-clusters.txt', import.meta.url);
const setting = (name: string, value: number): number => Number(process.env[`PRESSMARK_${name}`] ?? value);

/** Label bit sets of one sentence, or null where a name does not begin and end with a token. */
function allowedLabels(reading: Reading, sentence: Sentence, document: LabelledDocument): Uint32Array | null {
  const { tokens } = reading;
  const start = tokens[sentence.from]?.start ?? 0;
  const end = tokens[sentence.to - 1]?.end ?? 0;
  const runs = [];
  for (const entity of document.ents) {
    if (entity.end <= start || entity.start >= end) continue;
    let from = sentence.from;
    while (from < sentence.to && (tokens[from]?.start ?? 0) < entity.start) from += 1;
    let to = from;
    while (to < sentence.to && (tokens[to]?.end ?? 0) <= entity.end) to += 1;
    if (tokens[from]?.start !== entity.start || tokens[to - 1]?.end !== entity.end) return null;
    runs.push({ from: from - sentence.from, to: to - sentence.from, type: entity.type });
  }
  const labels = encodeRuns(LABELS, sentence.to - sentence.from, runs);
  // Where a source has no label for MISC, an unlabelled word may still be part of one.
  const unlabelled = document.open
    ? LABELS.reduce(
        (bits, label, at) => (label === 'O' || label.endsWith('-MISC') ? bits | (1 << at) : bits),
        0,
      )
    : 1;
  return Uint32Array.from(labels, (label) => (label === 0 ? unlabelled : 1 << label));
}

function sequencesOf(
  documents: readonly LabelledDocument[],
  clusters: WordClusters,
): { sequences: TrainingSequence[]; dropped: number } {
  const sequences: TrainingSequence[] = [];
  let dropped = 0;
  for (const document of documents) {
    const reading = readText(document.text);
    const reader = new FeatureReader(reading, clusters);
    for (const sentence of reading.sentences) {
      const allowed = allowedLabels(reading, sentence, document);
      if (allowed) sequences.push({ features: reader.sentence(sentence), allowed });
      else dropped += 1;
    }
  }
  return { sequences, dropped };
}

function train(folder: string): void {
  const table = readFileSync(CLUSTERS);
  const clusters = readClusters(table.toString());
  const all: TrainingSequence[] = [];
  const without = (process.env['PRESSMARK_WITHOUT'] ?? '').split(',');
  const add = (name: string, documents: readonly LabelledDocument[], times: number) => {
    if (without.includes(name)) return;
    const { sequences, dropped } = sequencesOf(documents, clusters);
    for (let time = 0; time < times; time += 1) all.push(...sequences);
    console.log(
      `${name}: ${documents.length} documents, ${sequences.length} sentences × ${times}, ${dropped} not aligned`,
    );
  };
  const human = setting('HUMAN', 2);
  for (const source of SOURCES) {
    add(source.file, readSource(folder, source).training, source.edited ? human : 1);
  }
  add('corrections', readCorrected(folder).training, setting('CORRECTED', 1));
  add('corpus', corpusArticles('training').map(namesOf), human);
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
  const bytes = writeModel(
    trainCrf(all, options, new Map([['clusters', new Uint8Array(table)]]), console.log),
  );
  mkdirSync(path.dirname(OUT), { recursive: true });
  writeFileSync(OUT, bytes);
  console.log(
    `${OUT}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzip, sha256 ${createHash('sha256').update(bytes).digest('hex')}`,
  );
}

const folder = dataFolder();
if (folder) train(folder);
else console.error('skipped: no development data (set PRESSMARK_DATA)');
