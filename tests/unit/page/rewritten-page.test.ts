import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { decideArticle } from '../../../lib/article/decide-article';
import type { Ask } from '../../../lib/messaging/client';
import type { PageToBackground } from '../../../lib/messaging/protocol';
import { DEFAULT_SETTINGS } from '../../../lib/model/settings';
import { CardsController } from '../../../lib/page/cards-controller';
import type { CardsState } from '../../../lib/page/cards-view';
import type { MarkLayer } from '../../../lib/page/mark-layer';
import { PageSession } from '../../../lib/page/session';

const SENTENCE =
  'The harbour opened again on Thursday after forty-one days, the pilots of both countries said. ';
const PAGE = `<!doctype html><title>Harbour opens</title><article><h1>Harbour opens</h1>${[1, 2, 3, 4, 5]
  .map((number) => `<p id="p${number}">${SENTENCE.repeat(4)}This was paragraph number ${number}.</p>`)
  .join('')}</article>`;
const ANSWER = {
  actors: [],
  claims: [],
  language: 'en',
  articleKey: 'harbour',
  version: 'v1',
  notes: [],
  elsewhere: 0,
  settings: DEFAULT_SETTINGS,
  draft: null,
  show: null,
};

async function readSession() {
  const { window } = new JSDOM(PAGE, { url: 'https://example.org/harbour' });
  const { document } = window;
  const ask = async (message: { readonly type: string; readonly survey?: unknown }) =>
    message.type === 'article.decide' ? decideArticle(message.survey as never) : ANSWER;
  // What is drawn is tested in a real browser.
  const layer = { draw() {}, print() {}, dim() {}, ring() {}, marks: [] } as unknown as MarkLayer;
  const session = new PageSession(window as never, ask as Ask<PageToBackground>, layer);
  await session.read({ verdict: 'article', score: 1, why: [] });
  const select = (words: string) => {
    const walker = document.createTreeWalker(document.querySelector('article')!, window.NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      return { range, words };
    }
    throw new Error(`Nothing reads "${words}".`);
  };
  const quoteOf = (words: string) => {
    const passage = session.passageOf(select(words));
    return passage?.reading.article.text.slice(passage.span.start, passage.span.end);
  };
  return { window, document, session, ask: ask as Ask<PageToBackground>, select, quoteOf };
}

describe('a selection on a page that has rewritten itself since it was read', () => {
  it('is the passage that stands there, in the article while that is as it was', async () => {
    const { session, select, quoteOf } = await readSession();
    expect(quoteOf('number 3')).toBe('number 3');
    expect(session.passageOf(select('number 3'))?.version).toBe('v1');
  });

  it('is found where equal paragraphs have taken the place of those that were read', async () => {
    const { document, session, select, quoteOf } = await readSession();
    expect(quoteOf('number 3')).toBe('number 3');
    const article = document.querySelector('article')!;
    article.replaceChildren(...[...article.children].map((child) => child.cloneNode(true)));
    expect(quoteOf('number 3')).toBe('number 3');
    expect(session.passageOf(select('number 3'))?.version, 'no version that was never read').toBeNull();
  });

  it('is what the reader sees where other words of the same length stand in the same nodes', async () => {
    const { document, quoteOf } = await readSession();
    const text = document.querySelector('#p3')!.firstChild as Text;
    text.data = text.data.replace('This was', 'Thus ran');
    expect(quoteOf('Thus ran paragraph')).toBe('Thus ran paragraph');
    text.data = `Correction, printed in front. ${text.data}`;
    expect(quoteOf('number 3')).toBe('number 3');
  });

  it('is said to be gone where the page took it away under the open adder, and no note begins on the whole page', async () => {
    const { window, session, ask, select } = await readSession();
    const shown: CardsState[] = [];
    const cards = new CardsController(window as never, session, ask, (state) => shown.push(state));
    cards.select({ ...select('number 3'), box: { left: 0, top: 0, right: 9, bottom: 9 } });
    expect(shown.at(-1)?.card.kind).toBe('adder');
    expect(window.getSelection()?.rangeCount).toBe(0);
    expect(cards.begin()).toBe(false);
    expect(shown.at(-1)).toMatchObject({ card: { kind: 'adder' }, toast: { key: 'toast_not_on_page' } });
    cards.select(null);
    expect(cards.begin(), 'without an adder a note begins on the page').toBe(true);
    expect(shown.at(-1)?.card).toMatchObject({ kind: 'editor', quote: '' });
    cards.close();
  });
});

describe('the adder', () => {
  it('is not shown on a site where the reader switched it off; a note can still be begun', async () => {
    const { window, session, ask, select } = await readSession();
    const shown: CardsState[] = [];
    const cards = new CardsController(window as never, session, ask, (state) => shown.push(state));
    const selected = { ...select('number 3'), box: { left: 0, top: 0, right: 9, bottom: 9 } };
    session.applySettings({ ...DEFAULT_SETTINGS, adderOff: ['example.org'] });
    cards.select(selected);
    expect(cards.state.card.kind).toBe('nothing');
    expect(cards.begin()).toBe(true);
    cards.close();
    session.applySettings({ ...DEFAULT_SETTINGS, adderOff: ['other.example'] });
    cards.select(selected);
    expect(cards.state.card.kind).toBe('adder');
  });
});
