import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentStems, contentWords, stemOf } from '../../../lib/findings/claim-words';
import { SIMILAR_FROM, similarity, weightOf } from '../../../lib/findings/similar-claims';
import { type ClaimPairs, HELD_OUT, TUNED } from './claim-pairs';

/** How often a word stands in the claims of both sets: the weights a small library would have. */
function weights() {
  const claims = [TUNED, HELD_OUT].flatMap(({ same, other }) => [...same, ...other].flat());
  const all = [...new Set(claims)].map(contentStems);
  return (stem: string) => weightOf(all.filter((stems) => stems.has(stem)).length, all.length);
}

/** Judges every claim against every other one: pairs written as `same` are right, all others wrong. */
function judge({ same, other }: ClaimPairs) {
  const weight = weights();
  const claims = [...new Set([...same, ...other].flat())];
  const right = new Set(same.map(([a, b]) => [a, b].sort().join('|')));
  const stems = new Map(claims.map((claim) => [claim, contentStems(claim)]));
  let [found, foundRight] = [0, 0];
  const wrong: string[] = [];
  claims.forEach((a, at) => {
    for (const b of claims.slice(at + 1)) {
      if (similarity(stems.get(a)!, stems.get(b)!, weight) < SIMILAR_FROM) continue;
      found += 1;
      const pair = [a, b].sort().join('|');
      if (right.has(pair)) foundRight += 1;
      else wrong.push(pair);
    }
  });
  return { precision: foundRight / found, recall: foundRight / same.length, wrong };
}

describe('claims that say the same', () => {
  it('are told from claims on the same subject, on pairs that the threshold was not set on', () => {
    const { precision, recall } = judge(HELD_OUT);
    console.log(
      `claims met before, ${HELD_OUT.same.length} pairs among ${HELD_OUT.same.length + HELD_OUT.other.length}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`,
    );
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.7);
  });

  it('are so as well on the pairs that it was set on', () => {
    const { precision, recall, wrong } = judge(TUNED);
    expect(wrong).toEqual([]);
    expect(precision).toBe(1);
    expect(recall).toBeGreaterThanOrEqual(0.7);
  });

  it('share more than two words, however short they are', () => {
    const [a, b] = [contentStems('prices rose'), contentStems('prices rose')];
    expect(similarity(a, b, () => 1)).toBe(0);
  });

  it('are alike both ways, at most wholly, and wholly where they are one', () => {
    const stems = fc
      .uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 3 })
      .map((all) => new Set(all));
    const weight = (stem: string) => weightOf(stem.charCodeAt(0) - 96, 30);
    fc.assert(
      fc.property(stems, stems, (a, b) => {
        const one = similarity(a, b, weight);
        expect(one).toBeCloseTo(similarity(b, a, weight), 12);
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThanOrEqual(1 + 1e-12);
        expect(similarity(a, a, weight)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('weigh a rare word more than a frequent one', () => {
    expect(weightOf(1, 1000)).toBeGreaterThan(weightOf(100, 1000));
    expect(weightOf(1000, 1000)).toBeGreaterThan(0);
    expect(weightOf(0, 0)).toBeGreaterThan(0);
  });
});

describe('the words of a claim', () => {
  it('are those that say something, without case, accents and signs, numbers written alike', () => {
    expect(contentWords('The airline will cut 1,200 jobs in São Paulo, it said.')).toEqual([
      'airline',
      'cut',
      '1200',
      'jobs',
      'sao',
      'paulo',
    ]);
    expect(contentWords('3.5 percent')).toEqual(['3.5', 'percent']);
    expect(contentWords('and it will not')).toEqual([]);
  });

  it('keep words of any script', () => {
    expect(contentWords('الميناء سيفتح 港口 гавань')).toHaveLength(4);
  });

  it('have one stem in all their forms', () => {
    const forms = [
      ['policy', 'policies'],
      ['close', 'closes', 'closed', 'closing'],
      ['plan', 'plans', 'planned', 'planning'],
      ['agree', 'agrees', 'agreed', 'agreeing'],
      ['job', 'jobs'],
      ['house', 'houses', 'housed'],
      ['search', 'searches', 'searched'],
      ['pass', 'passes', 'passed', 'passing'],
      ['increase', 'increased', 'increasing'],
    ];
    for (const words of forms) expect([words, new Set(words.map(stemOf)).size]).toEqual([words, 1]);
  });

  it('have stems that begin them, so that an index finds them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,14}(s|es|ed|ing|ly|ies|y)?$/), (word) => {
        const stem = stemOf(word);
        expect(word.startsWith(stem)).toBe(true);
        expect(stem.length).toBeGreaterThanOrEqual(Math.min(2, word.length));
      }),
    );
  });
});
