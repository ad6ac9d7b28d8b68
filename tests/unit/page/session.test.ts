import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { decideArticle } from '../../../lib/article/decide-article';
import type { Ask } from '../../../lib/messaging/client';
import type { PageToBackground } from '../../../lib/messaging/protocol';
import { DEFAULT_SETTINGS } from '../../../lib/model/settings';
import type { MarkLayer } from '../../../lib/page/mark-layer';
import { PageSession } from '../../../lib/page/session';

const SENTENCE =
  'The harbour opened again on Thursday after forty-one days, the pilots of both countries said. ';
const PAGE = `<!doctype html><title>Harbour opens</title><article><h1>Harbour opens</h1>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(5)}</article>`;
const DETECTION = { verdict: 'article', score: 1, why: [] } as const;
const ANSWER = {
  actors: [{ id: 'a1', name: 'Pilots', type: 'people', confidence: 1, mentions: [], why: [] }],
  claims: [],
  language: 'en',
  articleKey: null,
  version: '',
  notes: [],
  elsewhere: 0,
  settings: DEFAULT_SETTINGS,
  draft: null,
  show: null,
};

/** A session on a page; `answers` says for each analysis that is asked for when and how it ends. */
function sessionWith(answers: readonly Promise<unknown>[]) {
  const { window } = new JSDOM(PAGE, { url: 'https://example.org/harbour' });
  let asked = 0;
  const ask = async (message: { readonly type: string }): Promise<unknown> => {
    // biome-ignore lint/suspicious/noExplicitAny: one place for the shapes of two messages
    if (message.type === 'article.decide') return decideArticle((message as any).survey);
    asked += 1;
    return answers[asked - 1];
  };
  // What is drawn is tested in a real browser; here it is only about which answer is taken.
  const layer = {
    draw: () => {},
    print: () => {},
    dim: () => {},
    clear: () => {},
    marks: [],
  } as unknown as MarkLayer;
  const session = new PageSession(window as never, ask as Ask<PageToBackground>, layer);
  return { session, asked: () => asked, window };
}

describe('reading a page', () => {
  it('tells of an unfinished note also where the answer to a later look brings it', async () => {
    const { session, window } = sessionWith([
      Promise.resolve(ANSWER),
      Promise.resolve({ ...ANSWER, draft: { body: 'Ask the pilots' } }),
    ]);
    await session.read(DETECTION);
    let told = 0;
    session.onDraft(() => (told += 1));
    expect(told).toBe(0);
    window.document.querySelector('p')!.textContent += ' More came later.';
    await session.read(DETECTION);
    expect(told).toBe(1);
  });

  it('takes the answer of a first look that a second look, which saw nothing new, overtook', async () => {
    let answer: (value: unknown) => void = () => {};
    const { session, asked } = sessionWith([new Promise((resolve) => (answer = resolve))]);
    const first = session.read(DETECTION);
    await expect.poll(asked).toBe(1);
    await session.read(DETECTION);
    expect(asked(), 'the same text is not sent twice').toBe(1);
    answer(ANSWER);
    await first;
    expect(session.describe(null).actors).toHaveLength(1);
  });

  it('drops the answer about a text that has changed in between', async () => {
    let answer: (value: unknown) => void = () => {};
    const slow = new Promise((resolve) => (answer = resolve));
    const { session, asked, window } = sessionWith([slow, Promise.resolve({ ...ANSWER, actors: [] })]);
    const first = session.read(DETECTION);
    await expect.poll(asked).toBe(1);
    window.document.querySelector('p')!.textContent = `Not so. ${SENTENCE.repeat(5)}`;
    await session.read(DETECTION);
    answer(ANSWER);
    await first;
    expect(session.describe(null).actors).toEqual([]);
  });

  it('asks again at the next look when the background could not be reached', async () => {
    const failed = Promise.reject(new Error('unreachable'));
    failed.catch(() => {});
    const { session } = sessionWith([failed, Promise.resolve(ANSWER)]);
    await expect(session.read(DETECTION)).rejects.toThrow('unreachable');
    expect(session.describe(null).mode).toBe('idle');
    await session.read(DETECTION);
    expect(session.describe(null).actors).toHaveLength(1);
  });
});
