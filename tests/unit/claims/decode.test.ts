import { describe, expect, it } from 'vitest';
import { cuesOf, decodeFrame, modelAttributions } from '../../../lib/claims/decode';
import type { Tags } from '../../../lib/claims/evidence';
import { frameText } from '../../../lib/claims/frame';
import { linkFeatures, linkWindow, reachOf, tagSteps } from '../../../lib/claims/link-features';
import { bucket, TAGS, tagFeatures } from '../../../lib/claims/tag-features';
import { factsOf } from '../../../lib/claims/token-facts';
import { readClusters } from '../../../lib/tagging/clusters';
import { blocksOf } from '../../../lib/text/blocks';
import { tinyModel } from './tiny-model';

const TEXT =
  'Tovan said that the port will close. “It will,” Belan said.\n“Never,” said Tovan, who had asked for it.';
const frame = frameText(TEXT, blocksOf(TEXT));
const facts = factsOf(frame, readClusters('0\tsaid says\n1\tport'));

function tagsOf(begins: readonly number[], goesOn: readonly number[]): Tags {
  const count = begins.length;
  return {
    steps: new Uint8Array(count),
    begins: Float64Array.from(begins),
    goesOn: Float64Array.from(goesOn),
    source: new Float64Array(count),
    content: new Float64Array(count),
  };
}

describe('cuesOf', () => {
  it('begins a cue where that is likely enough and follows it as far as it goes on', () => {
    const tags = tagsOf([0, 0.9, 0, 0, 0.05, 0.6], [0, 0, 0.8, 0.1, 0.9, 0]);
    expect(cuesOf(tags, frame, { first: 0, last: 6 })).toEqual([
      { first: 1, last: 3 },
      { first: 5, last: 6 },
    ]);
  });

  it('asks for less beside a quotation, where a cue is likelier than not', () => {
    const said = frame.lower.lastIndexOf('said', frame.paragraphs[0]!.last - 1);
    const begins = new Array<number>(frame.tokens.length).fill(0);
    begins[1] = begins[said] = 0.07;
    const cues = cuesOf(tagsOf(begins, new Array(begins.length).fill(0)), frame, frame.paragraphs[0]!);
    expect(cues).toEqual([{ first: said, last: said + 1 }]);
  });

  it('looks at no token outside the paragraph', () => {
    expect(cuesOf(tagsOf([0.9, 0, 0, 0.9], [0, 0, 0, 0.9]), frame, { first: 1, last: 3 })).toEqual([]);
  });
});

describe('tagFeatures and linkFeatures', () => {
  it('give every token of the run the same number of features, and the same ones each time', () => {
    const run = frame.paragraphs[0]!;
    const features = tagFeatures(facts, run);
    const widths = new Set(
      [...features.offsets].slice(1).map((end, index) => end - features.offsets[index]!),
    );
    expect(features.offsets).toHaveLength(run.last - run.first + 1);
    expect(widths.size).toBe(1);
    expect(tagFeatures(facts, run)).toEqual(features);
  });

  it('tell the same word apart by its place beside the cue', () => {
    const window = linkWindow(frame.paragraphs[0]!, { first: 1, last: 2 });
    const steps = new Uint8Array(frame.tokens.length);
    const near = linkFeatures(facts, steps, window, { first: 1, last: 2 });
    const far = linkFeatures(facts, steps, window, { first: 6, last: 7 });
    expect(near.hashes).not.toEqual(far.hashes);
    expect(near.offsets).toEqual(far.offsets);
  });

  it('reach no further than the paragraph and a fixed distance', () => {
    expect(linkWindow({ first: 10, last: 20 }, { first: 12, last: 13 })).toEqual({ first: 10, last: 20 });
    const window = linkWindow({ first: 0, last: 10_000 }, { first: 5000, last: 5001 });
    expect(window.last - window.first).toBeLessThan(1000);
  });
});

describe('reachOf', () => {
  it('is far in a usual paragraph and short where cues crowd, so that the work stays linear', () => {
    const paragraph = { first: 0, last: 1000 };
    expect(reachOf(paragraph, 0)).toBe(reachOf(paragraph, 50));
    for (const cues of [1, 50, 200, 900]) expect(cues * reachOf(paragraph, cues)).toBeLessThanOrEqual(20_000);
  });
});

describe('tagSteps and bucket', () => {
  it('pack three likelihoods into one small number without mixing them up', () => {
    expect(
      new Set([tagSteps(0.9, 0, 0), tagSteps(0, 0.9, 0), tagSteps(0, 0, 0.9), tagSteps(0, 0, 0)]).size,
    ).toBe(4);
    expect(tagSteps(1, 1, 1)).toBeLessThan(64);
  });

  it('grow with the distance and mirror it', () => {
    const steps = [0, 1, 2, 3, 4, 5, 8, 12, 20, 40, 100].map(bucket);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(bucket(-12)).toBe(-bucket(12));
  });
});

describe('decodeFrame', () => {
  it('gives each token to the content of one attribution at most, and no attribution without content', () => {
    const seen = new Set<number>();
    for (const { content } of decodeFrame(frame, tinyModel())) {
      expect(content.length).toBeGreaterThan(0);
      for (const run of content) {
        for (let i = run.first; i < run.last; i++) {
          expect(seen.has(i)).toBe(false);
          seen.add(i);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(0);
  });

  it('leaves out what scores below the threshold of the calibration', () => {
    const model = tinyModel();
    const strict = { ...model, calibration: { ...model.calibration, keptFrom: 4 } };
    expect(modelAttributions(frame, strict)).toEqual([]);
    expect(
      modelAttributions(frame, { ...model, calibration: { ...model.calibration, keptFrom: 0 } }).length,
    ).toBeGreaterThan(0);
  });

  it('knows as many labels as the first stage is trained on', () => {
    expect(TAGS).toHaveLength(tinyModel().tags.labels.length);
  });
});
