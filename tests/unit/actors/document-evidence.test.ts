import { describe, expect, it } from 'vitest';
import { DocumentEvidence } from '../../../lib/actors/document-evidence';
import { KIND_SIGN, kindSigns } from '../../../lib/actors/kind-signs';
import { readText } from '../../../lib/actors/reading';

const LABELS = ['O', 'U-PER', 'U-LOC', 'U-ORG'];
const reading = readText('Kell studied law.\nKell was old.\nThe road to Kell is long.\nOnly Odum left.');
const sure = (label: number, tokens: number): Float64Array =>
  Float64Array.from({ length: tokens * LABELS.length }, (_, at) => (at % LABELS.length === label ? 1 : 0));

function gathered(): DocumentEvidence {
  const evidence = new DocumentEvidence(reading, kindSigns(reading), LABELS);
  reading.sentences.forEach((sentence, number) => {
    evidence.add(sentence, sure(number === 2 ? 2 : 1, sentence.to - sentence.from));
  });
  return evidence;
}

describe('what a document says of a word', () => {
  it('draws a sentence towards what the same word is in the others', () => {
    const sentence = reading.sentences[2]!;
    const tokens = sentence.to - sentence.from;
    const scores = new Float32Array(tokens * LABELS.length);
    const leaned = gathered().leaned(sentence, scores, sure(2, tokens))!;
    const at = reading.words.indexOf('Kell', sentence.from) - sentence.from;
    const [none, person, place] = leaned.slice(at * LABELS.length);
    expect(person).toBeGreaterThan(place!);
    expect(place).toBeCloseTo(none!, 5);
    expect(scores.every((score) => score === 0)).toBe(true);
  });

  it('is silent on a word that stands nowhere else', () => {
    const sentence = reading.sentences[3]!;
    const tokens = sentence.to - sentence.from;
    expect(gathered().leaned(sentence, new Float32Array(tokens * 4), sure(1, tokens))).toBeNull();
  });
});

describe('the signs of a kind', () => {
  const signOf = (text: string, word: string): number => {
    const read = readText(text);
    return kindSigns(read)[read.words.indexOf(word)]!;
  };
  it.each([
    ['Kell, who was born there, left.', 'person'],
    ["Kell's wife said no.", 'person'],
    ['Kell left. He was tired.', 'pronoun'],
    ['Kell said its profits rose.', 'its'],
    ["Kell's shares fell.", 'firm'],
    ['The startup Kell grew.', 'firm'],
    ['Two Kell soldiers fell.', 'adjective'],
    ['In the town of Kell it rains.', 'placeNoun'],
  ] as const)('in "%s" is: %s', (text, sign) => {
    expect(signOf(text, 'Kell') & KIND_SIGN[sign]).toBeTruthy();
  });

  it('say nothing where there are none', () => {
    expect(signOf('They saw Kell again.', 'Kell')).toBe(0);
  });
});
