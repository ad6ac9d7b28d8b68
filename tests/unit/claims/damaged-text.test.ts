import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadClaimModel } from '../../../lib/claims/claim-model';
import { findClaims } from '../../../lib/claims/find-claims';
import type { Claim } from '../../../lib/model/claim';
import { blocksOf } from '../../../lib/text/blocks';
import { actorsIn } from './sample-actors';

const shipped = loadClaimModel(readFileSync(new URL('../../../assets/models/claims.bin', import.meta.url)));

const MARKS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['"', '"'],
  ['‘', '’'],
  ["''", "''"],
];
const SPEAKERS = ['Mira Tovan', 'The mayor', 'Norland', 'Officials', 'she', 'TOVAN'];
const CUES = ['said', 'warned', 'promised', 'told the board', 'refused', 'according to'];
const WORDS = [
  'The port will close',
  'nobody was asked, and nobody came',
  'it is a ‘trap’ for us',
  '12 percent',
];

/** Statements as articles print them, each with marks of its own kind. */
const statement = fc
  .record({
    marks: fc.constantFrom(...MARKS),
    speaker: fc.constantFrom(...SPEAKERS),
    cue: fc.constantFrom(...CUES),
    words: fc.constantFrom(...WORDS),
    form: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ marks: [open, close], speaker, cue, words, form }) => {
    const forms = [
      `${open}${words},${close} ${speaker} ${cue}.`,
      `${speaker} ${cue}: ${open}${words}.${close}`,
      `${speaker} ${cue} that ${words}.`,
      `${open}${words},${close} ${cue} ${speaker}, ${open}and ${words}.${close}`,
      `${speaker} ${cue} ${open}${words}.\n${open}${words}.${close}`,
      `${speaker}: ${words}`,
      `${speaker} | ${cue} | ${words}`,
    ];
    return forms[form]!;
  });

/** What happens to texts on their way: marks lost or doubled, capitals, lines run together or cut, another line end. */
const DAMAGES: readonly ((text: string, at: number) => string)[] = [
  (text) => text,
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => `${text.slice(0, at)}“${text.slice(at)}`,
  (text, at) => `${text.slice(0, at)}\n\n${text.slice(at)}`,
  (text) => text.replaceAll(/[”»]/g, ''),
  (text) => text.replaceAll(/[“„«]/g, ''),
  (text) => text.toUpperCase(),
  (text) => text.replaceAll('\n', ' '),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll(' ', '\u00a0'),
];
const damaged = fc
  .record({
    statements: fc.array(statement, { minLength: 1, maxLength: 6 }),
    between: fc.constantFrom(' ', '\n', '\n\n', '\t'),
    damages: fc.array(
      fc.record({
        kind: fc.nat({ max: DAMAGES.length - 1 }),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ statements, between, damages }) =>
    damages.reduce(
      (text, { kind, at }) => DAMAGES[kind]!(text, Math.floor(at * text.length)),
      statements.join(between),
    ),
  );

function claimsOf(text: string): Claim[] {
  const actors = actorsIn(text, [
    ['person', 'Mira Tovan', 'Tovan'],
    ['state', 'Norland'],
  ]);
  return findClaims(text, blocksOf(text), actors, shipped);
}

const isInWord = (text: string, at: number): boolean =>
  /\p{L}/u.test(text[at - 1] ?? '') && /\p{L}/u.test(text[at] ?? '');

describe('claims of damaged statements, with the shipped model', () => {
  it('stand inside the text, in order, cut no word and take no cue for its speaker', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        for (const { start, end, segments, source, cue } of claimsOf(text)) {
          let before = start;
          for (const [from, to] of segments) {
            expect(from).toBeGreaterThanOrEqual(before);
            expect(to).toBeGreaterThan(from);
            expect([isInWord(text, from), isInWord(text, to)]).toEqual([false, false]);
            before = to;
          }
          expect(before).toBe(end);
          if (source && cue) expect(source.end <= cue.start || source.start >= cue.end).toBe(true);
          for (const span of [source, cue]) {
            if (!span) continue;
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
            expect([isInWord(text, span.start), isInWord(text, span.end)]).toEqual([false, false]);
          }
        }
      }),
      { seed: 20260101, numRuns: 90 },
    );
  });

  it('are found again, the same, in the same text', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        expect(claimsOf(text)).toEqual(claimsOf(text));
      }),
      { seed: 20260102, numRuns: 12 },
    );
  });

  it.each(MARKS)('find what is said between %s and %s', (open, close) => {
    const text = `Mira Tovan was asked.\n${open}The port will close next week,${close} Tovan said.`;
    const said = claimsOf(text).filter(({ kind }) => kind !== 'author');
    expect(said.map(({ source }) => text.slice(source?.start, source?.end))).toEqual(['Tovan']);
    expect(text.slice(said[0]!.start, said[0]!.end)).toContain('The port will close next week');
  });
});
