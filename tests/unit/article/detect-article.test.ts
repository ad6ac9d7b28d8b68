import { describe, expect, it } from 'vitest';
import { detectArticle } from '../../../lib/article/detect-article';
import { DETECTOR, GLANCE, MEANS, NAMES } from '../../../lib/article/detector-weights';
import { readSignals } from '../../../lib/article/page-signals';
import { bareDocument } from './page';

const HOME = `<title>The Courier</title><h1>The Courier</h1>${'<li><a href="/x">Harbour opens</a></li>'.repeat(60)}`;
const glanced = new Set(NAMES.slice(0, GLANCE.weights.length));
const isGlanced = (code: string) => glanced.has(code.replace(/^-/, ''));

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
    const atGlance = detectArticle(bareDocument(HOME), 'https://courier.example/').score;
    // The declaration is no signal of the glance: another score was given by all of them.
    expect(detectArticle(declared, 'https://courier.example/').score).not.toBe(atGlance);
  });

  it('is weighed by one weight and one mean for each signal that is read', () => {
    const page = readSignals(bareDocument(HOME), 'https://courier.example/');
    expect(Object.keys(page.all())).toEqual(NAMES);
    expect(Object.keys(page.glance)).toEqual([...glanced]);
    expect(DETECTOR.weights).toHaveLength(NAMES.length);
    expect(MEANS).toHaveLength(NAMES.length);
  });
});
