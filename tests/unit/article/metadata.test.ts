import { describe, expect, it } from 'vitest';
import { decideMetadata } from '../../../lib/article/metadata';
import { withoutSiteName } from '../../../lib/article/page-title';
import { surveyPage } from '../../../lib/article/survey-page';
import { page } from './page';

const readMetadata = (document: Document, url: string) =>
  decideMetadata(surveyPage(document, url).survey, { first: -1, last: -1 });

const URL_HERE = 'https://courier.example/2026/03/harbour-opens';
const STORY =
  'The council of the small town voted on Tuesday evening to reopen the harbour, after a debate of four hours.';

function metadata(head: string, body: string) {
  return readMetadata(page(`<html><head>${head}</head><body>${body}`, URL_HERE), URL_HERE);
}

const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('metadata of a page', () => {
  it('says null rather than guess where the page states nothing', () => {
    expect(metadata('', `<p>${STORY}</p>`)).toEqual({
      title: null,
      authors: [],
      siteName: null,
      publishedTime: null,
      modifiedTime: null,
      section: null,
      lang: null,
      canonicalUrl: null,
      provenance: {},
    });
  });

  it('takes a name in bold that closes the body or stands right behind it, and no name further down', () => {
    const html = `<body><p>${STORY}</p><p><strong>Lena Aalto</strong></p><p>More</p><p><strong>Bo Lindgren</strong></p>`;
    const { survey } = surveyPage(page(html, URL_HERE), URL_HERE);
    for (const last of [0, 1])
      expect(decideMetadata(survey, { first: 0, last }).authors).toEqual(['Lena Aalto']);
    expect(decideMetadata(survey, { first: -1, last: -1 }).authors).toEqual([]);
  });

  it('takes the visible heading that agrees with the declared title, not the first one', () => {
    const found = metadata(
      '<title>Harbour opens again | The Courier</title>',
      `<h1>The Courier</h1><h1>Harbour opens again</h1><p>${STORY}</p>`,
    );
    expect(found.title).toBe('Harbour opens again');
    expect(found.provenance.title).toBe('visible');
  });

  it('follows the description where another declaration agrees with it against the heading', () => {
    const found = metadata(
      `<meta property="og:title" content="Harbour opens again in spring">${jsonLd({ '@type': 'NewsArticle', headline: 'Harbour opens again in spring' })}`,
      '<h1>Kicker: Harbour opens in spring again, at last</h1>',
    );
    expect(found.title).toBe('Harbour opens again in spring');
    expect(found.provenance.title).toBe('json-ld');
  });

  it('cuts the outlet off a declared title and keeps other parts', () => {
    expect(withoutSiteName('Harbour opens | The Courier', 'The Courier')).toBe('Harbour opens');
    expect(withoutSiteName('The Courier - Harbour opens', 'The Courier')).toBe('Harbour opens');
    expect(withoutSiteName('Harbour – a history', 'The Courier')).toBe('Harbour – a history');
  });

  it('reads authors of JSON-LD through references and lists', () => {
    const graph = {
      '@graph': [
        { '@type': 'Article', headline: 'Harbour', author: [{ '@id': '#ana' }, { name: 'Bo Ek' }] },
        { '@type': 'Person', '@id': '#ana', name: 'Ana Lima' },
      ],
    };
    expect(metadata(jsonLd(graph), '<h1>Harbour</h1>').authors).toEqual(['Ana Lima', 'Bo Ek']);
  });

  it('prefers the byline to an outlet that is declared as author', () => {
    const found = metadata(
      `<meta property="og:site_name" content="The Courier">${jsonLd({ '@type': 'NewsArticle', headline: 'Harbour', author: { name: 'The Courier' } })}`,
      `<h1>Harbour</h1><p class="byline">By Ana Lima</p><p>${STORY}</p>`,
    );
    expect(found.authors).toEqual(['Ana Lima']);
    expect(found.provenance.authors).toBe('visible');
  });

  it('leaves out what an author is and where, and keeps a degree with its name', () => {
    const named = (value: string) =>
      metadata(`<meta name="author" content="${value}">`, `<p>${STORY}</p>`).authors;
    expect(named('Ana Lima, Sr. Director of Operations, Harbour Lines')).toEqual(['Ana Lima']);
    expect(named('Ana Lima, Ph.D., Anna Berg')).toEqual(['Ana Lima, Ph.D.', 'Anna Berg']);
    const stated = jsonLd({ '@type': 'NewsArticle', author: { name: 'Ana Lima, Harbour Editor' } });
    expect(metadata(stated, `<p>${STORY}</p>`).authors).toEqual(['Ana Lima']);
  });

  it('invents no author out of an account name, a commenter or a teaser', () => {
    const found = metadata(
      '<meta name="author" content="admin">',
      `<h1>Harbour</h1><p>${STORY}</p><div class="comments"><span class="comment-author">Carl Troll</span></div>
       <aside class="related"><a rel="author" href="/x">Dora Other</a></aside>`,
    );
    expect(found.authors).toEqual([]);
  });

  it('believes JSON-LD before meta before what is written at the headline', () => {
    const meta = '<meta property="article:published_time" content="2026-03-02">';
    const shown = '<h1>Harbour</h1><p class="date">1 March 2026</p>';
    const ld = jsonLd({ '@type': 'NewsArticle', headline: 'Harbour', datePublished: '2026-03-03T08:00:00Z' });
    expect(metadata(meta + ld, shown).publishedTime).toBe('2026-03-03T08:00:00Z');
    expect(metadata(meta, shown).publishedTime).toBe('2026-03-02');
    expect(metadata('', `<title>Harbour</title>${shown}`).publishedTime).toBe('2026-03-01');
  });

  it('reads JSON-LD with raw line breaks, a trailing comma and a wrapper', () => {
    const source =
      '<!-- {"@type":"NewsArticle","headline":"Harbour\nopens","datePublished":"2026-03-03",} -->';
    expect(metadata(`<script type="application/ld+json">${source}</script>`, '').publishedTime).toBe(
      '2026-03-03',
    );
  });

  it('takes the headline of record where a news page shows another wording, but no kicker and no part', () => {
    const titleOf = (headline: string, shown: string) =>
      metadata(
        `<title>${shown} | The Courier</title>${jsonLd({ '@type': 'NewsArticle', headline })}`,
        `<h1>${shown}</h1><p>${STORY}</p>`,
      ).title;
    const shown = 'Town votes to open its harbour in spring';
    expect(titleOf('Council reopens the harbour of the town in spring', shown)).toBe(
      'Council reopens the harbour of the town in spring',
    );
    expect(titleOf(`Harbour: ${shown}`, shown)).toBe(shown);
    expect(titleOf('Town votes to open its harbour in...', shown)).toBe(shown);
  });

  it('reads entities in declared titles', () => {
    const head =
      '<meta property="og:title" content="H&amp;auml;fen &amp;ouml;ffnen f&amp;uuml;r gro&amp;szlig;e Schiffe">';
    expect(metadata(head, `<p>${STORY}</p>`).title).toBe('Häfen öffnen für große Schiffe');
  });

  it('finds the author in the footer of the article, after a date, and alone by the headline', () => {
    const under = (byline: string) =>
      metadata(
        '<title>Harbour opens again</title>',
        `<article><h1>Harbour opens again</h1>${byline}<p>${STORY}</p></article>`,
      ).authors;
    expect(under('<footer class="meta"><a rel="author" href="/author/lima">Ana Lima</a></footer>')).toEqual([
      'Ana Lima',
    ]);
    expect(under('<div class="author"><b>Dec 17, 2025</b><b>Ana Lima</b></div>')).toEqual(['Ana Lima']);
    expect(under('<div class="info"><span>Daniel Okoye</span></div>')).toEqual(['Daniel Okoye']);
    expect(under('<div class="info"><span>Santa Fe</span></div>')).toEqual([]);
  });

  it('takes the writer, not the editor, and whom the page declares where it shows nobody', () => {
    const found = metadata(
      '<title>Harbour opens again</title>',
      `<h1>Harbour opens again</h1><div class="author-2">Naufal Hadi</div><p>${STORY}</p>
       <div class="author">Editor : <a href="/author/heryadi">Heryadi Putra</a></div>`,
    );
    expect(found.authors).toEqual(['Naufal Hadi']);
    const office = { '@type': 'Organization', name: 'Office for Harbours' };
    const declared = metadata(jsonLd({ '@type': 'NewsArticle', author: office }), `<p>${STORY}</p>`);
    expect(declared.authors).toEqual(['Office for Harbours']);
  });

  it('resolves a canonical link and refuses one that is no web address', () => {
    expect(metadata('<link rel="canonical" href="/harbour">', '').canonicalUrl).toBe(
      'https://courier.example/harbour',
    );
    expect(metadata('<link rel="canonical" href="javascript:alert(1)">', '').canonicalUrl).toBeNull();
  });

  it('takes only language tags for a language', () => {
    const lang = (html: string) => readMetadata(page(html, URL_HERE), URL_HERE).lang;
    expect(lang('<html lang="de-CH"><body>x')).toBe('de-CH');
    expect(
      lang('<html lang="English!"><head><meta property="og:locale" content="en_GB"></head><body>x'),
    ).toBe('en-GB');
  });

  it('takes the headline below a heading that was written for search engines', () => {
    const found = metadata(
      `<meta property="og:title" content="Six figures that show how large the harbour debt is">${jsonLd({ '@type': 'NewsArticle', headline: 'Harbour debt: how large is it?' })}`,
      `<h1>Harbour debt: how large is it?</h1><h2>Six figures that show how large the harbour debt is</h2><p>${STORY}</p>`,
    );
    expect(found.title).toBe('Six figures that show how large the harbour debt is');
  });

  it('leaves out two different kickers before one title', () => {
    const found = metadata(
      '<meta property="og:title" content="Vote in Lindvik: “The town has paid for it”">',
      `<h1>Harbour dispute - “The town has paid for it”</h1><p>${STORY}</p>`,
    );
    expect(found.title).toBe('“The town has paid for it”');
  });

  it('names the author whom the declaration forgot, and not the editor for the writer', () => {
    const declared = jsonLd({ '@type': 'NewsArticle', author: { name: 'Ana Lima' } });
    const two = `<a rel="author">Ana Lima</a><a rel="author">Bo Ekholm</a><p>${STORY}</p>`;
    expect(metadata(declared, two).authors).toEqual(['Ana Lima', 'Bo Ekholm']);
    const edited = `<h1>Harbour opens again</h1><div class="author">Bo Ekholm</div><div class="author">Editor: Ana Lima</div><p>${STORY}</p>`;
    expect(metadata(declared, edited).authors).toEqual(['Bo Ekholm']);
  });

  it('reads a name and a date on one line as a byline', () => {
    const body = `<h1>Harbour opens again</h1><div>Sehra Karsu | 05.04.2025 - 10:20</div><p>${STORY}</p>`;
    expect(metadata('', body).authors).toEqual(['Sehra Karsu']);
  });

  it('reads the name below a line that says no more than that it is the author', () => {
    const labelled = `<h1>Harbour opens again</h1><dl><dt>Auteur</dt><dd>Uri Godessard</dd></dl><p>${STORY}</p>`;
    expect(metadata('', labelled).authors).toEqual(['Uri Godessard']);
    const unlabelled = labelled.replace('Auteur', 'Lieu');
    expect(metadata('', unlabelled).authors).toEqual([]);
  });

  it('knows a name by the headline, however rare, for the author whom the page says something of', () => {
    const signed = `<h1>Harbour opens again</h1><div class="meta">Oddrún Pálsdal</div><p>${STORY}</p><p>${STORY}</p>`;
    const said = '<h4>Oddrún Pálsdal</h4><p>Oddrún writes about ports and those who work there.</p>';
    expect(metadata('', `${signed}${said}`).authors).toEqual(['Oddrún Pálsdal']);
    expect(metadata('', signed).authors).toEqual([]);
  });

  it('believes what is declared to be the headline before what is written for cards', () => {
    const head =
      '<meta property="og:title" content="Harbour opens again-Politics"><meta name="headline" content="Harbour opens again">';
    expect(metadata(head, `<p>${STORY}</p>`).title).toBe('Harbour opens again');
  });

  it('reads a day of two readings by the day of the last change, where only one of them lies close before it', () => {
    const dated = (datePublished: string, dateModified?: string) =>
      metadata(jsonLd({ '@type': 'NewsArticle', datePublished, dateModified }), `<p>${STORY}</p>`)
        .publishedTime;
    expect(dated('10/05/2022 05:22 pm', '2022/05/10 17:36:11')).toBe('2022-05-10');
    expect(dated('05/10/2022', '2022-05-12')).toBe('2022-05-10');
    expect(dated('03/04/2022', '2022-04-05')).toBe('2022-04-03');
    expect(dated('04/03/2022', '2022-03-01'), 'a change before both').toBeNull();
    expect(dated('05/06/2022', '2023-01-01'), 'a change long after both').toBeNull();
    expect(dated('05/06/2022')).toBeNull();
  });

  it('takes no notice of where a word may be divided', () => {
    const found = metadata(
      '<meta property="og:title" content="Heli&shy;port planned beside the old ferry terminal">' +
        jsonLd({ '@type': 'NewsArticle', headline: 'Heliport at the harbour' }),
      `<h1>Heliport at the harbour</h1><h2>Heli&shy;port planned beside the old ferry terminal</h2><p>${STORY}</p>`,
    );
    expect(found.title).toBe('Heliport planned beside the old ferry terminal');
  });

  it('flags a paywall and a live blog only where the page states them, and says where', () => {
    const closed = metadata('<meta name="article:content_tier" content="locked">', `<p>${STORY}</p>`);
    expect(closed.flags).toEqual(['paywall']);
    expect(closed.provenance.paywall).toBe('meta');
    const live = metadata(jsonLd({ '@type': 'LiveBlogPosting', isAccessibleForFree: false }), '');
    expect(live.flags).toEqual(['paywall', 'live-blog']);
    expect(live.provenance['live-blog']).toBe('json-ld');
    const asking = metadata('', `<div class="paywall">Subscribe now</div><p>${STORY}</p>`);
    expect(asking.flags).toBeUndefined();
  });
});
