import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentStems } from '../../../lib/findings/claim-words';
import { SIMILAR_FROM, similarity, weightOf } from '../../../lib/findings/similar-claims';
import { findSimilarClaims, findSimilarOfMany, KnownWords } from '../../../lib/store/find-similar-claims';
import { type FindingsDatabase, openFindings } from '../../../lib/store/findings-database';
import {
  claimsOf,
  claimsWith,
  findHeads,
  orderHeads,
  searchActors,
  searchClaims,
} from '../../../lib/store/read-findings';
import { putFindings, putHeads, removeFindings } from '../../../lib/store/write-findings';
import { newName } from './open-stores';
import { foundIn, openSampleFindings } from './sample-findings';

const PAGE = { offset: 0, limit: 50 };

async function put(db: FindingsDatabase, ...args: Parameters<typeof foundIn>) {
  const { article, found } = foundIn(...args);
  await putFindings(db, article, found, 'now');
  return article;
}

describe('findings over all kept articles', () => {
  it('count an actor in every article, whatever it is taken for in one of them', async () => {
    const db = await openSampleFindings();
    await put(db, 'one', ['Ana Ruiz: the harbour opens', 'Bo Lind: [Ana Ruiz] is wrong'], 1);
    await put(db, 'two', ['ANA RUIZ: the harbour opens late'], 2, 'organisation');
    await put(db, 'three', ['Cy Ode: [Ana Ruíz] has left'], 3);
    const { rows, total } = await searchActors(db, '', PAGE);
    expect(total).toBe(3);
    expect(rows[0]).toMatchObject({ name: 'Ana Ruiz', articles: 3, said: 2, about: 2 });
    expect(rows[0]!.types).toEqual({ person: 2, organisation: 1 });
    expect(rows.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Bo Lind', 'Cy Ode']);
  });

  it('stay the counts of what stands, however often articles are found anew or go', async () => {
    const names = fc.constantFrom('Ana', 'Bo', 'Cy');
    const sentence = fc.tuple(names, names).map(([by, on]) => `${by}: [${on}] did it`);
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(fc.array(sentence, { maxLength: 3 })));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const [db, fresh] = [await openSampleFindings(), await openSampleFindings()];
        const last = new Map<string, readonly string[]>();
        for (const [name, sentences] of steps) {
          if (sentences === null) {
            await removeFindings(db, [`https://news.example/${name}`]);
            last.delete(name);
          } else {
            await put(db, name, sentences);
            last.set(name, sentences);
          }
        }
        for (const [name, sentences] of last) await put(fresh, name, sentences);
        for (const table of ['heads', 'actors', 'appearances', 'claims'] as const)
          expect(await db.table(table).toArray()).toEqual(await fresh.table(table).toArray());
      }),
      { numRuns: 25 },
    );
  });

  it('say what an actor says and what others say about it, in the newest article first', async () => {
    const db = await openSampleFindings();
    await put(db, 'old', ['Ana: first words', 'Ana: second words', 'Bo: [Ana] is right'], 1);
    await put(db, 'new', ['Ana: third words', 'Ana Ruiz: not hers', 'Cy: [Ana] is late'], 9);
    const said = await claimsWith(db, 'by', 'ana', PAGE);
    expect(said.rows.map(({ content }) => content)).toEqual(['third words', 'first words', 'second words']);
    const about = await claimsWith(db, 'on', 'ana', PAGE);
    expect(about.rows.map(({ content }) => content)).toEqual(['Ana is late', 'Ana is right']);
    expect((await claimsWith(db, 'by', 'ana', { offset: 1, limit: 1 })).rows[0]?.content).toBe('first words');
  });

  it('are searched by the beginnings of words', async () => {
    const db = await openSampleFindings();
    await put(db, 'harbour', ['Ana Ruiz: the harbour policies have failed', 'Bo: nothing will change']);
    await put(db, 'river', ['Ana Bell: the river policy works']);
    const contents = async (query: string) =>
      (await searchClaims(db, query, PAGE)).rows.map(({ content }) => content);
    expect(await contents('policy')).toHaveLength(2);
    expect(await contents('policy harb')).toEqual(['the harbour policies have failed']);
    expect(await contents('ruiz')).toEqual(['the harbour policies have failed']);
    expect(await contents('the')).toEqual([]);
    expect((await searchActors(db, 'an be', PAGE)).rows.map(({ name }) => name)).toEqual(['Ana Bell']);
    expect((await findHeads(db, 'RIV')).map(({ title }) => title)).toEqual(['About river']);
    expect(await findHeads(db, 'example sato post')).toHaveLength(2);
    expect(await findHeads(db, '?!')).toEqual([]);
    expect((await claimsOf(db, 'https://news.example/harbour', PAGE)).total).toBe(2);
  });

  it('put articles in the order asked for', async () => {
    const db = await openSampleFindings();
    await put(db, 'b', [], 2);
    await put(db, 'a', [], 3);
    await put(db, 'c', [], 1);
    const heads = await db.heads.toArray();
    const order = (by: 'kept' | 'published' | 'title') =>
      orderHeads(heads, by, 'en').map(({ title }) => title?.at(-1));
    expect(order('published')).toEqual(['a', 'b', 'c']);
    expect(order('kept')).toEqual(['a', 'b', 'c']);
    expect(order('title')).toEqual(['a', 'b', 'c']);
  });

  it('are out of date once the article is another one, and still listed meanwhile', async () => {
    const db = await openSampleFindings();
    const article = await put(db, 'harbour', ['Ana: it opens']);
    await putHeads(db, [{ ...article, title: 'Another title' }]);
    expect(await db.heads.get(article.key)).toMatchObject({ title: 'Another title', made: '', claims: 1 });
    expect((await searchClaims(db, '', PAGE)).total).toBe(1);
  });

  it('of another build are thrown away', async () => {
    const name = newName();
    const opening = indexedDB.open(name, 70);
    await new Promise((resolve) => {
      opening.onupgradeneeded = () => opening.result.createObjectStore('strange');
      opening.onsuccess = resolve;
    });
    opening.result.close();
    const db = await openFindings(name);
    expect(db.tables.map((table) => table.name).sort()).toEqual(['actors', 'appearances', 'claims', 'heads']);
    expect(await db.heads.count()).toBe(0);
    db.close();
  });
});

describe('a claim that was met before', () => {
  it('is found in other articles in other words, the most alike first', async () => {
    const db = await openSampleFindings();
    await put(db, 'one', ['Ana: the reservoir holds only nine percent of its usual volume']);
    await put(db, 'two', [
      'Bo: only nine percent of the usual volume is left in the reservoir',
      'Bo: the reservoir was built in the fifties',
    ]);
    await put(db, 'three', ['Cy: The reservoir holds only nine percent of its usual volume, and shrinks']);
    const claim = (await claimsOf(db, 'https://news.example/one', PAGE)).rows[0]!;
    const found = await findSimilarClaims(db, claim);
    expect(found.map((similar) => similar.claim.article.at(-1))).toEqual(['e', 'o']);
    expect(found[0]!.score).toBeGreaterThan(found[1]!.score);
  });

  it('is found wherever comparing every claim with every other one finds it, with what was asked before remembered', async () => {
    const words = 'harbour freight budget winter tunnel ferry museum doctor strike ballot'.split(' ');
    const claim = fc.uniqueArray(fc.constantFrom(...words), { minLength: 3, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(claim, { minLength: 2, maxLength: 12 }), async (all) => {
        const db = await openSampleFindings();
        for (const [n, said] of all.entries()) await put(db, `a${n}`, [`Ana: ${said.join(' ')}`]);
        const rows = await db.claims.toArray();
        const known = new KnownWords(db);
        const stems = new Map(rows.map((row) => [row, contentStems(row.content)]));
        const weight = (stem: string) =>
          weightOf([...stems.values()].filter((own) => own.has(stem)).length, rows.length);
        const found = [
          ...(await findSimilarOfMany(db, rows.slice(0, 1), known)),
          ...(await findSimilarOfMany(db, rows.slice(1), known)),
        ];
        for (const [n, one] of rows.entries()) {
          const alike = rows.filter(
            (other) =>
              other !== one && similarity(stems.get(one)!, stems.get(other)!, weight) >= SIMILAR_FROM,
          );
          expect(found[n]!.map((met) => met.claim.article).sort()).toEqual(
            alike.map(({ article }) => article).sort(),
          );
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is not looked for in its own article, nor made of words that every claim has', async () => {
    const db = await openSampleFindings();
    const same = 'the harbour opens for freight again';
    await put(db, 'one', [`Ana: ${same}`, `Bo: ${same}`]);
    const claim = (await claimsOf(db, 'https://news.example/one', PAGE)).rows[0]!;
    expect(await findSimilarClaims(db, claim)).toEqual([]);
    await put(db, 'two', ['Cy: it is what it is']);
    expect(await findSimilarClaims(db, claim)).toEqual([]);
  });
});
