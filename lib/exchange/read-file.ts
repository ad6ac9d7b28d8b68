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
const BATCH = 200;

/** Told how many of a file's entries have been read. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Reads a JSON-LD file: ours, with all versions, or another tool's W3C annotations. Nothing of it is trusted: objects
 * are rebuilt key by key, hashes computed anew, sizes bounded. Records that occur twice come joined.
 *
 * `now` is ISO 8601. `deviceForForeign` names the writer of foreign versions: the same constant everywhere, never the
 * id of this database, so that colleagues who import the same file get the same versions. `onProgress` is called after
 * each batch; between batches whoever waits gets a turn. Rejects only with what `onProgress` throws.
 */
export async function readExchangeFile(
  text: string,
  now: string,
  deviceForForeign: string,
  onProgress: OnProgress = () => {},
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
  const reading = new Reading((done) => onProgress(done, count));
  await reading.take(found, { now, device: deviceForForeign, date: found.date });
  if (found.isOurs && reading.annotations.size === 0) return { ok: false, problem: 'damaged' };
  return {
    ok: true,
    articles: [...reading.articles.values()],
    annotations: [...reading.annotations.values()],
    skipped: reading.skipped,
  };
}

/** What one entry of a file turned out to be. */
interface EntryReading {
  readonly records: readonly AnnotationRecord[];
  readonly articles: readonly ArticleRecord[];
  readonly reason: SkipReason | null;
}

/** What has been read of a file so far, by id and key. */
class Reading {
  readonly annotations = new Map<string, AnnotationRecord>();
  readonly articles = new Map<string, ArticleRecord>();
  readonly skipped: { index: number; reason: SkipReason }[] = [];
  readonly #onDone: (done: number) => void;

  constructor(onDone: (done: number) => void) {
    this.#onDone = onDone;
  }

  async take(found: FoundAnnotations, origin: ForeignOrigin): Promise<void> {
    // Articles first: what the file says of them comes before what an address alone says.
    for (const data of found.articles) {
      const article = await readArticle(data);
      if (article !== null) this.#addArticle(article);
    }
    await this.#takeAll(found.items, 0, (item) => readItem(item, origin));
    await this.#takeAll(found.removed, found.items.length, readOwn);
  }

  async #takeAll(
    items: readonly unknown[],
    offset: number,
    readEntry: (item: unknown) => Promise<EntryReading>,
  ): Promise<void> {
    // Many at a time: hashes are computed elsewhere, and waiting for each alone would take most of the time.
    for (let start = 0; start < items.length; start += BATCH) {
      const entries = await Promise.all(items.slice(start, start + BATCH).map(readEntry));
      for (const [at, { records, articles, reason }] of entries.entries()) {
        if (reason !== null) this.skipped.push({ index: offset + start + at, reason });
        for (const record of records) this.#addRecord(record);
        for (const article of articles) this.#addArticle(article);
      }
      this.#onDone(offset + Math.min(items.length, start + BATCH));
    }
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

async function readItem(item: unknown, origin: ForeignOrigin): Promise<EntryReading> {
  const annotation = asObject(item);
  if (annotation === null || kindOf(annotation) !== 'Annotation') {
    return skip(typeof item === 'string' ? 'link' : 'other');
  }
  if (Object.hasOwn(annotation, KEYS.record)) return readOwn(annotation[KEYS.record]);
  const reading = await readForeign(annotation, origin);
  return reading.ok ? { ...reading, reason: null } : skip(reading.reason);
}

async function readOwn(data: unknown): Promise<EntryReading> {
  const reading = await readRecord(data);
  return reading.ok ? { records: [reading.record], articles: [], reason: null } : skip(reading.reason);
}

function skip(reason: SkipReason): EntryReading {
  return { records: [], articles: [], reason };
}
