import { describe, expect, it } from 'vitest';
import { type Border, createServer, type Handlers, type Sender } from '../../../lib/messaging/server';

interface Small {
  'note.count': { request: { article: string }; response: { count: number } };
  'note.burn': { request: Record<never, never>; response: Record<never, never> };
}

const page: Sender = { kind: 'page', tabId: 1, frameId: 0, url: 'https://news.example/a', isPrivate: false };
const extension: Sender = { ...page, kind: 'extension' };

const border: Border = {
  checks: {
    'note.count': (message) => {
      if (typeof (message as { article?: unknown }).article !== 'string')
        throw new Error('article: not a string');
      return { type: 'note.count', article: (message as { article: string }).article };
    },
    'note.burn': (message) => message,
  },
  extensionOnly: new Set(['note.burn']),
};

function serverWith(count: Handlers<Small>['note.count']) {
  return createServer<Small>({ 'note.count': count, 'note.burn': async () => ({}) }, border);
}

describe('answering messages', () => {
  it('hands a clean message to its handler', async () => {
    const serve = serverWith(async ({ article }) => ({ count: article.length }));
    expect(await serve({ type: 'note.count', article: 'abc', extra: 1 }, page)).toEqual({
      value: { count: 3 },
    });
  });

  it('refuses messages that nobody handles, inherited names among them', async () => {
    const serve = serverWith(async () => ({ count: 0 }));
    for (const type of ['note.unknown', 'toString', '__proto__', 7, undefined]) {
      expect(await serve({ type }, page)).toMatchObject({ error: 'malformed' });
    }
    expect(await serve(null, page)).toMatchObject({ error: 'malformed' });
  });

  it('refuses a malformed message and says which part is wrong', async () => {
    const serve = serverWith(async () => ({ count: 0 }));
    const answer = await serve({ type: 'note.count', article: 7 }, page);
    expect(answer).toEqual({ error: 'malformed', detail: 'note.count: article: not a string' });
  });

  it('keeps pages from sending what only the extension may send', async () => {
    const serve = serverWith(async () => ({ count: 0 }));
    expect(await serve({ type: 'note.burn' }, page)).toMatchObject({ error: 'refused' });
    expect(await serve({ type: 'note.burn' }, extension)).toEqual({ value: {} });
  });

  it('reports the code of a named failure and calls everything else failed', async () => {
    const full = serverWith(async () => {
      throw Object.assign(new Error('disk full'), { code: 'quota' });
    });
    expect(await full({ type: 'note.count', article: '' }, page)).toEqual({
      error: 'quota',
      detail: 'disk full',
    });
    const odd = serverWith(async () => {
      throw Object.assign(new Error('odd'), { code: 'E_ODD' });
    });
    expect(await odd({ type: 'note.count', article: '' }, page)).toEqual({ error: 'failed', detail: 'odd' });
  });
});
