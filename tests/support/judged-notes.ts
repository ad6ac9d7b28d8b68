import fc from 'fast-check';
import type { AnnotationVersion } from '../../lib/model/annotation';
import type { NoteCondition } from '../../lib/notes/note-filter';

const SITES = ['quay.example', 'www.quay.example', 'ridge.example:8080', 'läs.example'];
const TAGS = ['budget', 'Budget', 'ports & harbours', '預算', 'ميناء', '!'];
const AUTHORS = ['Mai', 'mai', 'Ivo Lund', ''];
const NAMES = ['Ana Okoye', 'Port Union', '金大中', 'José Ñandú'];

/** A passage of a note in a list; what surrounds it does not matter there. */
export function passage(exact: string, start = 0): AnnotationVersion['target'] {
  const position = { start, end: start + exact.length, version: null, base: 'article' as const };
  return { quote: { exact, prefix: '', suffix: '' }, position, structure: null, history: [] };
}

/** One version of a note as it is stored. */
export function noteVersion(change: Partial<AnnotationVersion> = {}): AnnotationVersion {
  const time = '2026-03-01T09:00:00.000Z';
  return {
    ...{ device: 'a', n: 1, hlc: '', author: '', hash: '' },
    ...{ kind: 'note', article: 'https://quay.example/talks', target: null, tags: [], codes: [] },
    ...{ created: time, updated: time },
    ...change,
  };
}

const time = fc
  .integer({ min: Date.UTC(2026, 1, 20), max: Date.UTC(2026, 2, 10) })
  .map((ms) => new Date(ms).toISOString());
const sentence = fc
  .array(fc.constantFrom('the', 'talks', 'with', 'harbour', ...NAMES), { maxLength: 6 })
  .map((words) => words.join(' '));

/** Notes that differ in everything that a list can be filtered and sorted by. */
export const someNote: fc.Arbitrary<Partial<AnnotationVersion>> = fc.record({
  article: fc
    .tuple(fc.constantFrom(...SITES), fc.constantFrom('', '/talks', '/a/b'))
    .map(([site, path]) => `https://${site}${path}`),
  target: fc.option(
    fc.tuple(sentence, fc.nat(500)).map(([exact, start]) => passage(exact, start)),
    { nil: null },
  ),
  body: sentence,
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 3 }),
  author: fc.constantFrom(...AUTHORS),
  created: time,
  updated: time,
});

const day = fc.constantFrom('2026-02-20', '2026-02-28', '2026-03-01', '2026-03-05');
const value = (kind: 'site' | 'tag' | 'author' | 'actor', values: readonly string[]) =>
  fc.constantFrom(...values).map((chosen): NoteCondition => ({ kind, value: chosen }));

/** Any one condition. */
export const someCondition: fc.Arbitrary<NoteCondition> = fc.oneof(
  value('site', ['quay.example', 'ridge.example:8080', 'nowhere.example']),
  value('tag', TAGS),
  value('author', ['Mai', 'Ivo Lund', 'nobody']),
  value('actor', [...NAMES, 'Okoye', 'nobody']),
  fc.record({
    kind: fc.constant('changed' as const),
    from: fc.option(day, { nil: null }),
    to: fc.option(day, { nil: null }),
  }),
  fc.constant({ kind: 'lost' } as const),
);
