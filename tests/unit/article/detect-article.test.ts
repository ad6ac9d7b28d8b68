import { describe, expect, it } from 'vitest';
import { detectArticle } from '../../../lib/article/detect-article';
import { LOOKS, MEANS, NAMES } from '../../../lib/article/detector-weights';
import { readSignals } from '../../../lib/article/page-signals';
import { bareDocument } from './page';

const HOME = `<title>The Courier</title><h1>The Courier</h1>${'<li><a href="/x">Harbour opens</a></li>'.repeat(60)}`;
const GLANCE = LOOKS[0]!;
const glanced = new Set(NAMES.slice(0, GLANCE.weights.length));
const isGlanced = (code: string) => glanced.has(code.replace(/^-/, ''));

/** The score after the first step alone. */
function glanceAt(document: Document, url: string): number {
  const [signals] = readSignals(document, url);
  const sum = GLANCE.weights.reduce((all, weight, i) => all + weight * signals![NAMES[i]!]!, GLANCE.bias);
  return 1 / (1 + Math.exp(-sum));
}

describe('whether a page is an article', () => {
  it('is told by a glance where hardly anything speaks for it, and the glance gives its reasons', () => {
    const { verdict, score, why } = detectArticle(bareDocument(HOME), 'https://courier.example/');
    expect(verdict).toBe('no');
    expect(score).toBeLessThan(GLANCE.no);
    expect(why).not.toEqual([]);
    expect(why.filter((code) => !isGlanced(code))).toEqual([]);
  });

  it('is not told before its paragraphs are read where the page declares itself one, however little it shows', () => {
    const url = 'https://shop.example/products/harbour';
    const declared = bareDocument(`<meta property="og:type" content="Article">${HOME}`);
    expect(glanceAt(declared, url)).toBeLessThan(GLANCE.no);
    const { score, why } = detectArticle(declared, url);
    expect(score).not.toBe(glanceAt(declared, url));
    expect(why.some((code) => !isGlanced(code))).toBe(true);
    const plain = bareDocument(HOME);
    expect(detectArticle(plain, url).score).toBe(glanceAt(plain, url));
  });

  it('is not told by the address alone where that only lacks what those of articles have', () => {
    const url = 'https://courier.example/harbour';
    expect(glanceAt(bareDocument(HOME), url)).toBeLessThan(GLANCE.no);
    const { score, why } = detectArticle(bareDocument(HOME), url);
    expect(score).not.toBe(glanceAt(bareDocument(HOME), url));
    expect(why.some((code) => !isGlanced(code))).toBe(true);
  });

  it('is not told by the root of a site whose pages are told apart by what follows it', () => {
    const url = 'https://courier.example/?p=4711';
    expect(detectArticle(bareDocument(HOME), url).score).not.toBe(glanceAt(bareDocument(HOME), url));
  });

  it('is denied to terms and imprints, however long they run', () => {
    const clause =
      '<h2>Scope</h2><p>These terms apply to all orders that you place with us through this website. By placing an order you agree to be bound by them in the version that is valid at that time.</p>';
    const terms = bareDocument(`<title>Terms</title><h1>Terms and conditions</h1>${clause.repeat(8)}`);
    expect(detectArticle(terms, 'https://shop.example/terms-and-conditions').verdict).toBe('no');
    expect(detectArticle(terms, 'https://shop.example/legal/impressum').verdict).toBe('no');
  });

  it('is left open where an old page holds its text in one piece, between line breaks', () => {
    const line =
      'In the spring of that year the ferry came but twice a week, and whoever had business in the town across the water left on Monday and was home on Friday, if the ice let him. ';
    const story = `<table><tr><td><a href="/">Home</a></td><td><font size="2"><b>The last ferry</b><br>3. März 1999<br><br>${`${line}<br><br>`.repeat(12)}</font></td></tr></table>`;
    const url = 'http://www.courier.example/show.asp?id=4711';
    const { verdict, why } = detectArticle(bareDocument(`<title>The last ferry</title>${story}`), url);
    expect(verdict).toBe('maybe');
    expect(why).not.toEqual([]);
    const verdictOf = (html: string, at = url) => detectArticle(bareDocument(html), at).verdict;
    expect(
      verdictOf(story, 'http://forum.courier.example/viewtopic.php?t=4711'),
      'a forum by its address',
    ).toBe('no');
    const posts = `<div>${`${line}<br>`.repeat(3)}</div>`.repeat(12);
    expect(verdictOf(posts), 'many such pieces').toBe('no');
    expect(verdictOf(`<div>${`<a href="/x">${line}</a><br>`.repeat(12)}</div>`), 'all of it links').toBe(
      'no',
    );
    expect(verdictOf(`<div>${'Harbour Street 14<br>'.repeat(120)}</div>`), 'short lines').toBe('no');
  });

  it('is weighed by one weight for each signal that is read, and one mean', () => {
    const steps = Array.from(readSignals(bareDocument(HOME), 'https://courier.example/'), Object.keys);
    expect(steps).toEqual(LOOKS.map(({ weights }) => NAMES.slice(0, weights.length)));
    expect(steps.at(-1)).toEqual(NAMES);
    expect(MEANS).toHaveLength(NAMES.length);
  });
});
