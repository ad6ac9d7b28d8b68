import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { detectArticle } from '../../../lib/article/detect-article';
import { extractArticle } from '../../../lib/article/extract-article';
import { goldenArticles } from '../../support/golden-articles';

describe.each(goldenArticles())('the page $name', ({ source, ...expected }) => {
  const { window } = new JSDOM(source, { url: expected.url });
  const document = window.document as unknown as Document;
  const before = document.documentElement.outerHTML;
  const live = extractArticle(document, expected.url)!;

  it('is judged for what it is', () => {
    const { verdict, score, why } = detectArticle(document, expected.url);
    if (expected.verdict) expect(verdict).toBe(expected.verdict);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
    expect(why.length).toBeGreaterThan(0);
  });

  it('gives its text and nothing of its furniture', () => {
    for (const part of expected.has) expect(live.article.text).toContain(part);
    for (const part of expected.hasNot) expect(live.article.text).not.toContain(part);
  });

  it('states title, authors, time and language', () => {
    const { title, authors, publishedTime, lang } = live.article;
    expect({ title, authors, publishedTime, lang }).toEqual({
      title: expected.title,
      authors: expected.authors,
      publishedTime: expected.publishedTime,
      lang: expected.lang,
    });
  });

  it('states how it is offered, and nothing that the page does not say', () => {
    const { flags, provenance } = live.article;
    expect(flags ?? []).toEqual(expected.flags ?? []);
    for (const flag of flags ?? []) expect(provenance[flag]).toBeDefined();
  });

  it('leads from every block to the live page and back', () => {
    for (const block of live.article.blocks) {
      const ranges = live.map.toRanges(block);
      const text = ranges.map(String).join('').replace(/\s+/g, '');
      expect(text).toBe(live.article.text.slice(block.start, block.end).replace(/\s+/g, ''));
      expect(live.map.toSpan(ranges[0]!)!.start).toBe(block.start);
      expect(live.map.toSpan(ranges.at(-1)!)!.end).toBe(block.end);
    }
  });

  it('is not changed by being read', () => {
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
