import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CorpusError, readArticleFile } from './article-file';
import { type CorpusArticle, convert } from './convert';

/**
 * The parts of the split. Trainers get the first two; the others are for reporting alone: `test`, whose figures have been read
 * for every model so far, and `fresh`, annotated after the shipped models were trained and chosen.
 */
export const CORPUS_PARTS = ['training', 'tuning', 'test', 'fresh'] as const;
export type CorpusPart = (typeof CORPUS_PARTS)[number];
const isCorpusPart = (word: string | undefined): word is CorpusPart =>
  CORPUS_PARTS.some((part) => part === word);

/** Where the corpus lies in the project. */
export const CORPUS = fileURLToPath(new URL('../../docs/corpus', import.meta.url));

/** Articles of a folder by their id (`NN-slug`), and what is wrong with those that cannot be read. */
export interface ReadFolder {
  readonly articles: ReadonlyMap<string, CorpusArticle>;
  readonly errors: readonly string[];
}

/** The ids of the files of a folder, in order; none where the folder is not there. */
export function articleIds(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -4))
    .sort();
}

/** Reads one annotated file. Throws a `CorpusError` for what is wrong in it. */
export function readArticle(file: string, id: string): CorpusArticle {
  return convert(id, readArticleFile(readFileSync(file, 'utf8')));
}

/** Reads every annotated file of a folder; an unreadable one costs a line in `errors`, not the others. */
export function readFolder(folder: string): ReadFolder {
  const articles = new Map<string, CorpusArticle>();
  const errors: string[] = [];
  for (const id of articleIds(folder)) {
    try {
      articles.set(id, readArticle(`${folder}/${id}.txt`, id));
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      errors.push(`${id}.txt ${error.message}`);
    }
  }
  return { articles, errors };
}

/** The committed split: which article belongs to which part. Throws for a line that is none. */
export function readSplit(corpus = CORPUS): Map<string, CorpusPart> {
  const lines = readFileSync(`${corpus}/split.tsv`, 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [id, part] = line.split('\t');
      if (!id || !isCorpusPart(part)) throw new Error(`split.tsv: "${line}" is no article and part`);
      return [id, part];
    }),
  );
}

/**
 * The articles of the named parts, in order. Throws for an article that is not valid or not in the split:
 * a trainer must never work on half a corpus unawares.
 */
export function readParts(parts: readonly CorpusPart[], corpus = CORPUS): CorpusArticle[] {
  const split = readSplit(corpus);
  const { articles, errors } = readFolder(`${corpus}/articles`);
  if (errors.length > 0) throw new Error(`the corpus has errors:\n${errors.join('\n')}`);
  return [...articles].flatMap(([id, article]) => {
    const part = split.get(id);
    if (!part) throw new Error(`${id} is not in split.tsv`);
    return parts.includes(part) ? [article] : [];
  });
}
