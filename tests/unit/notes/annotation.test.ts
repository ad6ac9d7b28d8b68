import { validate, version } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { AnnotationFields, Target } from '../../../lib/model/annotation';
import { changeFields, newAnnotationId, newHighlight, newNote } from '../../../lib/notes/annotation';
import { FIELD_LIMITS, validateFields } from '../../../lib/notes/validate-fields';

const NOW = '2026-03-01T09:00:00.000Z';
const LATER = '2026-03-01T09:05:00.000Z';
const ARTICLE = 'https://example.org/harbour';

const target: Target = {
  quote: { exact: 'It was late', prefix: 'May.\n"', suffix: '," said' },
  position: { start: 27, end: 38, version: 'aa11', base: 'article' },
  structure: { path: 'p<div<article', block: 1, heading: '', simhash: '0badcafe' },
  history: [],
};
const note = newNote({ article: ARTICLE, target, body: 'Who is she?' }, NOW);

describe('a new annotation', () => {
  it('has an id that sorts by time', async () => {
    const first = newAnnotationId();
    await new Promise((resolve) => setTimeout(resolve, 3));
    const second = newAnnotationId();
    expect(validate(first) && version(first) === 7).toBe(true);
    expect(first < second).toBe(true);
  });

  it('is a highlight or a note, made and changed now', () => {
    expect(newHighlight({ article: ARTICLE, target }, NOW)).toEqual({
      kind: 'highlight',
      article: ARTICLE,
      target,
      tags: [],
      codes: [],
      created: NOW,
      updated: NOW,
    });
    expect(note).toMatchObject({ kind: 'note', body: 'Who is she?', created: NOW, updated: NOW });
  });

  it('carries each tag once and no empty one', () => {
    const tagged = newNote(
      { article: ARTICLE, target: null, body: 'x', tags: [' port', 'port', ' ', 'late'] },
      NOW,
    );
    expect(tagged.tags).toEqual(['port', 'late']);
  });

  it('can be stored', () => {
    expect(validateFields(note)).toEqual([]);
    expect(validateFields(newHighlight({ article: 'pressmark:sample', target: null }, NOW))).toEqual([]);
  });
});

describe('changing an annotation', () => {
  it('makes a highlight with words a note, and a note without words a highlight', () => {
    const highlight = newHighlight({ article: ARTICLE, target }, NOW);
    const worded = changeFields(highlight, { body: 'Now I know' }, LATER);
    expect(worded).toMatchObject({ kind: 'note', body: 'Now I know', created: NOW, updated: LATER });
    expect(changeFields(worded, { body: null }, LATER)).toEqual({ ...highlight, updated: LATER });
    expect(changeFields(worded, { body: '' }, LATER)).not.toHaveProperty('body');
  });

  it('leaves alone what it does not name', () => {
    const full: AnnotationFields = { ...note, tags: ['port'], codes: ['c1'], stance: -1 };
    expect(changeFields(full, {}, LATER)).toEqual({ ...full, updated: LATER });
    expect(changeFields(full, { tags: ['late'] }, LATER)).toEqual({
      ...full,
      tags: ['late'],
      updated: LATER,
    });
    expect(changeFields(full, { target: null, codes: [] }, LATER)).toMatchObject({ target: null, codes: [] });
  });

  it('keeps a coding a coding, words or not', () => {
    const coding: AnnotationFields = { ...note, kind: 'coding' };
    expect(changeFields(coding, { body: null }, LATER).kind).toBe('coding');
  });
});

describe('checking fields', () => {
  const withTarget = (change: object): AnnotationFields => ({
    ...note,
    target: { ...target, ...change } as Target,
  });
  const quote = (change: object) => withTarget({ quote: { ...target.quote, ...change } });
  const position = (change: object) => withTarget({ position: { ...target.position, ...change } });
  const place = { quote: target.quote, position: target.position, at: NOW };

  it.each<[string, AnnotationFields, string]>([
    ['an unknown kind', { ...note, kind: 'shout' as never }, 'kind'],
    ['an address that is no key', { ...note, article: 'http://example.org/harbour/' }, 'article'],
    ['an article that is no web page', { ...note, article: 'javascript:1' }, 'article'],
    ['a body beyond the limit', { ...note, body: 'x'.repeat(FIELD_LIMITS.body + 1) }, 'body'],
    ['a body that is no text', { ...note, body: 7 as never }, 'body'],
    ['tags that are no list', { ...note, tags: 'port' as never }, 'tags'],
    ['a tag that is too long', { ...note, tags: ['x'.repeat(FIELD_LIMITS.tag + 1)] }, 'tags'],
    [
      'too many codes',
      { ...note, codes: Array.from({ length: FIELD_LIMITS.codes + 1 }, () => 'c') },
      'codes',
    ],
    ['a stance beyond one', { ...note, stance: 1.5 }, 'stance'],
    ['a stance that is no number', { ...note, stance: Number.NaN }, 'stance'],
    ['a time without zone', { ...note, created: '2026-03-01T09:00:00' }, 'created'],
    ['a time that does not exist', { ...note, updated: '2026-13-01T09:00:00Z' }, 'updated'],
    ['a time with a script in it', { ...note, updated: '2026-03-01T09:00:00Z<script>' }, 'updated'],
    ['a target that is no object', { ...note, target: 'here' as never }, 'target'],
    ['no quote', withTarget({ quote: undefined }), 'target'],
    ['a quote beyond the limit', quote({ exact: 'x'.repeat(FIELD_LIMITS.exact + 1) }), 'target'],
    ['a prefix beyond the limit', quote({ prefix: 'x'.repeat(FIELD_LIMITS.context + 1) }), 'target'],
    ['a passage that ends before it starts', position({ start: 9, end: 8 }), 'target'],
    ['a passage before the text', position({ start: -1 }), 'target'],
    ['half a character', position({ start: 1.5 }), 'target'],
    ['an unknown base', position({ base: 'moon' }), 'target'],
    ['a structure that is no object', withTarget({ structure: 4 }), 'target'],
    [
      'a heading beyond the limit',
      withTarget({ structure: { ...target.structure, heading: 'x'.repeat(5000) } }),
      'target',
    ],
    ['no history', withTarget({ history: undefined }), 'target'],
    ['a broken history', withTarget({ history: [null] }), 'target'],
    ['a broken refusal', withTarget({ refused: [{ quote: null }] }), 'target'],
    ['an endless history', withTarget({ history: Array.from({ length: 101 }, () => place) }), 'target'],
  ])('finds %s', (_what, fields, problem) => {
    expect(validateFields(fields)).toEqual([problem]);
  });

  it('accepts what lies on the limits', () => {
    const full: AnnotationFields = {
      ...note,
      body: 'x'.repeat(FIELD_LIMITS.body),
      stance: -1,
      updated: '2026-03-01T09:00:00.123+05:45',
      target: {
        ...target,
        structure: null,
        history: [place],
        position: { ...target.position, version: null },
      },
    };
    expect(validateFields(full)).toEqual([]);
  });
});
