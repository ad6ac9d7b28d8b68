import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSignals } from '../../../lib/article/page-signals';
import { bareDocument } from './page';

const GOLDEN = new URL('../../golden/article/', import.meta.url);
const names = fs
  .readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const allSignals = (document: Document, url: string) => stepsOf(document, url).at(-1)!;
/** The signals as they stood after each step. */
function stepsOf(document: Document, url: string): readonly Readonly<Record<string, number>>[] {
  return Array.from(readSignals(document, url), (signals) => ({ ...signals }));
}

const grow = (count: number, scale: number) => Math.log1p(count) / Math.log1p(scale);

/** The counts as the weights were trained on them: a selector or a pattern over all classes each. */
function plainCounts(document: Document): Record<string, number> {
  const count = (selector: string) => document.querySelectorAll(selector).length;
  const classes = Array.from(document.querySelectorAll('[class]'), (element) =>
    element.getAttribute('class')!.toLowerCase(),
  );
  const named = (pattern: RegExp) => classes.filter((name) => pattern.test(name)).length;
  const flag = (value: number) => (value > 0 ? 1 : 0);
  return {
    'h1-many': flag(Math.max(0, count('h1') - 1)),
    'h1-in-article': flag(count('article h1,[itemtype*="Article"] h1,[itemtype*="Posting"] h1')),
    times: grow(count('time'), 20),
    byline: flag(
      count('[rel~="author"],[itemprop~="author"]') + named(/byline|author-name|authorname|author__name/),
    ),
    buttons: grow(count('button') + named(/btn|button/), 60),
    cards: grow(named(/card|teaser|tile|item/), 100),
    related: flag(named(/related|recommend|read-more/)),
  };
}

describe('the signals of a page', () => {
  it.each(names)('count on %s what plain selectors count', (name) => {
    const document = bareDocument(fs.readFileSync(new URL(`${name}/source.html`, GOLDEN), 'utf8'));
    expect(allSignals(document, 'https://news.example/a')).toMatchObject(plainCounts(document));
  });

  it('count an element once, however many of the parts its class has', () => {
    const document = bareDocument(
      '<div class="Card card-item teaser"></div><div class="Card card-item teaser"></div><div class="tile"></div>',
    );
    expect(allSignals(document, '')['cards']).toBe(grow(3, 100));
  });

  it('hear how a text speaks, in words of any case and with letters beyond ASCII', () => {
    const text = `He SAID that they had come. She said: Der Minister erklärte, según fuentes, last week. ${'Plain words stand here, and more of such follow. '.repeat(60)}`;
    const signals = allSignals(bareDocument(`<p>${text}</p>`), '');
    const words = Math.max(50, (text.trim().length + 1) / 6);
    expect(signals['style-said']).toBeCloseTo((4 * 100) / words / 1.5, 10);
    expect(signals['style-they']).toBeCloseTo((3 * 100) / words / 3, 10);
    expect(signals['style-time']).toBeCloseTo(100 / words / 1.5, 10);
    expect(signals['style-past']).toBeCloseTo(100 / words / 3, 10);
  });

  it('take a Turkish capital for a letter and not for an English word', () => {
    const text = 'İzmir ve İstanbul arasında yeni bir hat açıldı, dedi bakan. '.repeat(4);
    expect(allSignals(bareDocument(`<p>${text}</p>`), '')['style-i']).toBe(0);
  });

  it('have the same names on a page too large to look at every element', { timeout: 60_000 }, () => {
    const small = bareDocument('<p>One</p>');
    const large = bareDocument(`<p>One</p>${'<i class="card"></i>'.repeat(41_000)}`);
    expect(Object.keys(allSignals(large, ''))).toEqual(Object.keys(allSignals(small, '')));
    expect(allSignals(large, '')['cards']).toBe(0);
  });

  it('begin with those of the first step, which stay the same numbers', () => {
    const document = bareDocument(fs.readFileSync(new URL('news-story/source.html', GOLDEN), 'utf8'));
    const [first, all] = stepsOf(document, 'https://news.example/politics/2026/03/a-story-of-five-words');
    const names = Object.entries(first!);
    expect(Object.entries(all!).slice(0, names.length)).toEqual(names);
    expect(Object.keys(all!).length).toBeGreaterThan(names.length);
  });
});
