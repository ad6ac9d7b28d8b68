import { describe, expect, it } from 'vitest';
import { documentSigns, SIGN } from '../../../lib/actors/document-signs';
import { FeatureReader, wordShape } from '../../../lib/actors/features';
import { readText } from '../../../lib/actors/reading';
import { readClusters } from '../../../lib/tagging/clusters';

const clusters = readClusters('3\tada lena\n3\tboard council\n');

/** The features of every token of the first sentence, as sets. */
function featureSets(text: string): Set<number>[] {
  const reading = readText(text);
  const sentence = reading.sentences[0] ?? { from: 0, to: 0, titled: false };
  const { hashes, offsets } = new FeatureReader(reading, clusters).sentence(sentence);
  return Array.from(
    { length: offsets.length - 1 },
    (_, at) => new Set(hashes.subarray(offsets[at], offsets[at + 1])),
  );
}

const shared = (a: Set<number> | undefined, b: Set<number> | undefined): number =>
  [...(a ?? [])].filter((hash) => b?.has(hash)).length;

describe('word shapes', () => {
  it.each([
    ['Varro', 'Xxx'],
    ['NGB', 'XX'],
    ["O'Dell", "X'Xxx"],
    ['2026', '00'],
    ['Harak-i-Nour', 'Xxx-x-Xxx'],
    ['Ärmel', 'Xxx'],
    ['', ''],
  ])('%s is %s', (word, shape) => {
    expect(wordShape(word)).toBe(shape);
  });
});

describe('the features of a token', () => {
  it('are the same for the same text, and bounded in number', () => {
    const text = 'Minister Ada Varro said so.';
    expect(featureSets(text)).toEqual(featureSets(text));
    for (const set of featureSets(text)) expect(set.size).toBeLessThan(140);
  });

  it('see a name of the same cluster and shape as nearly the same', () => {
    const [ada] = featureSets('Ada left early.');
    const [lena] = featureSets('Lena left early.');
    const [salt] = featureSets('Salt left early.');
    expect(shared(ada, lena)).toBeGreaterThan(shared(ada, salt));
  });

  it('see what the rest of the document says of the word', () => {
    const [alone] = featureSets('Kell fell.');
    const [known] = featureSets('Kell fell. They met Mr. Kell there.');
    expect(shared(alone, known)).toBeLessThan(alone?.size ?? 0);
  });

  it('can be had as if the lexicon had not a name', () => {
    const reading = readText('They left Norway early.');
    const at = reading.words.indexOf('Norway');
    const known = (hides?: (name: string) => boolean): number =>
      new FeatureReader(reading, clusters, hides).columns.known[at]!;
    expect(known()).toBeGreaterThan(0);
    expect(known((name) => name === 'Norway')).toBe(0);
    expect(known((name) => name === 'Chad')).toBe(known());
  });

  it('do not look over the end of the sentence', () => {
    const words = (text: string): Set<number> | undefined => featureSets(text).at(-1);
    expect(words('They left.\nSalt fell.')).toEqual(words('They left.\nRain fell.'));
  });
});

describe('the signs of a document', () => {
  const reading = readText('Kell fell. They met Mr. Kell in Ekra. The Grain Board (NGB) met; kell is small.');
  const { bits, neighbour } = documentSigns(reading);
  const signOf = (word: string): number => bits[reading.words.indexOf(word)] ?? 0;

  it('gather from every place of a word', () => {
    expect(signOf('Kell') & SIGN.afterTitle).toBeTruthy();
    expect(signOf('Kell') & SIGN.small).toBeTruthy();
    expect(signOf('Ekra') & SIGN.afterIn).toBeTruthy();
    expect(signOf('NGB') & SIGN.bracketed).toBeTruthy();
    expect(signOf('Grain') & SIGN.beforeHead).toBeTruthy();
    expect(signOf('Ekra') & SIGN.afterTitle).toBe(0);
  });

  it('know the usual neighbour', () => {
    expect(neighbour[reading.words.indexOf('Grain')]).toBe('board');
  });
});
