import { describe, expect, it } from 'vitest';
import { detectArticle } from '../../../lib/article/detect-article';
import { LOOKS, MEANS, NAMES } from '../../../lib/article/detector-weights';
import { readSignals } from '../../../lib/article/page-signals';
import { bareDocument } from './page';

const HOME = `<title>The Courier</title><h1>The Courier</h1>${'<li><a href="/x">Harbour opens</a></li>'.repeat(60)}`;
const [GLANCE, FULL] = [LOOKS[0]!, LOOKS[1]!];
const glanced = new Set(NAMES.slice(0, GLANCE.weights.length));
const isGlanced = (code: string) => glanced.has(code.replace(/^-/, ''));

/** The score after the first step alone. */
function glanceAt(document: Document): number {
  const [signals] = readSignals(document, 'https://courier.example/');
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

  it('is asked in full where the page declares itself one, however little it shows', () => {
    const declared = bareDocument(`<meta property="og:type" content="Article">${HOME}`);
    expect(glanceAt(declared)).toBeLessThan(GLANCE.no);
    expect(detectArticle(declared, 'https://courier.example/').score).not.toBe(glanceAt(declared));
    const plain = bareDocument(HOME);
    expect(detectArticle(plain, 'https://courier.example/').score).toBe(glanceAt(plain));
  });

  it('is weighed by one weight for each signal that is read, and one mean', () => {
    const [first, all] = Array.from(readSignals(bareDocument(HOME), 'https://courier.example/'), (signals) =>
      Object.keys(signals),
    );
    expect(all).toEqual(NAMES);
    expect(first).toEqual([...glanced]);
    expect(FULL.weights).toHaveLength(NAMES.length);
    expect(MEANS).toHaveLength(NAMES.length);
  });
});
