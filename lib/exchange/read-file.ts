import type { AnnotationRecord } from '../model/annotation';
import type { ArticleRecord } from '../model/article';
import { mergeArticle } from '../notes/article-record';
import { joinRecords } from '../team/join-records';
import { type FoundAnnotations, findAnnotations, kindOf } from './find-annotations';
import { type ForeignOrigin, readForeign } from './foreign-annotation';
import { FORMAT_VERSION, KEYS } from './json-ld-terms';
import { type JsonProblem, parseJson } from './parse-json';
import { asObject } from './plain-data';
import { readArticle } from './read-article';
import { type RecordRefusal, readRecord } from './read-record';

/** Why one entry of a file was left out. `link`: the entry is only an address; `other`: it is no annotation. */
export type SkipReason = RecordRefusal | 'link' | 'other';

/** What a file holds, checked and ready to be merged, or why nothing of it can be read. */
export type ReadResult =
  | {
      readonly ok: true;
      readonly articles: readonly ArticleRecord[];
      readonly annotations: readonly AnnotationRecord[];
      /** `index` counts the file's annotations from 0, the deleted ones last. */
      readonly skipped: readonly { readonly index: number; readonly reason: SkipReason }[];
    }
  | { readonly ok: false; readonly problem: JsonProblem | 'other-json' | 'newer-version' };

const MAX_ANNOTATIONS = 500_000;

/**
 * Reads a JSON-LD file: ours, with all versions, or another tool's W3C annotations. Nothing of it is trusted: objects
 * are rebuilt key by key, hashes computed anew, sizes bounded. Records that occur twice come joined.
 *
 * `now` is ISO 8601. `deviceForForeign` names the writer of foreign versions: the same constant everywhere, never the
 * id of this database, so that colleagues who import the same file get the same versions. Never rejects.
 */
export async function readExchangeFile(
  text: string,
  now: string,
  deviceForForeign: string,
): Promise<ReadResult> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const found = findAnnotations(parsed.value);
  if (found === null) return { ok: false, problem: 'other-json' };
  if (found.version > FORMAT_VERSION) return { ok: false, problem: 'newer-version' };
  if (found.isOurs && found.version !== FORMAT_VERSION) return { ok: false, problem: 'damaged' };
  const count = found.items.length + found.removed.length;
  if (count === 0) return { ok: false, problem: 'empty' };
  if (count > MAX_ANNOTATIONS) return { ok: false, problem: 'too-large' };
  const reading = new Reading();
  await reading.take(found, { now, device: deviceForForeign, date: found.date });
  if (found.isOurs && reading.annotations.size === 0) return { ok: false, problem: 'damaged' };
  return {
    ok: true,
    articles: [...reading.articles.values()],
    annotations: [...reading.annotations.values()],
    skipped: reading.skipped,
  };
}

/** What has been read of a file so far, by id and key. */
class Reading {
  readonly annotations = new Map<string, AnnotationRecord>();
  readonly articles = new Map<string, ArticleRecord>();
  readonly skipped: { index: number; reason: SkipReason }[] = [];

  async take(found: FoundAnnotations, origin: ForeignOrigin): Promise<void> {
    // Articles first: what the file says of them comes before what an address alone says.
    for (const data of found.articles) {
      const article = await readArticle(data);
      if (article !== null) this.#addArticle(article);
    }
    for (const [index, item] of found.items.entries()) await this.#takeItem(index, item, origin);
    for (const [index, data] of found.removed.entries()) {
      await this.#takeRecord(found.items.length + index, data);
    }
  }

  async #takeItem(index: number, item: unknown, origin: ForeignOrigin): Promise<void> {
    const annotation = asObject(item);
    if (annotation === null || kindOf(annotation) !== 'Annotation') {
      this.skipped.push({ index, reason: typeof item === 'string' ? 'link' : 'other' });
      return;
    }
    if (Object.hasOwn(annotation, KEYS.record)) return this.#takeRecord(index, annotation[KEYS.record]);
    const reading = await readForeign(annotation, origin);
    if (!reading.ok) {
      this.skipped.push({ index, reason: reading.reason });
      return;
    }
    for (const record of reading.records) this.#addRecord(record);
    for (const article of reading.articles) this.#addArticle(article);
  }

  async #takeRecord(index: number, data: unknown): Promise<void> {
    const reading = await readRecord(data);
    if (reading.ok) this.#addRecord(reading.record);
    else this.skipped.push({ index, reason: reading.reason });
  }

  #addRecord(record: AnnotationRecord): void {
    const twin = this.annotations.get(record.id);
    this.annotations.set(record.id, twin === undefined ? record : joinRecords(twin, record));
  }

  #addArticle(article: ArticleRecord): void {
    const twin = this.articles.get(article.key);
    this.articles.set(article.key, twin === undefined ? article : mergeArticle(twin, article));
  }
}
