import { describe, expect, it } from 'vitest';
import type { AnnotationVersion } from '../../../lib/model/annotation';
import { FacetCounter } from '../../../lib/notes/note-facets';
import { noteVersion, passage } from '../../support/judged-notes';

function facetsOf(changes: readonly Partial<AnnotationVersion>[]) {
  const counter = new FacetCounter();
  changes.forEach((change, at) => {
    counter.add({ version: noteVersion(change), isLost: at === 0 });
  });
  return counter.facets;
}

describe('what notes can be filtered by', () => {
  it('counts sites, tags and authors, the most frequent first', () => {
    const { site, tag, author, lost } = facetsOf([
      { article: 'https://www.quay.example/a', tags: ['ports'], author: 'Mai' },
      { article: 'https://quay.example/b', tags: ['Budget', 'ports'], author: '' },
      { article: 'https://ridge.example/b', tags: ['budget', 'BUDGET', 'ports'], author: 'mai' },
    ]);
    expect(site).toEqual([
      { value: 'quay.example', count: 2 },
      { value: 'ridge.example', count: 1 },
    ]);
    expect(tag).toEqual([
      { value: 'ports', count: 3 },
      { value: 'Budget', count: 2 },
    ]);
    expect(author).toEqual([{ value: 'Mai', count: 2 }]);
    expect(lost).toBe(1);
  });

  it('offers the names that stand in notes and passages, each note counted once', () => {
    const { actor } = facetsOf([
      { body: 'Ask Ana Okoye. Ana Okoye knows.', target: passage('said José Ñandú of the Port Union') },
      { body: 'Ana Okoye again' },
    ]);
    expect(actor[0]).toEqual({ value: 'Ana Okoye', count: 1 + 1 });
    expect(actor.map(({ value }) => value)).toContain('José Ñandú');
  });

  it('answers nothing for no notes', () => {
    expect(facetsOf([])).toEqual({ site: [], tag: [], author: [], actor: [], lost: 0 });
  });
});
