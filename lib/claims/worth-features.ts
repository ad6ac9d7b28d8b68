import { hashPair, hashText } from '../tagging/feature-hash';

const SHAPES: readonly RegExp[] = [
  /\d/,
  /%|\bper ?cent\b/,
  /[$€£]|\b(?:dollars?|euros?)\b/,
  /\b(?:19|20)\d\d\b/,
  /\d[\d,.]*\s*(?:million|billion|trillion|thousand)/,
  /\?/,
  /!/,
  /[“”"]/,
  /\b(?:i|we|my|our|me|us)\b/,
  /\b(?:you|your)\b/,
  /\b(?:he|she|they|his|her|their)\b/,
  /\b(?:will|would|should|could|must)\b/,
  /\b\w+(?:ed)\b/,
  /\b(?:more|most|less|least|than)\b/,
  /^\W*(?:and|but|so|well|now)\b/,
];

/**
 * The features of a sentence for the check-worthiness model, as 32-bit hashes: word 1–3-grams, character 3–4-grams at
 * word edges and inside, and shapes. Numbers are read as their kind, so that no figure is learnt by heart.
 */
export function worthFeatures(sentence: string): Uint32Array {
  const text = sentence
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\d+/g, (digits) => (digits.length > 3 ? '0000' : '0'));
  const words = text.match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?|[?!%$€£]/gu) ?? [];
  const found = new Set<number>();
  const hashes = words.map((word) => hashText(word, 1));
  for (let i = 0; i < hashes.length; i++) {
    let gram = 1;
    for (let n = 0; n < 3 && i + n < hashes.length; n++) {
      gram = hashPair(1, gram, hashes[i + n]!);
      found.add(gram);
    }
  }
  const run = ` ${words.join(' ')} `;
  for (let i = 0; i < run.length - 2; i++) {
    found.add(hashText(run.slice(i, i + 3), 2));
    if (i < run.length - 3) found.add(hashText(run.slice(i, i + 4), 3));
  }
  SHAPES.forEach((shape, index) => {
    if (shape.test(text)) found.add(hashPair(4, index));
  });
  found.add(hashPair(5, Math.min(8, words.length >> 2)));
  return Uint32Array.from(found);
}
