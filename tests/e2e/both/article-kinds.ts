import { expect } from '@playwright/test';
import { bundleArticleEngine } from '../../support/article-engine';
import { goldenArticles } from '../../support/golden-articles';
import type { ReaderTest } from '../fixtures';

/** What the engine says of a page in the browser. */
interface Read {
  readonly verdict: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publishedTime: string | null;
  readonly flags: readonly string[];
  readonly text: string;
  readonly mapped: { readonly all: number; readonly live: number };
}

/** Each kind of article that no public data has, read in the browser itself. */
export function articleKindTests(test: ReaderTest): void {
  test('reads live blogs, teasers, endless pages, other scripts and section fronts as they are, each word in its live node', async ({
    reader,
    site,
  }) => {
    const body = `${await bundleArticleEngine('engine')}; return engine.read(arguments[0]);`;
    for (const page of goldenArticles()) {
      site.set(`/${page.name}`, page.source);
      await reader.goto(site.url(page.name));
      const found = await reader.run<Read>(body, page.url);
      const { title, authors, publishedTime, flags = [] } = page;
      expect.soft(found, page.name).toMatchObject({
        ...(page.verdict !== null && { verdict: page.verdict }),
        title,
        authors,
        publishedTime,
        flags,
      });
      for (const words of page.has) expect.soft(found.text, page.name).toContain(words);
      for (const words of page.hasNot) expect.soft(found.text, page.name).not.toContain(words);
      expect.soft(found.mapped.live, page.name).toBe(found.mapped.all);
    }
  });

  test('answers on a page of two hundred thousand nodes before a reader would call it frozen', async ({
    reader,
    site,
  }) => {
    const body = `${await bundleArticleEngine('engine')};
      const start = performance.now();
      const { verdict, text } = engine.read(arguments[0]);
      return { verdict, length: text.length, ms: performance.now() - start };`;
    site.set('/large', LARGE);
    await reader.goto(site.url('large'));
    const { verdict, length, ms } = await reader.run<Large>(body, 'https://courier.example/things');
    expect(verdict).toBe('no');
    expect(length).toBeGreaterThan(0);
    // Twenty times what it takes on a machine at rest.
    expect(ms).toBeLessThan(20_000);
  });
}

interface Large {
  readonly verdict: string;
  readonly length: number;
  readonly ms: number;
}

/** Six elements and texts in an item. */
const LARGE = `<!doctype html><html lang="en"><title>Things</title><ul>${'<li><a href="/x">Thing</a> <span>one</span></li>'.repeat(33_400)}</ul>`;
