import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BACKGROUND_BORDER } from '../../../lib/messaging/schema';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const TIME = '2026-03-01T10:00:00.000Z';

const fields = {
  kind: 'note',
  article: 'https://news.example/a',
  target: null,
  body: 'words',
  tags: [],
  codes: [],
  created: TIME,
  updated: TIME,
};

function check(message: Record<string, unknown>): unknown {
  return BACKGROUND_BORDER.checks[message['type'] as string]?.(message);
}

describe('the border of the background', () => {
  it('lets a well-formed note in', () => {
    const message = {
      type: 'notes.save',
      id: ID,
      seen: { 'device-1': 3 },
      fields,
      article: null,
      draft: null,
    };
    expect(check(message)).toEqual(message);
  });

  it('rebuilds objects field by field: dangerous keys never get in, unknown fields of a note pass through', () => {
    const hostile = JSON.parse(`{"__proto__": {"polluted": true}, "constructor": 1, "owner": "me"}`);
    const seen = JSON.parse('{"__proto__": 4, "device-1": 3}');
    const clean = check({
      type: 'notes.save',
      id: ID,
      seen,
      fields: { ...fields, ...hostile },
      article: null,
      draft: null,
    });
    expect(clean).toEqual({
      type: 'notes.save',
      id: ID,
      seen: { 'device-1': 3 },
      fields: { ...fields, owner: 'me' },
      article: null,
      draft: null,
    });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    [
      'an id that is no UUID',
      { type: 'notes.save', id: '../x', seen: {}, fields, article: null, draft: null },
    ],
    [
      'a body beyond the limit',
      {
        type: 'notes.save',
        id: ID,
        seen: {},
        fields: { ...fields, body: 'x'.repeat(65_537) },
        article: null,
      },
    ],
    [
      'a negative counter',
      { type: 'notes.save', id: ID, seen: { d: -1 }, fields, article: null, draft: null },
    ],
    ['a score above one', { type: 'page.detected', detection: { verdict: 'article', score: 2, why: [] } }],
    ['an unknown verdict', { type: 'page.detected', detection: { verdict: 'news', score: 1, why: [] } }],
    [
      'a block outside its text',
      {
        type: 'page.analyse',
        base: 'article',
        article: { ...article(), blocks: [{ kind: 'paragraph', start: 0, end: 99 }] },
      },
    ],
  ])('refuses %s', (_name, message) => {
    expect(() => check(message)).toThrow();
  });

  it('answers any value with a clean message or an error, never with something else', () => {
    const types = Object.keys(BACKGROUND_BORDER.checks);
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.object(), (type, rest) => {
        try {
          expect(check({ ...rest, type })).toMatchObject({ type });
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { seed: 20260101, numRuns: 500 },
    );
  });
});

function article() {
  return {
    url: 'https://news.example/a',
    title: 'A title',
    authors: [],
    siteName: null,
    publishedTime: null,
    modifiedTime: null,
    section: null,
    lang: 'en',
    canonicalUrl: null,
    provenance: { title: 'visible' },
    text: 'Short.',
    blocks: [{ kind: 'paragraph', start: 0, end: 6 }],
  };
}
