/**
 * The store as one script for a page of its own, where the bench calls it step by step: the code that ships, over the
 * browser's own IndexedDB. Milliseconds are wall time.
 */
import { formatNamed } from '../../lib/exchange/formats';
import type { AnnotationFields, AnnotationRecord } from '../../lib/model/annotation';
import type { ArticleRecord } from '../../lib/model/article';
import { annotationsOf, recentAnnotations, saveAnnotation } from '../../lib/store/annotations';
import { openDatabase, type PressmarkDatabase } from '../../lib/store/database';
import { importAll, readAll } from '../../lib/store/import-all';
import { searchAnnotations } from '../../lib/store/search';
import { indexPending } from '../../lib/store/search-index';
import { writeFile } from '../../lib/surfaces/write-file';
import { sha256 } from '../../lib/team/version-hash';
import { writeVersion } from '../../lib/team/write-version';

const NAME = 'store-bench';
const CHUNK = 5000;
const PER_ARTICLE = 20;
const TAGS = ['check', 'quote', 'figures', 'later', 'source?', 'harbour', 'election', 'budget'];

let db: PressmarkDatabase;
let random = generator(1);

// Mulberry32: the same notes for the same seed.
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The n-th most frequent word of an invented language of 30,000 words. */
function wordAt(rank: number): string {
  const parts = [
    'ka',
    'lo',
    'mi',
    'ren',
    'ta',
    'vos',
    'ne',
    'du',
    'sha',
    'pir',
    'el',
    'gan',
    'ós',
    'bré',
    'qui',
    'zan',
  ];
  let word = '';
  for (let left = rank + 16; left > 0; left = Math.floor(left / 16)) word += parts[left % 16]!;
  return word;
}

// By Zipf's law: the second word half as often as the first.
function zipfWord(): string {
  return wordAt(Math.floor(30_000 ** random()) - 1);
}

function sentence(words: number): string {
  return Array.from({ length: words }, zipfWord).join(' ');
}

function articleAt(n: number): string {
  return `https://site${n % 400}.example/news/${n}`;
}

function article(n: number): ArticleRecord {
  const key = articleAt(n);
  return {
    key,
    urls: [key],
    title: sentence(8),
    authors: [sentence(2)],
    siteName: `Site ${n % 400}`,
    publishedTime: new Date(Date.UTC(2024, 0, 1) + n * 3_600_000).toISOString(),
    modifiedTime: null,
    section: null,
    lang: 'en',
    canonicalUrl: null,
    provenance: {},
    versions: [],
  };
}

function fieldsAt(n: number): AnnotationFields {
  const time = new Date(Date.UTC(2024, 0, 1) + n * 60_000).toISOString();
  const start = Math.floor(random() * 5000);
  return {
    kind: 'note',
    article: articleAt(Math.floor(n / PER_ARTICLE)),
    target: {
      quote: { exact: sentence(12), prefix: sentence(14).slice(0, 96), suffix: sentence(14).slice(0, 96) },
      position: { start, end: start + 80, version: 'a'.repeat(64), base: 'article' },
      structure: { path: 'p<div<article', block: n % 40, heading: '', simhash: '0123abcd' },
      history: [],
    },
    body: sentence(5 + Math.floor(random() * 30)),
    tags: random() < 0.4 ? [TAGS[Math.floor(random() * TAGS.length)]!] : [],
    codes: [],
    created: time,
    updated: time,
  };
}

async function recordAt(n: number): Promise<AnnotationRecord> {
  const id = `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
  const stamp = {
    device: 'bench-device',
    hlc: new Date(Date.UTC(2024, 0, 1) + n * 60_000).toISOString(),
    author: 'Mai',
  };
  return writeVersion(null, id, {}, fieldsAt(n), stamp, sha256);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  try {
    await work();
  } catch (error) {
    // The cause does not cross the border to the bench.
    throw new Error(String((error as Error).cause ?? error));
  }
  return performance.now() - start;
}

async function times(count: number, work: (n: number) => Promise<unknown>) {
  const all: number[] = [];
  for (let n = 0; n < count; n++) all.push(await timed(() => work(n)));
  all.sort((a, b) => a - b);
  return { p50: all[Math.floor(count / 2)]!, p95: all[Math.floor(count * 0.95)]! };
}

/** The notes `from`…`to` and their articles. */
export async function recordsOf(from: number, to: number, seed: number) {
  random = generator(seed + from);
  const annotations = await Promise.all(Array.from({ length: to - from }, (_, k) => recordAt(from + k)));
  const articles: ArticleRecord[] = [];
  for (let n = Math.ceil(from / PER_ARTICLE); n * PER_ARTICLE < to; n++) articles.push(article(n));
  return { annotations, articles };
}

/** Fills an empty database with `from`…`to` notes and makes their search rows. @returns ms of importing and of indexing. */
export async function fill(
  from: number,
  to: number,
  seed: number,
): Promise<{ import: number; index: number }> {
  db ??= await openDatabase(NAME);
  let importing = 0;
  let indexing = 0;
  for (let first = from; first < to; first += CHUNK) {
    const records = await recordsOf(first, Math.min(to, first + CHUNK), seed);
    importing += await timed(() => importAll(db, records));
    // Pauses half of the time for those who read.
    indexing += await timed(() => indexPending(db));
  }
  return { import: importing, index: indexing };
}

/** Closes the database and opens it anew; the first question is part of it. */
export async function coldOpen(notes: number): Promise<number> {
  db?.close();
  return timed(async () => {
    db = await openDatabase(NAME);
    await annotationsOf(db, articleAt(Math.floor(notes / PER_ARTICLE / 2)));
  });
}

export async function pageList(notes: number) {
  const articles = Math.floor(notes / PER_ARTICLE);
  return times(60, () => annotationsOf(db, articleAt(Math.floor(random() * articles))));
}

export async function recentList() {
  return times(20, () => recentAnnotations(db, { limit: 200, offset: 0 }));
}

/** Words of every frequency, prefixes, two words, tags and sites in turn. */
export async function search() {
  const queries = [
    () => zipfWord(),
    () => zipfWord().slice(0, 3),
    () => `${zipfWord()} ${zipfWord()}`,
    () => `#${TAGS[Math.floor(random() * TAGS.length)]} ${zipfWord()}`,
    () => `site:site${Math.floor(random() * 400)}.example`,
    () => wordAt(2000 + Math.floor(random() * 20_000)),
  ];
  return times(120, (n) => searchAnnotations(db, queries[n % queries.length]!(), 50));
}

export async function save(notes: number) {
  return times(60, (n) => {
    const id = `00000000-0000-7000-9000-${(notes + n).toString(16).padStart(12, '0')}`;
    return saveAnnotation(db, { id, seen: {}, fields: fieldsAt(notes + n), author: 'Mai' });
  });
}

/** The least that any acknowledged write takes on this disk: one small row, and the wait until it stands there. */
export async function bareWrite() {
  return times(60, (n) => db.pending.put({ id: 'bare', mark: n }));
}

/** Everything as a JSON-LD file, as the library writes it. @returns ms of reading and of writing, and bytes. */
export async function exportAll(): Promise<{ read: number; write: number; bytes: number }> {
  const stored: { everything?: Awaited<ReturnType<typeof readAll>> } = {};
  const read = await timed(async () => {
    stored.everything = await readAll(db);
  });
  const { annotations, articles } = stored.everything!;
  const set = { annotations, articles, exportedAt: '2026-01-01T00:00:00.000Z', generator: 'bench' };
  let bytes = 0;
  const write = await timed(async () => {
    bytes = (await writeFile(formatNamed('json-ld')!, set)).size;
  });
  return { read, write, bytes };
}

export async function used(): Promise<number> {
  return (await navigator.storage.estimate()).usage ?? 0;
}
