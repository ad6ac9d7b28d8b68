import { expect } from '@playwright/test';
import { bundleArticleEngine } from '../support/article-engine';
import { goldenArticles } from '../support/golden-articles';
import { test } from './fixtures';

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
