import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationVersion } from '../../../lib/model/annotation';
import {
  conditionKey,
  type NoteCondition,
  noteFilter,
  siteOf,
  withCondition,
  withoutCondition,
} from '../../../lib/notes/note-filter';
import { noteVersion, passage, someCondition, someNote } from '../../support/judged-notes';

function answers(conditions: readonly NoteCondition[], change: Partial<AnnotationVersion>, isLost = false) {
  return noteFilter(conditions)({ version: noteVersion(change), isLost });
}
const localTime = (day: number, hour: number, minute = 0) =>
  new Date(2026, 2, day, hour, minute).toISOString();

describe('the filter of a list of notes', () => {
  it('lets everything through that nothing is asked of', () => {
    expect(answers([], {})).toBe(true);
  });

  it('knows a site without its www, and no site that only begins alike', () => {
    const site: NoteCondition = { kind: 'site', value: 'quay.example' };
    expect(answers([site], { article: 'https://www.quay.example/a' })).toBe(true);
    expect(answers([site], { article: 'https://quay.example' })).toBe(true);
    expect(answers([site], { article: 'https://quay.example.org/a' })).toBe(false);
    expect(siteOf('https://quay.example?id=4')).toBe('quay.example');
    expect(siteOf('pressmark:sample')).toBe('pressmark:sample');
  });

  it('finds a tag and an author whatever the case and the accents, but only whole ones', () => {
    expect(answers([{ kind: 'tag', value: 'BUDGÉT' }], { tags: ['x', 'budget'] })).toBe(true);
    expect(answers([{ kind: 'tag', value: 'budget' }], { tags: ['budgets'] })).toBe(false);
    expect(answers([{ kind: 'author', value: 'mai' }], { author: 'Mai' })).toBe(true);
  });

  it('finds an actor by whole words that follow one another, in the note or its passage', () => {
    const actor: NoteCondition = { kind: 'actor', value: 'Ana Okoye' };
    expect(answers([actor], { body: 'who is ana okoye?' })).toBe(true);
    expect(answers([actor], { target: passage('“No,” said Ana Okoye.') })).toBe(true);
    expect(answers([actor], { body: 'Ana met Okoye' })).toBe(false);
    expect(answers([actor], { body: 'Diana Okoyes' })).toBe(false);
  });

  it('counts days by the reader’s calendar, the first and the last included', () => {
    const days: NoteCondition = { kind: 'changed', from: '2026-03-01', to: '2026-03-02' };
    expect(answers([days], { updated: localTime(1, 0) })).toBe(true);
    expect(answers([days], { updated: localTime(2, 23, 59) })).toBe(true);
    expect(answers([days], { updated: localTime(3, 0) })).toBe(false);
    expect(answers([days], { updated: localTime(0, 23, 59) })).toBe(false);
    expect(answers([{ ...days, from: null }], { updated: '2020-01-01T00:00:00Z' })).toBe(true);
    expect(answers([days], { updated: 'no time' })).toBe(false);
  });

  it('finds the notes that have lost their passage', () => {
    expect(answers([{ kind: 'lost' }], {}, true)).toBe(true);
    expect(answers([{ kind: 'lost' }], {}, false)).toBe(false);
  });

  it('takes one of several sites or authors, but every tag', () => {
    const sites: NoteCondition[] = [
      { kind: 'site', value: 'quay.example' },
      { kind: 'site', value: 'ridge.example' },
    ];
    expect(answers(sites, { article: 'https://ridge.example/a' })).toBe(true);
    const tags: NoteCondition[] = [
      { kind: 'tag', value: 'a' },
      { kind: 'tag', value: 'b' },
    ];
    expect(answers(tags, { tags: ['a'] })).toBe(false);
    expect(answers(tags, { tags: ['b', 'a'] })).toBe(true);
  });

  it('holds each condition once, and one span of days', () => {
    const added: NoteCondition[] = [
      { kind: 'tag', value: 'a' },
      { kind: 'tag', value: ' A ' },
      { kind: 'tag', value: '  ' },
      { kind: 'changed', from: '2026-03-01', to: null },
      { kind: 'changed', from: '2026-03-02', to: null },
      { kind: 'lost' },
      { kind: 'lost' },
    ];
    const held = added.reduce(withCondition, [] as readonly NoteCondition[]);
    expect(held.map(conditionKey)).toEqual(['tag:a', 'changed:2026-03-02/', 'lost']);
    expect(withCondition(held, { kind: 'changed', from: null, to: null }).map(conditionKey)).toEqual([
      'tag:a',
      'lost',
    ]);
    expect(withoutCondition(held, 'lost').map(conditionKey)).toEqual(['tag:a', 'changed:2026-03-02/']);
  });

  it('finds no more notes with one more tag, actor or sign of loss', () => {
    const narrowing = someCondition.filter(({ kind }) => kind !== 'site' && kind !== 'author');
    fc.assert(
      fc.property(fc.array(someCondition), narrowing, someNote, fc.boolean(), (some, more, note, isLost) => {
        const judged = { version: noteVersion(note), isLost };
        if (noteFilter([...some, more])(judged)) expect(noteFilter(some)(judged)).toBe(true);
      }),
    );
  });

  it('does not care in which order conditions were given', () => {
    fc.assert(
      fc.property(fc.array(someCondition), someNote, fc.boolean(), (conditions, note, isLost) => {
        const judged = { version: noteVersion(note), isLost };
        expect(noteFilter(conditions.toReversed())(judged)).toBe(noteFilter(conditions)(judged));
      }),
    );
  });
});
