import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'tests/golden/article';

/** What a page of our own writing must be read as. */
export interface GoldenArticle {
  readonly name: string;
  readonly source: string;
  readonly url: string;
  /** Null where more than one answer is right. */
  readonly verdict: string | null;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publishedTime: string | null;
  readonly lang: string;
  readonly has: readonly string[];
  readonly hasNot: readonly string[];
  /** What the page states of itself besides; none where it is left out. */
  readonly flags?: readonly string[];
}

/** The kinds of articles that no public data has. */
export function goldenArticles(): readonly GoldenArticle[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => {
    const read = (file: string) => readFileSync(join(FOLDER, name, file), 'utf8');
    return { ...(JSON.parse(read('expected.json')) as GoldenArticle), name, source: read('source.html') };
  });
}
