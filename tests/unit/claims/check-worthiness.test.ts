import { describe, expect, it } from 'vitest';
import { worthOfText } from '../../../lib/claims/check-worthiness';
import { linearScore } from '../../../lib/claims/linear-model';
import { worthFeatures } from '../../../lib/claims/worth-features';
import { tinyModel } from './tiny-model';

describe('worthOfText without a model', () => {
  it('rates a figure that can be checked above an opinion, a question and small talk', () => {
    const figure = worthOfText(
      'Unemployment fell by 12 percent, more than in any other country.',
      null,
    ).score;
    expect(figure).toBeGreaterThan(0.5);
    for (const other of [
      'I think we should be kind.',
      'How many were there in 1990?',
      'Thank you very much.',
    ]) {
      expect(worthOfText(other, null).score).toBeLessThan(0.5);
    }
  });

  it.each([
    ['It rose by 3 percent.', 'number'],
    ['Wages are lower than in Norland.', 'comparison'],
    ['The port closed because of the strike.', 'causal'],
    ['The minister is corrupt.', 'accusation'],
    ['The senate passed the bill.', 'law'],
    ['Prices are likely to rise.', 'prediction'],
  ])('gives its reasons: %s', (sentence, reason) => {
    expect(worthOfText(sentence, null).why).toContain(reason);
  });

  it('gives no reason for a sentence that states nothing', () => {
    expect(worthOfText('Hello there.', null).why).toEqual([]);
  });
});

describe('worthOfText with a model', () => {
  it('takes the score from the model and keeps the reasons', () => {
    const model = tinyModel();
    const sentence = 'It rose by 3 percent.';
    const worth = worthOfText(sentence, model);
    expect(worth.score).toBe(linearScore(model.worth, worthFeatures(sentence)));
    expect(worth.why).toContain('number');
  });
});

describe('worthFeatures', () => {
  it('is the same for every spelling of the apostrophe and every number of the same length', () => {
    expect(worthFeatures("It's 12 percent.")).toEqual(worthFeatures('It’s 97 percent.'));
  });

  it('tells sentences with other words apart', () => {
    expect(worthFeatures('It rose.')).not.toEqual(worthFeatures('It fell.'));
  });
});

describe('linearScore', () => {
  it('is a probability for any features, also for none', () => {
    const { worth } = tinyModel();
    expect(linearScore(worth, new Uint32Array(0))).toBeCloseTo(1 / (1 + Math.exp(0.5)));
    const many = linearScore(
      worth,
      Uint32Array.from({ length: 5000 }, (_, i) => i * 7919),
    );
    expect(many).toBeGreaterThanOrEqual(0);
    expect(many).toBeLessThanOrEqual(1);
  });
});
