import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { claimId } from '../../../lib/findings/claim-id';
import type { ArticleHead } from '../../../lib/model/findings';
import { hashOf, routeOf } from '../../../lib/notes/library-route';
import { saveAnnotation } from '../../../lib/store/annotations';
import { DATABASE_NAME } from '../../../lib/store/database';
import { eraseFindings, FINDINGS_NAME, type FindingsDatabase } from '../../../lib/store/findings-database';
import { putFindings, putHeads } from '../../../lib/store/write-findings';
import { LibraryFindings } from '../../../lib/surfaces/library-findings';
import { watchedFindings } from '../../../lib/surfaces/stored-findings';
import { openStore } from '../store/open-stores';
import { foundIn, openSampleFindings } from '../store/sample-findings';
import { sampleFields } from '../team/sample-annotation';

const opened: LibraryFindings[] = [];
afterEach(() => {
  // What stands in front of the notes is none of the findings.
  for (const library of opened.splice(0)) library.go(routeOf('#notes'));
});

async function library() {
  const findings = await openSampleFindings(FINDINGS_NAME);
  await eraseFindings(findings);
  const shown = new LibraryFindings(vi.fn(), watchedFindings('en'), vi.fn());
  opened.push(shown);
  return { findings, shown };
}

async function put(db: FindingsDatabase, ...args: Parameters<typeof foundIn>) {
  const { article, found } = foundIn(...args);
  await putFindings(db, article, found, 'now');
  return article;
}

describe('the library with 5,000 articles', () => {
  it('shows a hundred of them, with their notes, and finds one among all', async () => {
    const db = await openStore(DATABASE_NAME);
    const { findings, shown } = await library();
    const { article } = foundIn('x', []);
    const heads = Array.from({ length: 5000 }, (_, n): ArticleHead => {
      const time = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
      const own = { key: `https://news.example/${n}`, title: `Story number ${n}`, seenAt: time };
      return { ...article, ...own, ...(n === 4321 && { flags: ['live-blog'] as const }) };
    });
    await putHeads(findings, heads);
    const fields = { ...sampleFields('a note'), article: 'https://news.example/4999' };
    const id = '00000000-0000-7000-8000-0000000000aa';
    await saveAnnotation(db, { id, seen: {}, fields, author: 'Mai' });
    shown.go(routeOf('#articles'));
    const page = () => shown.articles.list.data.page;
    await vi.waitFor(() => expect(page()?.total).toBe(5000), 10_000);
    expect(page()?.items).toHaveLength(100);
    expect(page()?.items[0]).toMatchObject({ head: { title: 'Story number 4999' }, notes: 1 });
    shown.articles.list.turn(1);
    await vi.waitFor(() => expect(page()?.items[0]?.head.title).toBe('Story number 4899'), 10_000);
    shown.articles.list.search('story 4321');
    await vi.waitFor(() => expect(page()?.total).toBe(1), 10_000);
    expect(page()?.items[0]?.head.title).toBe('Story number 4321');
    expect(page()?.items[0]?.head.flags).toEqual(['live-blog']);
  });
});

describe('actors and claims of the library', () => {
  it('are read as the reader goes from one to another, and follow what is found meanwhile', async () => {
    const { findings, shown } = await library();
    await put(findings, 'one', ['Ana Ruiz: the reservoir holds only nine percent of its usual volume'], 1);
    shown.go(routeOf('#actors'));
    await vi.waitFor(() =>
      expect(shown.actors.data.page?.items.map(({ name }) => name)).toEqual(['Ana Ruiz']),
    );

    shown.go(routeOf(hashOf('actors', 'one', 'ana ruiz')));
    await vi.waitFor(() => expect(shown.actor.data.value?.said).toBe(1));
    await put(findings, 'two', [
      'Bo Lind: only nine percent of the usual volume is left in the reservoir',
      'Bo Lind: [Ana Ruiz] knew it',
    ]);
    await vi.waitFor(() => expect(shown.about.data.page?.items[0]?.claim.content).toBe('Ana Ruiz knew it'));
    expect(shown.about.data.page?.items[0]?.head?.title).toBe('About two');

    const id = claimId({ article: 'https://news.example/one', n: 0 });
    shown.go(routeOf(hashOf('claims', 'one', id)));
    await vi.waitFor(() => expect(shown.claim.data.value?.similar).toHaveLength(1));
    expect(shown.claim.data.value?.similar[0]?.head?.title).toBe('About two');

    shown.go(routeOf(hashOf('claims', 'of', 'https://news.example/two')));
    await vi.waitFor(() => expect(shown.claimsOf.data.page?.total).toBe(2));
    const [own, other] = shown.claimsOf.data.page?.items ?? [];
    await vi.waitFor(() => expect(shown.met.of(own!.claim)).toBe(1), 5_000);
    expect(shown.met.of(other!.claim)).toBe(0);

    shown.go(routeOf(hashOf('claims', 'one', 'no such claim')));
    await vi.waitFor(() => expect(shown.claim.data.value).toBeNull());
  });
});
