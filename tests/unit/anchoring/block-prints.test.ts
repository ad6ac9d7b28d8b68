import { describe, expect, it } from 'vitest';
import { bitDistance, blockPrints, simhash, toHex } from '../../../lib/anchoring/block-prints';
import { pageOf, STORY } from './sample-page';

describe('simhash', () => {
  it('differs in few bits after a small edit and in many between two paragraphs', () => {
    const edited = STORY[3]!.replace('twice, and twice', 'twice, but twice');
    expect(bitDistance(simhash(STORY[3]!), simhash(edited))).toBeLessThanOrEqual(4);
    expect(bitDistance(simhash(STORY[3]!), simhash(STORY[4]!))).toBeGreaterThan(6);
  });

  it('does not care about typography', () => {
    expect(simhash('“It’s late” – he said')).toBe(simhash('"It\'s late" - he said'));
  });

  it('has an answer for nothing and for next to nothing', () => {
    expect(simhash('')).toBe(0);
    expect(simhash('a')).toBeGreaterThan(0);
  });
});

describe('bitDistance', () => {
  it('counts differing bits, the highest included', () => {
    expect(bitDistance(0, 0xffffffff)).toBe(32);
    expect(bitDistance(0x80000000, 0)).toBe(1);
    expect(bitDistance(5, 5)).toBe(0);
  });
});

describe('blockPrints', () => {
  it('gives every block its fingerprint and its length, in order', () => {
    const { text, blocks } = pageOf(STORY);
    const prints = blockPrints(text, blocks);
    expect(prints.map(({ length }) => length)).toEqual(blocks.map(({ start, end }) => end - start));
    expect(prints[3]?.simhash).toBe(toHex(simhash(text.slice(blocks[3]!.start, blocks[3]!.end))));
    expect(prints.every(({ simhash: hex }) => /^[0-9a-f]{8}$/.test(hex))).toBe(true);
  });
});
