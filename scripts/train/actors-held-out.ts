/**
 * Writes the held-back documents of every source, in the form the scorer takes, one file a source, into FOLDER/tune (every
 * other document: settings are chosen on these) and FOLDER/report (the rest: looked at for reports alone). FOLDER/swapped and
 * FOLDER/rough hold the first again with every name invented, and as pages deliver text (headlines, datelines, furniture):
 *   npx tsx scripts/train/actors-held-out.ts FOLDER
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inventedName } from '../../tests/support/swap-names';
import { readParts } from '../corpus/read-corpus';
import { dataFolder, type LabelledDocument, readCorrected } from './actors-data';
import { heldSources } from './actors-held-parts';
import { roughened } from './actors-noise';
import { plainSources } from './actors-sources';
import { namePool, withOtherNames } from './actors-swaps';
import { namesOf } from './corpus-data';
import { seededRandom } from './crf-random';

/** The documents again with names that no training has seen: words of kind stay, all others are invented. */
function swapped(documents: readonly LabelledDocument[], common: ReadonlySet<string>): LabelledDocument[] {
  const pool = { words: new Map(), common };
  const random = seededRandom(777);
  let number = 0;
  return documents.map((document) =>
    withOtherNames(document, pool, random, (word) => {
      number += 1;
      return inventedName(number, word.length);
    }),
  );
}

function writeAll(folder: string, target: string): void {
  const put = (part: string, name: string, chosen: readonly unknown[]): void => {
    if (chosen.length === 0) return;
    mkdirSync(path.join(target, part), { recursive: true });
    writeFileSync(
      path.join(target, part, `${name}.jsonl`),
      chosen.map((document) => `${JSON.stringify(document)}\n`).join(''),
    );
    console.log(part, name, chosen.length);
  };
  const { common } = namePool(plainSources(folder).flatMap(({ documents }) => documents));
  const tune = (name: string, documents: readonly LabelledDocument[]): void => {
    put('tune', name, documents);
    put('swapped', name, swapped(documents, common));
    const random = seededRandom(778);
    put(
      'rough',
      name,
      documents.map((document) => roughened(document, random)),
    );
  };
  for (const source of heldSources(folder)) {
    tune(source.name, source.tune);
    put('report', source.name, source.report);
  }
  // The sentences of the held-back newswire that were read by hand, and the corpus' test and fresh parts: none is halved.
  put('report', 'gmb_read', readCorrected(folder).held);
  put('report', 'corpus_test', readParts(['test']).map(namesOf));
  put('report', 'corpus_fresh', readParts(['fresh']).map(namesOf));
}

const folder = dataFolder();
const target = process.argv[2];
if (folder && target) writeAll(folder, target);
else
  console.error(
    folder ? 'usage: actors-held-out.ts FOLDER' : 'skipped: no development data (set PRESSMARK_DATA)',
  );
