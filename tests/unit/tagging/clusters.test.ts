import { describe, expect, it } from 'vitest';
import { readClusters } from '../../../lib/tagging/clusters';

describe('word clusters', () => {
  const clusters = readClusters('7\train snow 0000\n7\tsun\n2\tking queen\n');

  it('number the line of a word, and the coarser cluster of that line', () => {
    expect(clusters.size).toBe(6);
    expect([clusters.fine('snow'), clusters.fine('sun'), clusters.fine('queen')]).toEqual([0, 1, 2]);
    expect([clusters.coarse('snow'), clusters.coarse('sun'), clusters.coarse('queen')]).toEqual([7, 7, 2]);
  });

  it('find a number by its length, and nothing for an unknown word', () => {
    expect(clusters.fine('1987')).toBe(0);
    expect([clusters.fine('zzz'), clusters.coarse('zzz')]).toEqual([-1, -1]);
  });

  it('read a broken table as far as it goes', () => {
    expect(readClusters('').fine('rain')).toBe(-1);
    expect(readClusters('no tab here\nx\train').coarse('rain')).toBe(0);
  });
});
