/**
 * Writes the held-back documents of every source, in the form the scorer takes, one file a source, into FOLDER/tune (every
 * other document: settings are chosen on these) and FOLDER/report (the rest: looked at for reports alone):
 *   npx tsx scripts/train/actors-held-out.ts FOLDER
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readParts } from '../corpus/read-corpus';
import { dataFolder, type Entity, readCorrected, readSource, SOURCES } from './actors-data';
import { namesOf } from './corpus-data';

interface NamedMention {
  readonly start: number;
  readonly end: number;
  readonly type: Entity['type'];
  readonly text: string;
}

/** GUM is never trained on. Names inside names are left out, as a flat tagger cannot give them. */
function gumDocuments(file: string): { doc: string; genre: string; text: string; ents: NamedMention[] }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { doc: string; genre: string; text: string; mentions: NamedMention[] })
    .map(({ doc, genre, text, mentions }) => ({
      doc,
      genre,
      text,
      ents: mentions.filter(
        (inner) =>
          !mentions.some(
            (outer) =>
              outer !== inner &&
              outer.start <= inner.start &&
              inner.end <= outer.end &&
              outer.end - outer.start > inner.end - inner.start,
          ),
      ),
    }));
}

const folder = dataFolder();
const target = process.argv[2];
if (!folder || !target) {
  console.error(
    folder ? 'usage: actors-held-out.ts FOLDER' : 'skipped: no development data (set PRESSMARK_DATA)',
  );
} else {
  const put = (part: string, name: string, chosen: readonly unknown[]): void => {
    mkdirSync(path.join(target, part), { recursive: true });
    writeFileSync(
      path.join(target, part, `${name}.jsonl`),
      chosen.map((document) => `${JSON.stringify(document)}\n`).join(''),
    );
    console.log(part, name, chosen.length);
  };
  const writeWhole = (name: string, documents: readonly unknown[]): void => {
    if (documents.length > 0) put('report', name, documents);
  };
  const write = (name: string, documents: readonly unknown[]): void => {
    for (const [part, number] of [
      ['tune', 0],
      ['report', 1],
    ] as const) {
      put(
        part,
        name,
        documents.filter((_, at) => at % 2 === number),
      );
    }
  };
  for (const source of SOURCES) write(source.file, readSource(folder, source).held);
  // The sentences of the held-back newswire that were read by hand, and the corpus: neither is halved.
  writeWhole('gmb_read', readCorrected(folder).held);
  writeWhole('corpus_test', readParts(['test']).map(namesOf));
  const gum = gumDocuments(path.join(folder, 'gum_coref_train.jsonl'));
  for (const genre of ['news', 'interview', 'bio'])
    write(
      `gum_${genre}`,
      gum.filter((document) => document.genre === genre),
    );
}
