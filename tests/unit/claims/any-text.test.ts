import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadClaimModel } from '../../../lib/claims/claim-model';
import { findAllClaims, findClaims } from '../../../lib/claims/find-claims';
import type { Block } from '../../../lib/model/article';
import type { Claim } from '../../../lib/model/claim';
import { blocksOf } from '../../../lib/text/blocks';
import { rounds } from '../../support/rounds';
import { actorsIn } from './sample-actors';
import { tinyModel } from './tiny-model';

const PIECES = [
  ...'“ ” „ " \' ’ ‘ « » ( ) [ ] , . ; : ! ? — – ― ...'.split(' '),
  ...'said says told called accused according to that who he she they the a not and by of refused proposed claim warning'.split(
    ' ',
  ),
  ...'Tovan Norland TOVAN: OKOYE: MINISTER SAYS THE PORT WILL CLOSE 12 percent 1,000 😀 é́ नमस्ते 港口 مرحبا'.split(
    ' ',
  ),
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '\u00ad',
  '\ud800',
];
const shipped = loadClaimModel(readFileSync(new URL('../../../assets/models/claims.bin', import.meta.url)));
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((parts) => parts.join(' ')),
);

function expectSound(claims: readonly Claim[], text: string): void {
  let before = 0;
  claims.forEach((claim, index) => {
    expect(claim.id).toBe(`c${index + 1}`);
    expect(claim.start).toBeGreaterThanOrEqual(before);
    before = claim.start;
    for (const span of [claim, claim.source, claim.cue]) {
      if (!span) continue;
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
    let end = claim.start;
    expect(claim.segments.length).toBeGreaterThan(0);
    for (const [from, to] of claim.segments) {
      expect(from).toBeGreaterThanOrEqual(end);
      expect(to).toBeGreaterThan(from);
      end = to;
    }
    expect(end).toBe(claim.end);
    for (const value of [claim.score, claim.checkworthy]) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
    if (claim.kind === 'author') expect([claim.source, claim.cue]).toEqual([null, null]);
  });
}

describe.each([
  ['by rules', null],
  ['with a model', tinyModel()],
  ['with the shipped model and its net', shipped],
])('findClaims on any text, %s', (_how, model) => {
  it('never throws, and keeps every span inside the text and every segment inside its claim', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const actors = actorsIn(text, [
          ['person', 'Tovan'],
          ['state', 'Norland'],
        ]);
        expectSound(findClaims(text, blocksOf(text), actors, model), text);
      }),
      { seed: 20260101, numRuns: rounds(100, 300) },
    );
  });

  it('survives blocks and actors that do not fit the text', () => {
    const text = 'Tovan said the port will close. “It will,” Norland said.';
    const span = fc.record({
      start: fc.integer({ min: -5, max: 90 }),
      end: fc.integer({ min: -5, max: 90 }),
    });
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 4 }),
        fc.array(span, { maxLength: 4 }),
        (blockSpans, mentionSpans) => {
          const blocks = blockSpans.map((at): Block => ({ ...at, kind: 'paragraph' }));
          const [actor] = actorsIn('Tovan', [['person', 'Tovan']]);
          const mentions = mentionSpans.map((at) => ({ ...actor!.mentions[0]!, ...at }));
          expectSound(findClaims(text, blocks, [{ ...actor!, mentions }], model), text);
        },
      ),
      { seed: 20260101, numRuns: rounds(40, 100) },
    );
  });

  it('covers every sentence when asked for all', () => {
    const text = 'It rained.\nTovan said the port will close. Wages fell by 12 percent.';
    const claims = findAllClaims(text, blocksOf(text), [], model);
    for (const sentence of ['It rained', 'port will close', 'Wages fell']) {
      const at = text.indexOf(sentence);
      expect(claims.some((claim) => claim.start <= at + 3 && claim.end > at + 3)).toBe(true);
    }
  });

  it.each([
    ['one endless sentence', 'Tovan said that the port would close and he said '],
    ['one endless quotation', 'the port “will close and Tovan said it will '],
    ['one line of turns of phrase', 'in her view, the crew read it, he said, a gift to us, '],
    ['one line of quotations', '“a” said Tovan, '],
    ['many short paragraphs', '“The port will close,” Tovan said.\n'],
    ['a table read as text', '12 34 56 Tovan\t'],
    ['a transcript', 'TOVAN: The port, I said, will close.\nOKOYE: Who said so?\n'],
  ])('takes time linear in the length of %s', (_what, piece) => {
    // CPU time, which other work on the machine does not disturb.
    const time = (times: number): number => {
      const text = piece.repeat(times);
      const start = process.cpuUsage();
      findClaims(text, blocksOf(text), [], model);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    time(50);
    const short = Math.max(20, time(50));
    expect(time(200)).toBeLessThan(10 * short);
  });
});
