import { wordsFor } from '../actors/corrections';
import { articleHead } from '../findings/article-head';
import { findingsIn, joinFindings } from '../findings/collect-findings';
import type { ArticleVersion } from '../model/article';
import type { ArticleFindings, ArticleHead } from '../model/findings';
import type { WordListEntry } from '../model/word-list';
import type { PressmarkDatabase } from '../store/database';
import type { FindingsDatabase, HeadRow } from '../store/findings-database';
import { allWords } from '../store/word-list';
import { putFindings, putHeads, removeFindings } from '../store/write-findings';
import { sha256 } from '../team/version-hash';
import { piecesOf } from '../text/pieces';
import type { Service } from './service';
import { siteOf } from './site-rules';

/** How far the library is: articles whose findings are up to date, and all. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

// An answer is given after so long; who wants the rest asks again. A stop of the background then costs one article.
const AT_ONCE_MS = 1_500;
const ARTICLES_AT_ONCE = 50;

/**
 * Finds actors and claims of the kept articles, an article at a time and in pieces. Nothing of it is in the way of a save:
 * between two pieces the background is free for as long as the last one took.
 */
export class LibraryIndex {
  #running: Promise<unknown> = Promise.resolve();
  readonly #service: Pick<Service, 'database' | 'findings' | 'models' | 'engine'>;

  constructor(service: Pick<Service, 'database' | 'findings' | 'models' | 'engine'>) {
    this.#service = service;
  }

  /** Goes on for a moment; `looksAnew`: articles may have come, changed or gone since it was asked last. */
  work(looksAnew: boolean, forMs: number = AT_ONCE_MS): Promise<IndexProgress> {
    return this.alone(async () => {
      const [db, findings] = [await this.#service.database(), await this.#service.findings()];
      if (looksAnew) await lookAtArticles(db, findings);
      return this.#findSome(db, findings, forMs);
    });
  }

  /** Does `work` while nothing is being found, as deleting everything has to. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#running.then(work);
    this.#running = turn.catch(() => {});
    return turn;
  }

  async #findSome(db: PressmarkDatabase, findings: FindingsDatabase, forMs: number): Promise<IndexProgress> {
    const heads = await findings.heads.toArray();
    const wanted = await wantedStates(db, heads, await this.#service.engine());
    const waiting = heads.filter((head) => head.made !== wanted.get(head.key)?.made);
    const until = performance.now() + forMs;
    let left = waiting.length;
    for (const head of waiting) {
      const { made, words } = wanted.get(head.key)!;
      const found = await this.#findIn(db, head, words);
      await putFindings(findings, headOnly(head), found, made);
      left -= 1;
      if (performance.now() > until) break;
    }
    return { done: heads.length - left, total: heads.length };
  }

  async #findIn(
    db: PressmarkDatabase,
    head: ArticleHead,
    words: readonly WordListEntry[],
  ): Promise<ArticleFindings> {
    const version = await versionOf(db, head);
    const models = await this.#service.models();
    const found: ArticleFindings[] = [];
    for (const piece of version ? piecesOf(version.text, version.blocks) : []) {
      const start = performance.now();
      found.push(findingsIn(piece, models, words));
      const pause = performance.now() - start;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return joinFindings(found);
  }
}

async function versionOf(
  db: PressmarkDatabase,
  { key, version }: ArticleHead,
): Promise<ArticleVersion | null> {
  const record = (await db.articles.get(key))?.record;
  return record?.versions.find(({ hash }) => hash === version) ?? null;
}

/** Brings the list of articles up to date: what is new or changed, and what is no longer kept. */
async function lookAtArticles(db: PressmarkDatabase, findings: FindingsDatabase): Promise<void> {
  const keys = await db.articles.toCollection().primaryKeys();
  const kept = new Set(keys);
  const known = new Map((await findings.heads.toArray()).map((head) => [head.key, head]));
  await removeFindings(
    findings,
    [...known.keys()].filter((key) => !kept.has(key)),
  );
  // New ones first: they are listed at once, before it is known whether others have changed.
  const [fresh, old] = [keys.filter((key) => !known.has(key)), keys.filter((key) => known.has(key))];
  for (const some of [...inBatches(fresh), ...inBatches(old)]) {
    const rows = await db.articles.bulkGet(some);
    const heads = rows.flatMap((row) => (row ? [articleHead(row.record)] : []));
    const changed = heads.filter((head) => !isSame(head, known.get(head.key)));
    if (changed.length > 0) await putHeads(findings, changed);
  }
}

function inBatches(keys: readonly string[]): string[][] {
  const batches: string[][] = [];
  for (let at = 0; at < keys.length; at += ARTICLES_AT_ONCE)
    batches.push(keys.slice(at, at + ARTICLES_AT_ONCE));
  return batches;
}

function isSame(head: ArticleHead, row: HeadRow | undefined): boolean {
  return row !== undefined && JSON.stringify(head) === JSON.stringify(headOnly(row));
}

function headOnly({ made: _made, actors: _actors, claims: _claims, ...head }: HeadRow): ArticleHead {
  return head;
}

interface Wanted {
  /** What up-to-date findings are made from: engine, text and corrections. */
  readonly made: string;
  readonly words: readonly WordListEntry[];
}

async function wantedStates(
  db: PressmarkDatabase,
  heads: readonly HeadRow[],
  engine: string,
): Promise<ReadonlyMap<string, Wanted>> {
  const entries = (await allWords(db)).map(({ entry }) => entry);
  const prints = new Map<string, string>();
  const wanted = new Map<string, Wanted>();
  for (const { key, version, seenAt } of heads) {
    const words = entries.length === 0 ? [] : wordsFor(entries, { article: key, site: siteOf(key) });
    const listed = JSON.stringify(words);
    const print = prints.get(listed) ?? (words.length === 0 ? '' : await sha256(listed));
    prints.set(listed, print);
    wanted.set(key, { made: [engine, version, seenAt, print].join(' '), words });
  }
  return wanted;
}
