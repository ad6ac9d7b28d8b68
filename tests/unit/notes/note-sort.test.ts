import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationVersion } from '../../../lib/model/annotation';
import { NOTE_SORTS, type NoteSort, sortNotes } from '../../../lib/notes/note-sort';
import type { ListItem } from '../../../lib/notes/page-list';
import { noteVersion, passage, someNote } from '../../support/judged-notes';

const item = (id: string, change: Partial<AnnotationVersion>): ListItem => ({
  id,
  version: noteVersion(change),
  conflicted: false,
});
const order = (sort: NoteSort, items: readonly ListItem[]) =>
  sortNotes(items, sort)
    .map(({ id }) => id)
    .join(' ');

describe('the orders of a list of notes', () => {
  it('show the last changed first, or the last made', () => {
    const items = [
      item('old', { created: '2026-03-01T00:00:00Z', updated: '2026-03-09T00:00:00Z' }),
      item('new', { created: '2026-03-02T00:00:00Z', updated: '2026-03-02T00:00:00Z' }),
      item('zone', { created: '2026-03-02T01:00:00+02:00', updated: '2026-03-02T01:00:00+02:00' }),
    ];
    expect(order('changed', items)).toBe('old new zone');
    expect(order('created', items)).toBe('new zone old');
  });

  it('go through each article from top to bottom', () => {
    const items = [
      item('b2', { article: 'https://b.example', target: passage('x', 9) }),
      item('a2', { article: 'https://a.example', target: passage('x', 700) }),
      item('b1', { article: 'https://b.example', target: passage('x', 3) }),
      item('a1', { article: 'https://a.example' }),
    ];
    expect(order('place', items)).toBe('a1 a2 b1 b2');
  });

  it('put authors in the order of their names, whatever the case, and those without one last', () => {
    const items = [
      item('none', { author: '' }),
      item('z', { author: 'Zoe' }),
      item('e', { author: 'émile' }),
      item('m2', { author: 'Mai', updated: '2026-03-01T00:00:00Z' }),
      item('m1', { author: 'mai', updated: '2026-03-02T00:00:00Z' }),
    ];
    expect(order('author', items)).toBe('e m1 m2 z none');
  });

  it('are the same whatever order the notes come in, and lose none', () => {
    const notes = fc
      .array(someNote)
      .map((changes) => changes.map((change, at) => item(String(at).padStart(3, '0'), change)));
    fc.assert(
      fc.property(notes, fc.constantFrom(...NOTE_SORTS), (items, sort) => {
        const sorted = sortNotes(items, sort);
        expect(sortNotes(items.toReversed(), sort)).toEqual(sorted);
        expect(new Set(sorted)).toEqual(new Set(items));
      }),
    );
  });
});
