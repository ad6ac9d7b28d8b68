import { describe, expect, it } from 'vitest';
import { detectArticle } from '../../../lib/article/detect-article';
import { readerFor } from '../../../lib/article/node-reader';
import { openRoots } from '../../../lib/article/open-roots';
import { sample } from '../../e2e/site';
import { bareDocument } from './page';

/** Moves everything in `holder` into the open shadow root of a custom element in it. */
function intoRoot(holder: Element, mode: ShadowRootMode = 'open'): ShadowRoot {
  const host = holder.ownerDocument.createElement('story-body');
  const root = host.attachShadow({ mode });
  root.append(...holder.childNodes);
  holder.append(host);
  return root;
}

describe('open shadow roots', () => {
  it('are found within one another, closed ones never', () => {
    const document = bareDocument('<body><div><p>One</p></div><section>Two</section>');
    const inner = document.querySelector('p')!;
    const outer = intoRoot(document.querySelector('div')!);
    const nested = intoRoot(inner);
    intoRoot(document.querySelector('section')!, 'closed');
    expect(openRoots(document, readerFor(document))).toEqual([outer, nested]);
  });

  it('do not hide an article from the detector', () => {
    const document = bareDocument(sample());
    const url = 'https://news.example/world/harbour-talks';
    expect(detectArticle(document, url).verdict).toBe('article');
    intoRoot(document.querySelector('article')!);
    expect(detectArticle(document, url).verdict).toBe('article');
  });
});
