import { describe, expect, it } from 'vitest';
import { readText } from '../../../lib/actors/reading';

const sentences = (text: string): string[] => {
  const reading = readText(text);
  return reading.sentences.map(({ from, to }) =>
    text.slice(reading.tokens[from]?.start, reading.tokens[to - 1]?.end),
  );
};

describe('reading a text', () => {
  it('cuts sentences at full stops and lines, not at abbreviations', () => {
    expect(sentences('Mr. Varro left. “It rained,” she said. Then\nno end')).toEqual([
      'Mr. Varro left.',
      '“It rained,” she said.',
      'Then',
      'no end',
    ]);
  });

  it('keeps the closing quotation mark with its sentence', () => {
    expect(sentences('“No.” He left.')).toEqual(['“No.”', 'He left.']);
  });

  it('ends a sentence with an abbreviation before a word that is a name nowhere', () => {
    expect(sentences('He left the U.S. The minister stayed. The U.S. Senate met.')).toEqual([
      'He left the U.S.',
      'The minister stayed.',
      'The U.S. Senate met.',
    ]);
  });

  it('cuts a line without end into pieces', () => {
    expect(readText('word '.repeat(2000)).sentences.length).toBeGreaterThan(5);
  });

  it('knows headings by their capitals and by their block', () => {
    const text = 'Guest List And Message Of The Day\nrain over ekra\nIt rained.';
    const reading = readText(text, [{ kind: 'subheading', start: 34, end: 48 }]);
    expect(reading.sentences.map((sentence) => sentence.titled)).toEqual([true, true, false]);
  });

  it('remembers which words stand with a capital inside a sentence, and which without', () => {
    const reading = readText('Rain fell on the Grain Board. Then rain stopped.');
    expect(reading.midCapital.has('board')).toBe(true);
    expect(reading.midCapital.has('rain')).toBe(false);
    expect(reading.small.get('rain')).toBe(1);
  });
});
