import type { PositionSelector } from '../model/annotation';
import type { ArticleRecord, ArticleVersion } from '../model/article';
import { addressOf } from '../notes/article-address';
import { strictUri } from './absolute-uri';
import { withoutTracking } from './clean-address';
import { CodePointIndex } from './code-points';

/** What an export knows of the places its annotations are about: addresses, articles and texts. */
export class ExportPlaces {
  readonly #articles: ReadonlyMap<string, ArticleRecord>;
  readonly #versions: ReadonlyMap<string, ArticleVersion>;
  readonly #indexes = new Map<string, CodePointIndex>();

  constructor(articles: readonly ArticleRecord[]) {
    this.#articles = new Map(articles.map((article) => [article.key, article]));
    const versions = articles.flatMap((article) => article.versions);
    this.#versions = new Map(versions.map((version) => [version.hash, version]));
  }

  /** The article of a key, or null where the export does not hold it. */
  article(key: string): ArticleRecord | null {
    return this.#articles.get(key) ?? null;
  }

  /** The address the reader saw the article at, without tracking parameters, escaped after RFC 3986; the key where none is known. */
  address(key: string): string {
    return strictUri(withoutTracking(addressOf(this.#articles.get(key) ?? { key, urls: [] })));
  }

  /** A position in code points; null where the text it counts in is not part of the export. */
  codePoints(position: PositionSelector): { readonly start: number; readonly end: number } | null {
    if (position.base !== 'article' || position.version === null) return null;
    const index = this.#index(position.version);
    const [start, end] = [index?.before(position.start) ?? null, index?.before(position.end) ?? null];
    return start === null || end === null || start > end ? null : { start, end };
  }

  #index(hash: string): CodePointIndex | null {
    const known = this.#indexes.get(hash);
    if (known !== undefined) return known;
    const version = this.#versions.get(hash);
    if (version === undefined) return null;
    const index = new CodePointIndex(version.text);
    this.#indexes.set(hash, index);
    return index;
  }
}
