import { describe, expect, it } from 'vitest';
import { calibrated, readCalibration } from '../../../lib/actors/calibration';
import { calibrationError, fitCalibration, type Judged } from '../../../scripts/train/actors-calibrate';
import { seededRandom } from '../../../scripts/train/crf-random';

/** Names whose model is too sure: of those it calls `p`, only the share `share(p)` is right. */
function tooSure(count: number, share: (p: number) => number): Judged[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, () => {
    const confidence = 0.5 + random() / 2;
    return { label: 'ORG', confidence, right: random() < share(confidence) };
  });
}

describe('the confidence of a name', () => {
  it('is the model’s own where nothing was fitted', () => {
    expect(calibrated(0.73, 'PER', null)).toBe(0.73);
    expect(readCalibration(null)).toBeNull();
  });

  it('comes to say how often a name is right, on names it was not fitted on', () => {
    const share = (p: number) => p * p;
    const fitted = fitCalibration(tooSure(3000, share));
    const others = tooSure(6000, share).slice(3000);
    const after = others.map(({ confidence, right, label }) => ({
      confidence: calibrated(confidence, label, fitted),
      right,
    }));
    expect(calibrationError(others)).toBeGreaterThan(0.12);
    expect(calibrationError(after)).toBeLessThan(0.04);
  });

  it('stays where it is for a class of which nothing was seen, and never leaves 0 to 1', () => {
    const fitted = fitCalibration([]);
    for (const confidence of [0, 0.2, 0.9, 1]) {
      const own = calibrated(confidence, 'LOC', fitted);
      expect(Math.abs(own - confidence)).toBeLessThan(0.01);
      expect(own).toBeGreaterThanOrEqual(0);
      expect(own).toBeLessThanOrEqual(1);
    }
  });

  it('keeps the order of two names of one class', () => {
    const fitted = fitCalibration(tooSure(500, (p) => p * p));
    expect(calibrated(0.9, 'ORG', fitted)).toBeGreaterThan(calibrated(0.6, 'ORG', fitted));
  });

  it('is read from a file as it was written, and damage is named', () => {
    const written = JSON.stringify(fitCalibration([]));
    expect(readCalibration(written)).toEqual(fitCalibration([]));
    expect(() => readCalibration('{')).toThrow(SyntaxError);
  });
});
