import type { HidesName } from '../../lib/actors/features';
import { hashText } from '../../lib/tagging/feature-hash';
import { type LabelledDocument, readCorrected, readSource, SOURCES } from './actors-data';
import { roughened } from './actors-noise';
import { namePool, withOtherNames } from './actors-swaps';
import { corpusArticles, namesOf } from './corpus-data';
import { seededRandom } from './crf-random';

/** Documents of one source, how often each sentence counts for the tagger (for the net: once), and whether people made its labels or only agreed with them. */
export interface Weighted {
  readonly name: string;
  readonly isSilver?: boolean;
  /** A copy under other names and roughly used: its words are no measure of what is common. */
  readonly isCopy?: boolean;
  readonly documents: readonly LabelledDocument[];
  readonly times: number;
}

/** A number from the environment, for trials: `PRESSMARK_…`. */
export const setting = (name: string, value: number): number =>
  Number(process.env[`PRESSMARK_${name}`] ?? value);

/** All training documents as they are. */
export function plainSources(folder: string): Weighted[] {
  const human = setting('HUMAN', 2);
  return [
    ...SOURCES.map((source) => ({
      name: source.file,
      documents: readSource(folder, source).training,
      times: source.edited ? human : 1,
      isSilver: source.file === 'gmb_news',
    })),
    { name: 'corrections', documents: readCorrected(folder).training, times: 1 },
    { name: 'corpus', documents: corpusArticles('training').map(namesOf), times: human },
  ];
}

/** All training documents, and beside those that people labelled a copy under other names, roughly used. */
export function sourcesOf(folder: string): Weighted[] {
  const without = (process.env['PRESSMARK_WITHOUT'] ?? '').split(',');
  const plain = plainSources(folder).filter(({ name }) => !without.includes(name));
  const pool = namePool(plain.flatMap(({ documents }) => documents));
  const random = seededRandom(20260109);
  const copies = setting('COPIES', 1);
  const swapped = setting('SWAPPED', 0.7);
  return [
    ...plain,
    ...plain
      .filter(({ isSilver }) => !isSilver && copies > 0)
      .map((source) => ({
        ...source,
        name: `${source.name}, copy`,
        isCopy: true,
        times: copies,
        documents: source.documents.map((document) =>
          roughened(random() < swapped ? withOtherNames(document, pool, random) : document, random),
        ),
      })),
  ];
}

/**
 * Which names the lexicons are silent about in one document: a share of them, the same wherever it has them. Who always sees
 * what a lexicon says learns to lean on it and too little of what stands beside a name that no lexicon has.
 */
export function hiddenNames({ text }: LabelledDocument): HidesName {
  const share = setting('HIDDEN', 0.4) * 2 ** 32;
  const seed = hashText(text, 8);
  return (name) => hashText(name, seed) < share;
}
