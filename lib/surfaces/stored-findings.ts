import { claimId, claimOfId } from '../findings/claim-id';
import type { FailureCode } from '../messaging/protocol';
import { countOf } from '../store/annotations';
import type { PressmarkDatabase } from '../store/database';
import { findSimilarClaims, findSimilarOfMany, KnownWords } from '../store/find-similar-claims';
import {
  type ActorRow,
  type ClaimRow,
  type FindingsDatabase,
  type HeadRow,
  openFindings,
} from '../store/findings-database';
import { watchTables } from '../store/live';
import {
  claimsOf,
  claimsWith,
  findHeads,
  type HeadOrder,
  lastKept,
  orderHeads,
  type Slice,
  searchActors,
  searchClaims,
  withContext,
} from '../store/read-findings';
import { toStoreError } from '../store/store-error';
import type { ArticleItem } from './kept-articles';
import type { ClaimItem, ClaimMet, FindingsParts } from './library-findings';
import type { CountMet } from './met-elsewhere';
import type { WatchOne } from './one-thing';
import type { PageAsk, PageOf, WatchPage } from './paged-list';
import { withDatabase } from './stored-notes';

/** The kept articles, live; titles in the order of `language`. */
function watchArticlesPage(language: string): WatchPage<ArticleItem> {
  return (ask, onPage, onFailure) =>
    withDatabase(
      (db) =>
        withFindings(
          (findings) =>
            watchTables(
              [findings.heads, db.annotations],
              () => articlesPage(db, findings, ask, language),
              onPage,
              (error) => onFailure(error.code),
            ),
          onFailure,
        ),
      onFailure,
    );
}

async function articlesPage(
  db: PressmarkDatabase,
  findings: FindingsDatabase,
  ask: PageAsk,
  language: string,
): Promise<PageOf<ArticleItem>> {
  const { rows, total } =
    ask.query.trim() === '' && ask.sort === 'kept'
      ? await lastKept(findings, ask)
      : await someHeads(findings, ask, language);
  const items = await Promise.all(rows.map(async (head) => ({ head, notes: await countOf(db, head.key) })));
  return { items, total, hasMore: ask.offset + rows.length < total };
}

async function someHeads(
  findings: FindingsDatabase,
  { query, sort, offset, limit }: PageAsk,
  language: string,
): Promise<Slice<HeadRow>> {
  const heads = orderHeads(await findHeads(findings, query), sort as HeadOrder, language);
  return { rows: heads.slice(offset, offset + limit), total: heads.length };
}

/** Actors over all kept articles, live. */
const watchActorsPage: WatchPage<ActorRow> = (ask, onPage, onFailure) =>
  watchFindings(
    async (findings) => pageOf(await searchActors(findings, ask.query, ask), ask),
    onPage,
    onFailure,
  );

/** Claims of all kept articles, or of one, live. */
const watchClaimsPage: WatchPage<ClaimItem> = (ask, onPage, onFailure) =>
  watchFindings(
    async (findings) => {
      const rows = ask.of
        ? await claimsOf(findings, ask.of, ask)
        : await searchClaims(findings, ask.query, ask);
      return claimsPage(findings, rows, ask);
    },
    onPage,
    onFailure,
  );

/** What an actor says (`by`), or what others say about it (`on`), live. */
function watchClaimsWith(index: 'by' | 'on'): WatchPage<ClaimItem> {
  return (ask, onPage, onFailure) =>
    watchFindings(
      async (findings) => claimsPage(findings, await claimsWith(findings, index, ask.of ?? '', ask), ask),
      onPage,
      onFailure,
    );
}

/** One actor over all kept articles, live. */
const watchActor: WatchOne<ActorRow> = (key, onValue, onFailure) =>
  watchFindings(async (findings) => (await findings.actors.get(key)) ?? null, onValue, onFailure);

/** One claim, and the same claim elsewhere, live. Its id is `claimId`. */
const watchClaim: WatchOne<ClaimMet> = (id, onValue, onFailure) =>
  watchFindings((findings) => claimMet(findings, id), onValue, onFailure);

async function claimMet(findings: FindingsDatabase, id: string): Promise<ClaimMet | null> {
  const place = claimOfId(id);
  const claim = place && (await findings.claims.get([place.article, place.n]));
  if (!claim) return null;
  const found = await findSimilarClaims(findings, claim);
  const [own, ...others] = await withContext(findings, [claim, ...found.map((similar) => similar.claim)]);
  const similar = others.map((other, at) => ({ ...other, score: found[at]!.score }));
  return own ? { ...own, similar } : null;
}

// The first are soon there; then so many at once that no task of the page becomes long.
const FIRST_MET = 3;
const MORE_MET = 12;

/** In how many other articles' claims each has been met; one that cannot be read is not counted. */
const countMet: CountMet = (claims, onCount) =>
  withFindings(
    (findings) => {
      let isOver = false;
      const count = async () => {
        const known = new KnownWords(findings);
        for (let [at, many] = [0, FIRST_MET]; at < claims.length && !isOver; at += many, many = MORE_MET) {
          const some = claims.slice(at, at + many);
          const met = await findSimilarOfMany(findings, some, known);
          if (isOver) return;
          for (const [n, claim] of some.entries()) onCount(claimId(claim), met[n]!.length);
        }
      };
      // The list may be closed while it is counted, and the database with it.
      count().catch(() => undefined);
      return () => {
        isOver = true;
      };
    },
    () => undefined,
  );

function pageOf<T>({ rows, total }: Slice<T>, { offset }: PageAsk): PageOf<T> {
  return { items: rows, total, hasMore: offset + rows.length < total };
}

async function claimsPage(
  findings: FindingsDatabase,
  claims: Slice<ClaimRow>,
  ask: PageAsk,
): Promise<PageOf<ClaimItem>> {
  return pageOf({ rows: await withContext(findings, claims.rows), total: claims.total }, ask);
}

function watchFindings<T>(
  query: (findings: FindingsDatabase) => Promise<T>,
  onValue: (value: T) => void,
  onFailure: (code: FailureCode) => void,
): () => void {
  return withFindings(
    (findings) =>
      watchTables(
        findings.tables,
        () => query(findings),
        onValue,
        (error) => onFailure(error.code),
      ),
    onFailure,
  );
}

/** Opens the findings for as long as what `begin` begins goes on; the functions returned end it. */
export function withFindings(
  begin: (findings: FindingsDatabase) => () => void,
  onFailure: (code: FailureCode) => void,
): () => void {
  let isOver = false;
  let stop = () => {
    isOver = true;
  };
  openFindings().then(
    (findings) => {
      if (isOver) return findings.close();
      const end = begin(findings);
      stop = () => {
        end();
        findings.close();
      };
    },
    (error: unknown) => onFailure(toStoreError(error).code),
  );
  return () => stop();
}

/** Calls back now and whenever a kept article or a correction has changed. */
export function watchKept(onChange: () => void): () => void {
  return withDatabase(
    (db) => watchTables([db.articles, db.wordList], async () => null, onChange),
    () => onChange(),
  );
}

/** Everything the library reads of the findings. */
export function watchedFindings(language: string): FindingsParts {
  return {
    watchArticles: watchArticlesPage(language),
    watchActors: watchActorsPage,
    watchClaims: watchClaimsPage,
    watchSaid: watchClaimsWith('by'),
    watchAbout: watchClaimsWith('on'),
    watchActor,
    watchClaim,
    countMet,
  };
}
