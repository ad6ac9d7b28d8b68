import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectArticle } from '../../../lib/article/detect-article';
import { extractArticle } from '../../../lib/article/extract-article';
import { page } from './page';

const STORY = fs.readFileSync(
  new URL('../../golden/article/news-story/source.html', import.meta.url),
  'utf8',
);
const HERE = 'https://courier.example/politics/2026/03/03/lindvik-harbour-to-open-again';
const NEXT = 'https://courier.example/culture/2026/03/04/smokehouse-becomes-museum';

const verdictOf = (document: Document, url: string) => detectArticle(document, url).verdict;
const textOf = (document: Document, url: string) => extractArticle(document, url)?.article.text ?? '';

/** Paragraphs of a story that has nothing in common with the first. */
const museum = [
  'The last smokehouse of the town becomes a museum in summer. The council bought the building on Wednesday, together with its four ovens and the crane on the quay.',
  'Visitors will be able to see how herring was smoked for two hundred years, said the director of the regional museum, who collected the tools with her students.',
  'The house opens in June and is free on Sundays. The old owner will show the ovens twice a week, and a café is planned on the first floor for the next year.',
];

describe('pages that change while they are open', () => {
  it('are looked at anew when their body comes late', () => {
    const document = page(STORY, HERE);
    const body = document.querySelector('article')!;
    const late = [...body.childNodes];
    body.replaceChildren();
    expect(textOf(document, HERE)).not.toContain('“We waited too long');
    body.append(...late);
    expect(verdictOf(document, HERE)).toBe('article');
    expect(textOf(document, HERE)).toContain('“We waited too long');
  });

  it('give the story that stands there after a navigation without loading', () => {
    const document = page(STORY, HERE);
    const before = textOf(document, HERE);
    const article = document.querySelector('article')!;
    // Applications change the title of the window, and often leave the rest of the head as it was.
    document.title = 'Smokehouse becomes a museum | The Lindvik Courier';
    const title = document.createElement('h1');
    title.textContent = 'Smokehouse becomes a museum';
    const paragraphs = museum.map((text) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    });
    article.replaceChildren(title, ...paragraphs);
    const live = extractArticle(document, NEXT)!;
    expect(verdictOf(document, NEXT)).toBe('article');
    expect(live.article.title).toBe('Smokehouse becomes a museum');
    expect(live.article.text).toBe(museum.join('\n'));
    expect(live.article.text).not.toContain(before.slice(0, 40));
    expect(live.map.isAlive()).toBe(true);
  });

  it('give a story that stands in open shadow roots, each paragraph with its live node', () => {
    const document = page(STORY, HERE);
    const article = document.querySelector('article')!;
    const host = document.createElement('story-body');
    const root = host.attachShadow({ mode: 'open' });
    root.append(...article.childNodes);
    article.append(host);
    const live = extractArticle(document, HERE)!;
    expect(live.article.text).toContain('“We waited too long');
    for (const block of live.article.blocks) {
      const [first] = live.map.toRanges(block);
      expect(first!.startContainer.getRootNode()).toBe(root);
    }
  });
});
