import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleRecord } from '../../../lib/notes/article-record';
import { engineVersion } from '../../../lib/service/engine-version';
import { LibraryIndex } from '../../../lib/service/library-index';
import { loadModels } from '../../../lib/service/load-models';
import { once } from '../../../lib/service/service';
import { saveAnnotation } from '../../../lib/store/annotations';
import { keepArticle } from '../../../lib/store/articles';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { eraseEverything } from '../../../lib/store/erase';
import { claimsWith } from '../../../lib/store/read-findings';
import { saveWords } from '../../../lib/store/word-list';
import { blocksOf } from '../../../lib/text/blocks';
import { sampleArticle } from '../notes/sample-article';
import { memoryFolder } from '../store/memory-folder';
import { openStore } from '../store/open-stores';
import { openSampleFindings } from '../store/sample-findings';
import { sampleFields } from '../team/sample-annotation';

const PAGE = { offset: 0, limit: 50 };
const read = async (path: string) => new Uint8Array(readFileSync(`assets/${path}`));
const models = once(() => loadModels(read, () => {}));

async function library() {
  const [db, findings] = [await openStore(), await openSampleFindings()];
  let engine = await engineVersion('Pressmark 1', read);
  const parts = {
    database: async () => db,
    findings: async () => findings,
    models,
    engine: async () => engine,
  };
  const index = new LibraryIndex(parts);
  const setEngine = (name: string) => {
    engine = name;
  };
  const said = async (key: string) =>
    (await claimsWith(findings, 'by', key, PAGE)).rows.map(({ content }) => content);
  return { db, findings, index, parts, setEngine, said };
}

function keep(db: PressmarkDatabase, name: string, text: string, seenAt = '2026-03-01T10:00:00.000Z') {
  const url = `https://news.example/${name}`;
  const extracted = sampleArticle({ url, text, blocks: blocksOf(text), title: name });
  return keepArticle(db, articleRecord(extracted, seenAt, { hash: `hash of ${text}`, skeleton: [] }));
}

const FIRST = 'Ana Okoye said on Monday that the harbour will open in May, after a meeting in Tarvia.';
const SECOND = 'Ana Okoye said on Friday that the harbour will never open, after a walk in Tarvia.';

describe('finding what is in the kept articles', () => {
  it('lists all at once, and finds one after the other until all are done', async () => {
    const { db, findings, index, said } = await library();
    for (const name of ['a', 'b', 'c']) await keep(db, name, FIRST);
    expect(await index.work(true, 0)).toEqual({ done: 1, total: 3 });
    expect(await findings.heads.count()).toBe(3);
    expect(await index.work(false, 0)).toEqual({ done: 2, total: 3 });
    expect(await index.work(false, 60_000)).toEqual({ done: 3, total: 3 });
    expect(await said('ana okoye')).toHaveLength(3);
  });

  it('goes on where a stopped background left it, and finds nothing twice', async () => {
    const { db, findings, index, parts } = await library();
    for (const name of ['a', 'b']) await keep(db, name, FIRST);
    await index.work(true, 0);
    const first = (await findings.heads.toArray()).filter(({ made }) => made !== '');
    const next = new LibraryIndex(parts);
    expect(await next.work(true, 60_000)).toEqual({ done: 2, total: 2 });
    expect(await findings.heads.get(first[0]!.key)).toEqual(first[0]);
    expect(await findings.actors.get('ana okoye')).toMatchObject({ articles: 2 });
  });

  it('reads the version that was seen last, and forgets what it found in the one before', async () => {
    const { db, index, said } = await library();
    await keep(db, 'a', FIRST);
    await index.work(true, 60_000);
    await keep(db, 'a', SECOND, '2026-03-02T10:00:00.000Z');
    await index.work(true, 60_000);
    expect(await said('ana okoye')).toEqual([expect.stringContaining('never open')]);
  });

  it('finds anew what other engines or corrections would find otherwise, and that alone', async () => {
    const { db, findings, index, setEngine, said } = await library();
    await keep(db, 'a', FIRST);
    await keep(db, 'b', SECOND);
    await index.work(true, 60_000);
    expect(await index.work(true, 0)).toEqual({ done: 2, total: 2 });
    const entry = {
      surface: 'Ana Okoye',
      action: 'not-an-actor',
      scope: 'article',
      where: 'https://news.example/a',
      author: '',
      created: '2026-03-01T10:00:00.000Z',
    } as const;
    await saveWords(db, [{ id: '00000000-0000-7000-8000-000000000001', entry }]);
    expect(await index.work(false, 60_000)).toEqual({ done: 2, total: 2 });
    expect(await said('ana okoye')).toEqual([expect.stringContaining('never open')]);
    const before = await findings.heads.toArray();
    setEngine('another');
    await index.work(false, 60_000);
    const after = await findings.heads.toArray();
    expect(after.map(({ made }) => made)).not.toEqual(before.map(({ made }) => made));
  });

  it('lets a save through while it works', async () => {
    const { db, index } = await library();
    for (let n = 0; n < 12; n++) await keep(db, `article-${n}`, FIRST);
    const done: string[] = [];
    const working = index.work(true, 60_000).then(() => done.push('found'));
    const fields = sampleFields('a note');
    const id = '00000000-0000-7000-8000-000000000001';
    const saving = saveAnnotation(db, { id, seen: {}, fields, author: 'Mai' }).then(() => done.push('saved'));
    await Promise.all([working, saving]);
    expect(done).toEqual(['saved', 'found']);
  });

  it('forgets articles that are no longer kept, and everything when everything is deleted', async () => {
    const { db, findings, index } = await library();
    await keep(db, 'a', FIRST);
    await keep(db, 'b', SECOND);
    await index.work(true, 60_000);
    await db.articles.delete('https://news.example/a');
    expect(await index.work(true, 60_000)).toEqual({ done: 1, total: 1 });
    const running = index.work(true, 60_000);
    const erased = index.alone(() => eraseEverything(db, findings, memoryFolder()));
    await Promise.all([running, erased]);
    for (const table of findings.tables) expect(await table.count()).toBe(0);
    expect(await index.work(true, 0)).toEqual({ done: 0, total: 0 });
  });

  it('takes an article without text, and one in another language, for done', async () => {
    const { db, findings, index } = await library();
    await keep(
      db,
      'leer',
      'Der Hafen wird im Mai geöffnet, sagte die Ministerin am Montag nach dem Treffen.',
    );
    const record = await keep(db, 'b', FIRST);
    await db.articles.put({ key: record.key, record: { ...record, versions: [] }, urls: [] });
    expect(await index.work(true, 60_000)).toEqual({ done: 2, total: 2 });
    expect(await findings.claims.count()).toBe(0);
  });
});
