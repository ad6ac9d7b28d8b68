/**
 * Trains the claim engine and writes assets/models/claims.bin. The same data gives the same bytes.
 *   npx tsx scripts/train/claims.ts [--open-data-only] [--out FILE] [--calibrate-only]
 * --calibrate-only fits the thresholds of FILE anew, after a change to decoding; a full run gives the same bytes.
 * Reads PRESSMARK_DATA (default ../shared/data); skips visibly where it is not there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import {
  type Calibration,
  type ClaimModel,
  type ClaimSettings,
  loadClaimModel,
  SECTIONS,
} from '../../lib/claims/claim-model';
import { decodeFrame } from '../../lib/claims/decode';
import { readClusters } from '../../lib/tagging/clusters';
import { readModel, writeModel } from '../../lib/tagging/model-format';
import { calibrate, judged } from './claims-calibrate';
import {
  dataFolder,
  type LabelledText,
  type RatedSentence,
  readAttributions,
  readRatings,
} from './claims-data';
import { type StageOptions, tagTexts, trainLinks, trainTags } from './claims-stages';
import { trainWorth } from './claims-worth';
import { attributionsOf, corpusArticles, ratingsOf } from './corpus-data';

const OPTIONS: StageOptions = {
  tagBits: 18,
  linkBits: 17,
  tagEpochs: 7,
  linkEpochs: 5,
  dropout: 0.4,
  rate: 0.1,
  sparsity: 0.001,
};
/** How often the project's own articles are seen: they are few, and are what readers read. */
const CORPUS_TIMES = Number(process.env['PRESSMARK_CORPUS_TIMES'] ?? 1);
const log = (line: string): void => console.error(line);

interface Split {
  readonly train: LabelledText[];
  readonly tune: LabelledText[];
}

// Every tenth training document is kept for thresholds and calibration, with the tuning part of the corpus; polnear_dev,
// the odd GUM documents and the corpus' test part are for reporting.
function split(folder: string, openOnly: boolean): Split {
  const polnear = openOnly ? [] : readAttributions(folder, 'polnear_train.jsonl');
  const gum = readAttributions(folder, 'gum_attribution.jsonl').filter((_, index) => index % 2 === 0);
  const every = openOnly ? 5 : 10;
  const texts = openOnly ? gum : polnear;
  const isTuning = (index: number): boolean => index % every === every - 1;
  const own = corpusArticles('training').map(attributionsOf);
  return {
    train: [
      ...texts.filter((_, index) => !isTuning(index)),
      ...(openOnly ? [] : gum),
      ...Array.from({ length: CORPUS_TIMES }, () => own).flat(),
    ],
    tune: [...texts.filter((_, index) => isTuning(index)), ...corpusArticles('tuning').map(attributionsOf)],
  };
}

function train(folder: string, openOnly: boolean): ClaimModel & { readonly table: string } {
  const { train: texts, tune } = split(folder, openOnly);
  const rated = ratings(folder, openOnly);
  const table = knownWords(
    readFileSync(new URL('./crf-clusters.txt', import.meta.url), 'utf8'),
    texts,
    rated,
  );
  const clusters = readClusters(table);
  log(`${texts.length} texts to train on, ${tune.length} to tune on`);
  // The second stage must see the first one as it is on new text: each half is tagged by a model of the other.
  const halves = [0, 1].map((half) => texts.filter((_, index) => index % 2 === half));
  const tagged = new Map(
    halves.flatMap((half, index) => [
      ...tagTexts(half, trainTags(halves[1 - index]!, clusters, OPTIONS, log), clusters),
    ]),
  );
  const tags = trainTags(texts, clusters, OPTIONS, log);
  const links = trainLinks(texts, tagged, clusters, OPTIONS, log);
  const worth = trainWorth(rated, 6);
  const model = { tags, links, worth, clusters, calibration: { weights: [], shownFrom: 1, keptFrom: 0 } };
  return { ...model, calibration: calibrateOn(tune, model), table };
}

function calibrateOn(tune: readonly LabelledText[], model: ClaimModel): Calibration {
  const cases = tune.flatMap(({ frame, attributions }) =>
    judged(frame, decodeFrame(frame, model), attributions),
  );
  const calibration = calibrate(
    cases,
    tune.reduce((sum, text) => sum + text.attributions.length, 0),
  );
  log(JSON.stringify(calibration));
  return calibration;
}

function recalibrate(
  folder: string,
  openOnly: boolean,
  file: string | URL,
): ClaimModel & { readonly table: string } {
  const bytes = readFileSync(file);
  const model = loadClaimModel(bytes);
  const table = new TextDecoder().decode(readModel(bytes).extra.get(SECTIONS.clusters));
  return { ...model, calibration: calibrateOn(split(folder, openOnly).tune, model), table };
}

// The table of the actor engine holds twice the words: the claim engine ships those that its training texts know.
function knownWords(table: string, texts: readonly LabelledText[], rated: readonly RatedSentence[]): string {
  const known = new Set(texts.flatMap(({ frame }) => frame.lower));
  for (const { text } of rated)
    for (const word of text.toLowerCase().match(/[\p{L}'-]+/gu) ?? []) known.add(word);
  return table
    .split('\n')
    .map((line) => {
      const [coarse = '', words] = line.split('\t');
      return words === undefined
        ? line
        : `${coarse}\t${words
            .split(' ')
            .filter((word) => known.has(word))
            .join(' ')}`;
    })
    .join('\n');
}

// The two corpora come from the same debates: what the reported set holds in any spelling is left out.
function ratings(folder: string, openOnly: boolean): RatedSentence[] {
  const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const known = new Set(readRatings(folder, 'checkworthy_ct24_dev.jsonl').map(({ text }) => letters(text)));
  const own = CORPUS_TIMES > 0 ? corpusArticles('training').flatMap((article) => ratingsOf(article)) : [];
  const debates = [
    ...(openOnly ? [] : ['checkworthy_ct24_train.jsonl']),
    'checkworthy_claimbuster2_train.jsonl',
  ];
  return [...debates.flatMap((name) => readRatings(folder, name)), ...own].filter(({ text }) => {
    const key = letters(text);
    const fresh = !known.has(key);
    known.add(key);
    return fresh;
  });
}

function pack(model: ClaimModel & { readonly table: string }): Uint8Array {
  const { bits, scale, bias, rows } = model.worth;
  const settings: ClaimSettings = { worth: { bits, scale, bias }, calibration: model.calibration };
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  return writeModel({
    ...model.tags,
    extra: new Map([
      [SECTIONS.links, writeModel(model.links)],
      [SECTIONS.worth, new Uint8Array(rows.buffer)],
      [SECTIONS.clusters, encode(model.table)],
      [SECTIONS.settings, encode(JSON.stringify(settings))],
    ]),
  });
}

const folder = dataFolder();
if (!folder) {
  log('skipped: no training data (set PRESSMARK_DATA)');
} else {
  const args = process.argv.slice(2);
  const openOnly = args.includes('--open-data-only');
  const named = args.indexOf('--out');
  const out = named >= 0 ? args[named + 1]! : new URL('../../assets/models/claims.bin', import.meta.url);
  const model = args.includes('--calibrate-only')
    ? recalibrate(folder, openOnly, out)
    : train(folder, openOnly);
  const bytes = pack(model);
  writeFileSync(out, bytes);
  log(`${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzip`);
}
