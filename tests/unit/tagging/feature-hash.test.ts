import { describe, expect, it } from 'vitest';
import { hashPair, hashText } from '../../../lib/tagging/feature-hash';

describe('feature hashes', () => {
  it('stay the same: a model is worth nothing under another hash', () => {
    expect([
      hashText('', 1),
      hashText('Varro', 1),
      hashText('Varro', 2),
      hashPair(3, 17, 4),
    ]).toMatchInlineSnapshot(`
      [
        3770482475,
        2093979946,
        2477559960,
        4101749245,
      ]
    `);
  });

  it('spread few inputs over the rows of a small table', () => {
    const rows = new Set<number>();
    for (let kind = 0; kind < 30; kind += 1)
      for (let a = 0; a < 30; a += 1) rows.add(hashPair(kind, a) & 0x3fff);
    expect(rows.size).toBeGreaterThan(850);
  });

  it('tell the order and the kind of the parts apart', () => {
    expect(hashPair(1, 2, 3)).not.toBe(hashPair(1, 3, 2));
    expect(hashPair(1, 2, 3)).not.toBe(hashPair(2, 2, 3));
  });
});
