import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it } from 'vitest';
import type { BackgroundToPage } from '../../../lib/messaging/protocol';
import type { Handlers, Sender } from '../../../lib/messaging/server';
import { PageDetector, type PagePort } from '../../../lib/page/detector';

const SENTENCE =
  'The harbour opened again on Thursday after forty-one days, the pilots of both countries said. ';
const STORY = `<article><h1>Harbour opens</h1>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(5)}</article>`;
const ARTICLE = `<!doctype html><meta property="og:type" content="article"><title>Harbour opens</title>${STORY}`;
const SHOP = '<!doctype html><title>Ropes</title><h1>Ropes</h1><p>From four metres on.</p>';
const BACKGROUND: Sender = { kind: 'extension', tabId: null, frameId: null, url: null, isPrivate: false };

const open: { readonly detector: PageDetector; readonly window: { close(): void } }[] = [];

/** A detector at work on a page, and what it has done with the background so far, in order. */
function detectorOn(html: string, url: string) {
  const { window } = new JSDOM(html, { url });
  const done: string[] = [];
  let handlers: Handlers<BackgroundToPage> | null = null;
  let isAlive = true;
  const port: PagePort = {
    ask: (async (message: { readonly type: string; readonly detection?: { readonly verdict: string } }) => {
      done.push(`${message.type} ${message.detection?.verdict ?? ''}`.trim());
      return { injected: false };
    }) as unknown as PagePort['ask'],
    isAlive: () => {
      done.push('is it alive');
      return isAlive;
    },
    hear: (given) => {
      done.push('hears');
      handlers = given;
    },
  };
  const detector = new PageDetector(window as never, port);
  open.push({ detector, window });
  detector.start();
  return {
    detector,
    window,
    done,
    said: () => done.filter((what) => what !== 'is it alive'),
    decided: () => expect.poll(() => detector.detection()?.verdict),
    describe: () => handlers!['page.describe']({ type: 'page.describe' }, BACKGROUND),
    die: () => {
      isAlive = false;
    },
  };
}

afterEach(() => {
  for (const { detector, window } of open.splice(0)) {
    detector.retire();
    window.close();
  }
});

describe('what a page says to the background', () => {
  it('is nothing where it is no article', async () => {
    const page = detectorOn(SHOP, 'https://shop.example/products/ropes');
    await page.decided().toBe('no');
    expect(page.done, 'the browser makes these calls when they are first used').toEqual([]);
  });

  it('is what it is, where it is an article', async () => {
    const page = detectorOn(
      ARTICLE,
      'https://courier.example/news/2026/03/harbour-opens-after-forty-one-days',
    );
    await page.decided().toBe('article');
    expect(page.said()).toEqual(['hears', 'page.detected article']);
  });

  it('begins when its content becomes an article', async () => {
    const page = detectorOn(SHOP, 'https://courier.example/app/harbour-opens');
    await page.decided().toBe('no');
    expect(page.said()).toEqual([]);
    const meta = page.window.document.createElement('meta');
    meta.setAttribute('property', 'og:type');
    meta.setAttribute('content', 'article');
    page.window.document.head.append(meta);
    const { body } = new page.window.DOMParser().parseFromString(STORY, 'text/html');
    page.window.document.body.replaceChildren(...body.childNodes);
    await expect.poll(page.said, { timeout: 5_000 }).toEqual(['hears', 'page.detected article']);
  });

  it('is, once it was asked, also that it went on to another page that is none', async () => {
    const page = detectorOn(SHOP, 'https://shop.example/products/ropes');
    await page.decided().toBe('no');
    page.detector.listen();
    page.detector.listen();
    expect((await page.describe()).detection).toMatchObject({
      verdict: 'no',
      why: expect.arrayContaining(['-url-shop']),
    });
    expect(page.said(), 'nobody asked what it is').toEqual(['hears']);
    page.window.history.pushState(null, '', '/products/anchors');
    await expect.poll(page.said, { timeout: 5_000 }).toEqual(['hears', 'page.detected no']);
  });

  it('is said when it is decided, where somebody asked before', async () => {
    const page = detectorOn(SHOP, 'https://shop.example/products/ropes');
    page.detector.listen();
    expect((await page.describe()).detection).toBeNull();
    await page.decided().toBe('no');
    expect(page.said()).toEqual(['hears', 'page.detected no']);
  });

  it('ends when the extension is gone', async () => {
    const page = detectorOn(SHOP, 'https://shop.example/products/ropes');
    await page.decided().toBe('no');
    page.die();
    page.window.history.pushState(null, '', '/products/anchors');
    await expect.poll(() => page.done, { timeout: 5_000 }).toEqual(['is it alive']);
    page.window.history.pushState(null, '', '/products/knots');
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    expect(page.done).toEqual(['is it alive']);
  });
});
