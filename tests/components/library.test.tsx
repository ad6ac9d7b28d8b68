// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it, type Mock, vi } from 'vitest';
import { ActorPage } from '../../components/library/actor-page';
import { ActorTable } from '../../components/library/actor-table';
import { ArticleTable } from '../../components/library/article-table';
import { LibraryClaims } from '../../components/library/claim-list';
import { ClaimPage } from '../../components/library/claim-page';
import { IndexProgress } from '../../components/library/index-progress';
import { claimId } from '../../lib/findings/claim-id';
import { hashOf } from '../../lib/notes/library-route';
import type { ActorRow, ClaimRow, HeadRow } from '../../lib/store/findings-database';
import type { ArticleItem, KeptArticles } from '../../lib/surfaces/kept-articles';
import type { ListData } from '../../lib/surfaces/paged-list';
import { brokenRules, english, show } from './render';

const LONG = 'Okoye-'.repeat(50);
const metNowhere = () => 0;
const head: HeadRow = {
  key: 'https://news.example/harbour',
  url: 'https://news.example/harbour',
  title: 'The harbour opens',
  authors: [],
  siteName: 'Example Post',
  publishedTime: '2026-03-01',
  version: 'aa',
  seenAt: '2026-03-02T10:00:00.000Z',
  made: 'now',
  actors: 2,
  claims: 3,
};
const claim: ClaimRow = {
  article: head.key,
  n: 4,
  kind: 'direct',
  speaker: 'ana okoye',
  source: 'Ana Okoye',
  cue: 'said',
  content: 'the harbour opens in May',
  start: 0,
  end: 24,
  about: [],
  place: '0 4',
  by: 'ana okoye',
  on: [],
  words: [],
};
const actor: ActorRow = {
  key: 'ana okoye',
  name: LONG,
  types: { person: 3, organisation: 1 },
  articles: 4,
  mentions: 17,
  said: 5,
  about: 6,
  rank: '',
  words: [],
};

function listOf<T>(items: readonly T[], change: Partial<ListData<T>> = {}): ListData<T> {
  const page = { items, total: items.length, hasMore: false };
  return { query: '', sort: 'kept', of: null, offset: 0, limit: 50, failure: null, page, ...change };
}
const spies = () => ({ search: vi.fn(), sortBy: vi.fn(), turn: vi.fn() });
/** A list of articles as the library holds it; `drop` and `undo` are heard. */
function articlesOf(
  data: ListData<ArticleItem>,
  list = spies(),
  notice: KeptArticles['notice'] = null,
): KeptArticles & { drop: Mock; undo: Mock } {
  return { list: { ...list, data }, notice, drop: vi.fn(), undo: vi.fn() } as never;
}
const linkTo = (place: HTMLElement, text: string) =>
  [...place.querySelectorAll('a')].find((link) => link.textContent === text)?.getAttribute('href');

describe('the articles of the library', () => {
  it('lead to the article and to its claims, with outlet, day and counts', async () => {
    const list = listOf([{ head, notes: 7 }]);
    const place = await show(<ArticleTable articles={articlesOf(list)} language="en" />);
    expect(linkTo(place, 'The harbour opens')).toBe(head.url);
    expect(linkTo(place, '3')).toBe(hashOf('claims', 'of', head.key));
    const cells = [...place.querySelectorAll('td')].map((cell) => cell.textContent);
    expect(cells).toEqual(['The harbour opensExample Post', 'Mar 1, 2026', '7', '3']);
    expect(await brokenRules(place)).toEqual([]);
  });

  it('are not links where their address is none of the web, and are called by it where they have no title', async () => {
    const odd = { ...head, url: 'javascript:alert(1)', title: null, siteName: null };
    const list = listOf([{ head: odd, notes: 0 }]);
    const place = await show(<ArticleTable articles={articlesOf(list)} language="en" />);
    expect([...place.querySelectorAll('td a')].map((link) => link.textContent)).toEqual(['3']);
    expect(place.querySelector('td')?.textContent).toMatch(/^news\.example\/harbournews\.example/);
  });

  it('are searched, put in another order and turned', async () => {
    const actions = spies();
    const page = { items: [{ head, notes: 7 }], total: 120, hasMore: true };
    const place = await show(
      <ArticleTable articles={articlesOf(listOf([], { page }), actions)} language="en" />,
    );
    const [search, order] = [place.querySelector('input')!, place.querySelector('select')!];
    await act(() => {
      search.value = 'harbour';
      search.dispatchEvent(new Event('input', { bubbles: true }));
      order.value = 'title';
      order.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(actions.search).toHaveBeenCalledWith('harbour');
    expect(actions.sortBy).toHaveBeenCalledWith('title');
    expect(place.textContent).toContain(english('library_range_of', 1, 1, 120));
    const [back, more] = [...place.querySelectorAll<HTMLButtonElement>('.pages button')];
    expect(back?.disabled).toBe(true);
    await act(() => more?.click());
    expect(actions.turn).toHaveBeenCalledWith(1);
    expect(await brokenRules(place)).toEqual([]);
  });

  it('say how to get there while there are none, and another thing where nothing was found', async () => {
    const empty = await show(<ArticleTable articles={articlesOf(listOf([]))} language="en" />);
    expect(empty.textContent).toContain(english('library_empty_how'));
    expect(empty.querySelector('input')).toBeNull();
    const read = await show(<ArticleTable articles={articlesOf(listOf([]))} language="en" isReading />);
    expect(read.textContent).toContain(english('library_loading'));
    expect(read.textContent).not.toContain(english('library_empty_how'));
    const none = await show(
      <ArticleTable articles={articlesOf(listOf([], { query: 'xyz' }))} language="en" />,
    );
    expect(none.textContent).toContain(english('library_nothing_found'));
    expect(none.querySelector('input')?.value).toBe('xyz');
  });

  it('say which are only the beginning of a text, and which go on growing', async () => {
    const flagged = { ...head, flags: ['paywall', 'live-blog'] as const };
    const place = await show(
      <ArticleTable articles={articlesOf(listOf([{ head: flagged, notes: 1 }]))} language="en" />,
    );
    expect(place.querySelector('td .hint')?.textContent).toBe(
      ['Example Post', english('library_paywall'), english('library_live_blog')].join(' · '),
    );
  });

  it('are removed where no note is on them, which can be taken back; those that were only read say so', async () => {
    const read = { ...head, key: 'https://news.example/read', title: 'Only read', onlyRead: true as const };
    const notice = { key: 'toast_dropped', failure: null, canUndo: true } as const;
    const list = listOf([
      { head, notes: 7 },
      { head: read, notes: 0 },
    ]);
    const articles = articlesOf(list, spies(), notice);
    const place = await show(<ArticleTable articles={articles} language="en" />);
    const buttons = [...place.querySelectorAll<HTMLButtonElement>('td button')];
    expect(buttons.map((button) => button.ariaLabel ?? button.getAttribute('aria-label'))).toEqual([
      english('library_drop_article', 'Only read'),
    ]);
    expect(place.querySelectorAll('tbody tr')[1]?.textContent).toContain(english('library_only_read'));
    await act(() => buttons[0]?.click());
    expect(articles.drop).toHaveBeenCalledWith(read.key);
    await act(() => place.querySelector<HTMLButtonElement>('.toasts button')?.click());
    expect(articles.undo).toHaveBeenCalledOnce();
    expect(await brokenRules(place)).toEqual([]);
  });

  it('say what is wrong with the store', async () => {
    const list = listOf<never>([], { page: null, failure: 'unavailable' });
    const place = await show(<ArticleTable articles={articlesOf(list)} language="en" />);
    expect(place.textContent).toContain(english('reading_unavailable'));
  });
});

describe('the actors of the library', () => {
  it('have the letter of what they are in most articles, their counts, and a page of their own', async () => {
    const place = await show(<ActorTable list={listOf([actor])} actions={spies()} />);
    expect(place.querySelector('.sign')?.textContent).toBe('P');
    expect(linkTo(place, LONG)).toBe(hashOf('actors', 'one', 'ana okoye'));
    expect([...place.querySelectorAll('td.number')].map((cell) => cell.textContent)).toEqual(['4', '5', '6']);
    expect(await brokenRules(place)).toEqual([]);
  });

  it('show what each says and what others say about it', async () => {
    const said = { ...spies(), data: listOf([{ claim, head, speaker: 'Ana Okoye' }]) };
    const about = { ...spies(), data: listOf<never>([]) };
    const looked = { id: actor.key, value: actor, failure: null };
    const place = await show(
      <ActorPage actor={looked} said={said} about={about} language="en" met={metNowhere} />,
    );
    const sections = [...place.querySelectorAll('section')];
    expect(sections[0]?.textContent).toContain('the harbour opens in May');
    expect(sections[1]?.textContent).toContain(english('library_nothing_about'));
    expect(linkTo(place, english('library_open_passage'))).toBe(
      `${head.url}#:~:text=the%20harbour%20opens%20in%20May`,
    );
    expect(await brokenRules(place)).toEqual([]);
  });

  it('that are kept no longer are said to be so', async () => {
    const none = { ...spies(), data: listOf<never>([]) };
    const looked = { id: 'x', value: null, failure: null };
    const place = await show(
      <ActorPage actor={looked} said={none} about={none} language="en" met={metNowhere} />,
    );
    expect(place.textContent).toContain(english('library_gone'));
  });
});

describe('the claims of the library', () => {
  it('name the speaker, the cue, the wording and the article, and lead on', async () => {
    const place = await show(
      <LibraryClaims
        list={listOf([{ claim, head, speaker: 'Ana Okoye' }])}
        actions={spies()}
        language="en"
        met={() => 2}
      />,
    );
    expect(place.querySelector('.claim-text')?.textContent).toBe('Ana Okoye said the harbour opens in May');
    expect(linkTo(place, 'Ana Okoye')).toBe(hashOf('actors', 'one', 'ana okoye'));
    expect(linkTo(place, `${english('library_where_else')} 2`)).toBe(hashOf('claims', 'one', claimId(claim)));
    expect(place.textContent).toContain('Example Post · Mar 1, 2026');
    expect(await brokenRules(place)).toEqual([]);
  });

  it('name their article once, and lead to where else they stand only where they do', async () => {
    const items = [claim, { ...claim, n: 5 }, { ...claim, article: 'https://other.example/x' }].map(
      (row) => ({
        claim: row,
        head: row.article === head.key ? head : { ...head, key: row.article, title: 'Ships again' },
        speaker: 'Ana Okoye',
      }),
    );
    const met = ({ n }: { n: number }) => (n === 5 ? 1 : 0);
    const place = await show(
      <LibraryClaims list={listOf(items)} actions={spies()} language="en" met={met} />,
    );
    const articles = [...place.querySelectorAll('.claim-article .title')].map((title) => title.textContent);
    expect(articles).toEqual(['The harbour opens', 'Ships again']);
    expect([...place.querySelectorAll('ol')].map((list) => list.children.length)).toEqual([2, 1]);
    const others = [...place.querySelectorAll('a')].filter((link) =>
      link.textContent?.startsWith(english('library_where_else')),
    );
    expect(others.map((link) => link.getAttribute('href'))).toEqual([
      hashOf('claims', 'one', claimId(items[1]!.claim)),
    ]);
  });

  it('name the speaker where the article says only “she”', async () => {
    const she = { ...claim, source: 'she' };
    const list = listOf([{ claim: she, head, speaker: 'Ana Okoye' }]);
    const place = await show(<LibraryClaims list={list} actions={spies()} language="en" met={metNowhere} />);
    expect(place.querySelector('.claim-text')?.textContent).toBe('Ana Okoye said the harbour opens in May');
  });

  it('of one article say which', async () => {
    const list = listOf([{ claim, head, speaker: 'Ana Okoye' }], { of: head.key });
    const place = await show(<LibraryClaims list={list} actions={spies()} language="en" met={metNowhere} />);
    expect(place.textContent).toContain(english('library_claims_of', 'The harbour opens'));
    expect(place.querySelector('.claim-article')).toBeNull();
    expect(place.querySelector('input')).toBeNull();
  });

  it('stand beside the same claim of other articles', async () => {
    const other = { ...claim, article: 'https://other.example/x', content: 'in May the harbour will open' };
    const speaker = 'Ana Okoye';
    const similar = [{ claim: other, head: { ...head, title: 'Ships again' }, speaker, score: 0.8 }];
    const looked = { id: claimId(claim), value: { claim, head, speaker, similar }, failure: null };
    const place = await show(<ClaimPage claim={looked} language="en" />);
    const [own, met] = [...place.querySelectorAll('section')];
    expect(own?.textContent).toContain('the harbour opens in May');
    expect(met?.textContent).toContain('in May the harbour will open');
    expect(met?.textContent).toContain('Ships again');
    expect(await brokenRules(place)).toEqual([]);
  });

  it('that stand nowhere else are said to', async () => {
    const looked = { id: claimId(claim), value: { claim, head, speaker: null, similar: [] }, failure: null };
    const place = await show(<ClaimPage claim={looked} language="en" />);
    expect(place.textContent).toContain(english('library_met_nowhere'));
  });
});

describe('the progress of reading the kept articles', () => {
  it('is counted until all are read', async () => {
    const under = await show(<IndexProgress index={{ progress: { done: 3, total: 9 }, failure: null }} />);
    expect(under.textContent).toContain(english('library_indexing', 3, 9));
    expect(await brokenRules(under)).toEqual([]);
    const done = await show(<IndexProgress index={{ progress: { done: 9, total: 9 }, failure: null }} />);
    expect(done.textContent).toBe('');
  });
});
