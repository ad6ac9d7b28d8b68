import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadActorModel } from '../../../lib/actors/actor-model';
import {
  CONFIDENCE_CLASSES,
  calibrated,
  newsLikeness,
  readConfidence,
  withCalibrated,
} from '../../../lib/actors/confidence';
import { readText } from '../../../lib/actors/reading';
import type { Actor } from '../../../lib/model/actor';
import { ModelFormatError } from '../../../lib/tagging/model-format';

const bytes = readFileSync(new URL('../../../assets/models/actors.bin', import.meta.url));
const { confidence: lines } = loadActorModel(bytes);

const NEWS =
  'Varro said no. Odum warned them. “Never,” Lena Varro told reporters, and Odum replied that he agreed.';
const BOOK =
  'Lena Varro (born 3 April 1978) is a painter from Ekra. Her works hang in the museum of the town of Nour.';

describe('how sure the model is', () => {
  it('is taken at its word where people speak, as in news', () => {
    expect(newsLikeness(readText(NEWS))).toBe(1);
    expect(calibrated(0.97, { base: -1, slope: 0.3 }, 1)).toBe(0.97);
  });

  it('is toned down where nobody says anything, by the table of the shipped model', () => {
    expect(newsLikeness(readText(BOOK))).toBe(0);
    for (const kind of CONFIDENCE_CLASSES) expect(calibrated(0.99, lines![kind], 0)).toBeLessThan(0.93);
  });

  it('keeps its order and stays a probability, whatever the text', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        probability,
        probability,
        probability,
        fc.constantFrom(...CONFIDENCE_CLASSES),
        (a, b, like, kind) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)].map((p) => calibrated(p, lines![kind], like));
          expect(low).toBeLessThanOrEqual(high! + 1e-12);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
        },
      ),
      { seed: 20260101 },
    );
  });

  it('is that of the surest mention for an actor, and of rules for whom rules found', () => {
    const mention = { start: 0, end: 5, text: 'Varro', type: 'person', confidence: 0.98 } as const;
    const actor: Actor = {
      id: 'a1',
      name: 'Varro',
      type: 'person',
      confidence: 0.98,
      why: [],
      mentions: [
        { ...mention, form: 'name' },
        { ...mention, form: 'pronoun', confidence: 0.5 },
      ],
    };
    const [toned] = withCalibrated([actor], readText(BOOK), lines!);
    expect(toned!.mentions[1]!.confidence).toBe(0.5);
    expect(toned!.confidence).toBe(toned!.mentions[0]!.confidence);
    expect(toned!.confidence).toBeLessThan(0.9);
  });
});

describe('the table of confidence', () => {
  it('may be absent', () => {
    expect(readConfidence('')).toBeNull();
  });

  it.each(['[', '[1,2]', '{"person":1}', '[0,-1,0,1,0,1,0,1,0,1]', '[0,1,0,1,0,1,0,1,0,null]x'])(
    'is refused where it is none: %s',
    (text) => {
      expect(() => readConfidence(text)).toThrow(ModelFormatError);
    },
  );
});
