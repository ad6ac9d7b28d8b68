import { describe, expect, it } from 'vitest';
import { bilouLabels, mayFollow } from '../../../lib/tagging/bilou';
import { hashText } from '../../../lib/tagging/feature-hash';
import type { SequenceFeatures } from '../../../lib/tagging/lattice';
import { readModel, writeModel } from '../../../lib/tagging/model-format';
import { tagSequence } from '../../../lib/tagging/tag-sequence';
import { type TrainingSequence, trainCrf } from '../../../scripts/train/crf-train';

const labels = bilouLabels(['NAME']);
const options = {
  task: 'test',
  labels,
  bits: 10,
  epochs: 12,
  dropout: 0.1,
  rate: 0.2,
  sparsity: 0,
  levels: 100,
  lean: 0,
  seed: 7,
  mayFollow,
};

/** One feature a word, and one for its capital. */
function featuresOf(words: readonly string[]): SequenceFeatures {
  const hashes = words.flatMap((word) => [
    hashText(word, 1),
    hashText(/^\p{Lu}/u.test(word) ? 'up' : 'low', 2),
  ]);
  return {
    hashes: Uint32Array.from(hashes),
    offsets: Uint32Array.from({ length: words.length + 1 }, (_, at) => at * 2),
  };
}

/** "word/LABEL …"; a "?" permits every label. */
function sequence(line: string): TrainingSequence {
  const pairs = line.split(' ').map((pair) => pair.split('/'));
  return {
    features: featuresOf(pairs.map(([word]) => word ?? '')),
    allowed: Uint32Array.from(pairs, ([, label]) =>
      label === '?' ? 31 : 1 << Math.max(0, labels.indexOf(label ?? 'O')),
    ),
  };
}

const lines = [
  'the/O man/O saw/O Ada/B-NAME Kell/L-NAME',
  'Odum/U-NAME left/O',
  'she/O met/O Ada/B-NAME Kell/L-NAME there/O',
  'the/O end/O',
  'and/O Odum/U-NAME spoke/O',
  'who/? left/O',
];
const train = () => trainCrf(lines.map(sequence), options, new Map(), () => {});
const model = readModel(writeModel(train()));
const tag = (line: string): string =>
  [...tagSequence(model, featuresOf(line.split(' '))).path].map((label) => labels[label]).join(' ');

describe('the tagger and its trainer', () => {
  it('adds the scores of another model to its own', () => {
    const features = featuresOf(['Odum', 'left']);
    const added = new Float32Array(2 * labels.length);
    added[0] = 50;
    expect([...tagSequence(model, features, added).path]).toEqual([0, 0]);
    added.fill(0);
    expect(tagSequence(model, features, added)).toEqual(tagSequence(model, features));
  });

  it('learn a small grammar of names', () => {
    expect(tag('the man saw Ada Kell')).toBe('O O O B-NAME L-NAME');
    expect(tag('Odum saw Ada Kell there')).toBe('U-NAME O B-NAME L-NAME O');
    expect(tag('the man left')).toBe('O O O');
  });

  it('give the same bytes for the same data and seed', () => {
    expect(writeModel(train())).toEqual(writeModel(train()));
  });

  it('give probabilities that add up to one, highest for the label chosen where the case is clear', () => {
    const { path, probabilities } = tagSequence(model, featuresOf(['Odum', 'left']));
    for (const [at, label] of path.entries()) {
      const row = probabilities.subarray(at * labels.length, (at + 1) * labels.length);
      expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
      expect(Math.max(...row)).toBe(row[label]);
    }
  });

  it('never spell a run that BILOU forbids, whatever the words', () => {
    const words = ['Ada', 'Kell', 'Odum', 'the', 'left', 'Unknown'];
    for (let number = 0; number < 6 ** 3; number += 1) {
      const line = [0, 1, 2].map((place) => words[Math.floor(number / 6 ** place) % 6] ?? '');
      const path = [...tagSequence(model, featuresOf(line)).path].map((label) => labels[label] ?? 'O');
      path.forEach((label, at) => {
        expect(mayFollow(path[at - 1] ?? null, label)).toBe(true);
      });
      expect(mayFollow(path.at(-1) ?? null, null)).toBe(true);
    }
  });

  it('answer an empty sequence with nothing', () => {
    expect(tagSequence(model, featuresOf([])).path).toHaveLength(0);
  });
});
