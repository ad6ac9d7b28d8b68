import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anonymityClauses, withoutClauses } from '../../../lib/claims/anonymity';
import { loadClaimModel } from '../../../lib/claims/claim-model';
import { findClaims } from '../../../lib/claims/find-claims';
import type { Frame, Run } from '../../../lib/claims/frame';
import { frameOf } from './framed';

const shipped = loadClaimModel(readFileSync(new URL('../../../assets/models/claims.bin', import.meta.url)));

const words = ({ text, tokens }: Frame, { first, last }: Run): string =>
  text.slice(tokens[first]!.start, tokens[last - 1]!.end);

function clausesOf(text: string): string[] {
  const frame = frameOf(text);
  return anonymityClauses(frame).map((clause) => words(frame, clause));
}

describe('anonymityClauses', () => {
  it.each([
    ['Officials who asked not to be named said the ship would sail.', 'who asked not to be named'],
    ['Two aides, who asked not to be identified, said it was over.', ', who asked not to be identified,'],
    [
      'An envoy, speaking on condition of anonymity, said it was over.',
      ', speaking on condition of anonymity,',
    ],
    [
      'It was over, said a clerk, who spoke on the condition that he not be named.',
      ', who spoke on the condition that he not be named',
    ],
    [
      'A clerk who requested anonymity because the talks are private warned of delays.',
      'who requested anonymity because the talks are private',
    ],
    [
      'Three officers who were not authorised to discuss the raid confirmed it.',
      'who were not authorised to discuss the raid',
    ],
    ['She said two aides who asked not to be named had lied.', 'who asked not to be named'],
    [
      'Residents, most of whom declined to be named, accused the army.',
      ', most of whom declined to be named,',
    ],
  ])('%s', (text, clause) => {
    expect(clausesOf(text)).toEqual([clause]);
  });

  it.each([
    'The minister asked not to be named as a candidate.',
    'The firm was named in the report, a source said.',
    '“I know a man who asked not to be named,” she said.',
    'Who asked not to be named?',
    'Anonymity is not his style.',
  ])('leaves alone: %s', (text) => {
    expect(clausesOf(text)).toEqual([]);
  });

  it('takes time in proportion to the text, also where a sentence never ends', () => {
    const long = `A clerk ${'who asked not to be named and who sought anonymity and '.repeat(6000)}said so`;
    const start = performance.now();
    anonymityClauses(frameOf(long));
    anonymityClauses(frameOf(`“${long}”`));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('withoutClauses', () => {
  it('keeps every other token with its sentence and paragraph', () => {
    const frame = frameOf('One. An aide, who asked not to be named, said so.\nThree.');
    const { frame: shorter, kept } = withoutClauses(frame, anonymityClauses(frame));
    expect(shorter.tokens.map((token) => token.text)).toEqual([
      'One',
      '.',
      'An',
      'aide',
      'said',
      'so',
      '.',
      'Three',
      '.',
    ]);
    expect(Array.from(kept, (i) => frame.tokens[i])).toEqual(shorter.tokens);
    expect(shorter.sentences.map((sentence) => words(shorter, sentence))).toEqual([
      'One.',
      'An aide, who asked not to be named, said so.',
      'Three.',
    ]);
    expect(shorter.paragraphs.map((paragraph) => words(shorter, paragraph).at(-1))).toEqual(['.', '.']);
    expect(shorter.paragraphs.at(-1)!.last).toBe(9);
  });
});

describe('with the shipped model', () => {
  it.each([
    [
      'Officials who asked not to be named said the first ship would sail on Monday.',
      'Officials who asked not to be named',
      'said',
      'the first ship would sail on Monday',
    ],
    [
      'A senior diplomat, speaking on condition of anonymity, said the border would open in May.',
      'A senior diplomat',
      'said',
      'the border would open in May',
    ],
    [
      'She said the two aides who asked not to be named had lied.',
      'She',
      'said',
      'the two aides who asked not to be named had lied',
    ],
  ])('%s', (text, source, cue, content) => {
    const claims = findClaims(text, [], [], shipped).filter(({ kind }) => kind !== 'author');
    const at = (span: { start: number; end: number } | null): string | null =>
      span && text.slice(span.start, span.end);
    expect(claims.map((claim) => [at(claim.source), at(claim.cue), at(claim)])).toEqual([
      [source, cue, content],
    ]);
    expect(claims[0]!.shown).toBe(true);
  });
});
