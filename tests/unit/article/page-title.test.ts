import { describe, expect, it } from 'vitest';
import { decideMetadata } from '../../../lib/article/metadata';
import { withoutSiteName } from '../../../lib/article/page-title';
import { surveyPage } from '../../../lib/article/survey-page';
import { page } from './page';

const URL_HERE = 'https://courier.example/2026/03/harbour-opens';
const STORY =
  'The council of the small town voted on Tuesday evening to reopen the harbour, after a debate of four hours.';

function metadata(head: string, body: string, first = -1) {
  const document = page(`<html><head>${head}</head><body>${body}`, URL_HERE);
  return decideMetadata(surveyPage(document, URL_HERE).survey, { first, last: first });
}

describe('the title of a page', () => {
  it('is the end of what the page declares, not the name of the site at its beginning', () => {
    const head = '<title>Customs online - Reports - New rules for the harbour</title>';
    const { title } = metadata(head, `<h1>Customs</h1><h1>New rules for the harbour</h1><p>${STORY}</p>`);
    expect(title).toBe('New rules for the harbour');
  });

  it('is the main heading, not a chapter whose words are nearer to what is declared', () => {
    const head = '<title>7 key methods of mending nets</title>';
    const body = `<h1>Mending nets compared, with all pros and cons</h1><p>${STORY}</p><h2>Key methods of mending nets</h2><p>${STORY}</p>`;
    expect(metadata(head, body).title).toBe('Mending nets compared, with all pros and cons');
  });

  it('is the only heading where the site calls every page by its own name', () => {
    const head =
      '<title>The Courier</title><meta property="og:site_name" content="The Courier"><meta property="og:title" content="The Courier">';
    expect(metadata(head, `<h1>Harbour opens again</h1><p>${STORY}</p>`).title).toBe('Harbour opens again');
    expect(metadata(head, `<p>${STORY}</p>`).title).toBeNull();
  });

  it('is the text that says what is declared, where no heading does', () => {
    const head = '<title>Lindvik Gazette: Harbour opens again</title>';
    const body = `<nav>Harbour opens again</nav><p><font size="5">Harbour opens again</font></p><p>${STORY}</p>`;
    expect(metadata(head, body)).toMatchObject({
      title: 'Harbour opens again',
      provenance: { title: 'visible' },
    });
  });

  it('is the main heading, not a lesser one that repeats the subject in other words', () => {
    const head = '<title>What is a free harbour - A guided introduction</title>';
    const main = 'An introduction to the free harbour: what towns need to know';
    const { title } = metadata(head, `<h1>${main}</h1><p>${STORY}</p><h2>What is a free harbour?</h2>`);
    expect(title).toBe(main);
  });

  it('has no day in front and no entities in it', () => {
    const dated = metadata('', `<h1>23.01.2026 - Harbour opens again</h1><p>${STORY}</p>`);
    expect(dated.title).toBe('Harbour opens again');
    const agreed = metadata(
      '<title>Harbour opens again</title>',
      `<h1>23.01.2026 - Harbour opens again</h1><p>${STORY}</p>`,
    );
    expect(agreed.title).toBe('Harbour opens again');
    const head =
      '<meta property="og:title" content="&amp;#8222;Open&amp;#8220;: harbour &amp;#x26; town &amp;#9999999; agree">';
    expect(metadata(head, `<p>${STORY}</p>`).title).toBe('„Open“: harbour & town &#9999999; agree');
  });

  it('loses the outlet behind the bars of East Asian pages', () => {
    expect(withoutSiteName('港口重新开放，居民表示欢迎｜港口日报', null)).toBe('港口重新开放，居民表示欢迎');
    expect(withoutSiteName('항구가 다시 열리고 주민들은 환영했다ㅣ항구일보', null)).toBe(
      '항구가 다시 열리고 주민들은 환영했다',
    );
  });
});

describe('author and date of a page', () => {
  it('are found in a line of several facts', () => {
    const line = '<div>March 15, 2026 · 3 min read · By Ana Lima</div>';
    const found = metadata('<title>Harbour opens</title>', `<h1>Harbour opens</h1>${line}<p>${STORY}</p>`);
    expect(found.authors).toEqual(['Ana Lima']);
    expect(found.publishedTime).toBe('2026-03-15');
  });

  it('are told apart in a German byline', () => {
    const line = '<div class="author">Von Ana Lima am 16.11.2025</div>';
    const found = metadata('<title>Hafen offen</title>', `<h1>Hafen offen</h1>${line}<p>${STORY}</p>`);
    expect(found.authors).toEqual(['Ana Lima']);
  });

  it('are read off a recipe or an instruction where nothing else describes the page', () => {
    const described = (type: string) =>
      metadata(
        `<script type="application/ld+json">${JSON.stringify({ '@type': type, author: { name: 'Ana Lima' }, datePublished: '2026-01-10' })}</script>`,
        `<p>${STORY}</p>`,
      );
    expect(described('HowTo')).toMatchObject({ authors: ['Ana Lima'], publishedTime: '2026-01-10' });
    expect(described('Review').publishedTime).toBe('2026-01-10');
    expect(described('Comment')).toMatchObject({ authors: [], publishedTime: null });
  });

  it('stand before the body where there is no headline', () => {
    const body = `<p>2026-03-16 | Notice</p><p>${STORY}</p>`;
    expect(metadata('', body, 1).publishedTime).toBe('2026-03-16');
    expect(metadata('', body).publishedTime).toBeNull();
  });
});
