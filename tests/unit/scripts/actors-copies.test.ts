import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoarseType } from '../../../lib/actors/candidate';
import type { LabelledDocument } from '../../../scripts/train/actors-data';
import { roughened } from '../../../scripts/train/actors-noise';
import { namePool, withOtherNames } from '../../../scripts/train/actors-swaps';
import { seededRandom } from '../../../scripts/train/crf-random';

/** Reads `[name|CLASS]` marks. */
function labelled(source: string): LabelledDocument {
  let text = '';
  let last = 0;
  const ents = [...source.matchAll(/\[([^|\]]+)\|([A-Z]+)\]/g)].map((match) => {
    text += source.slice(last, match.index);
    last = match.index + match[0].length;
    const start = text.length;
    text += match[1];
    return { start, end: text.length, type: match[2] as CoarseType, text: match[1]! };
  });
  return { doc: 'd', text: text + source.slice(last), ents, open: false };
}

const STORY = labelled(
  'President [Lena Varro|PER] left [Ekra|LOC]’s [Ministry of Salt|ORG].\n[Varro|PER] met the [NGB|ORG] near the [Ekra River|LOC]; [ﬁnn Straße|PER] did not.\nThe river and the salt of the ministry are old, the river and the salt of the ministry are old; the river, the salt, the ministry.',
);
const pool = namePool([STORY]);
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

describe('a training document', () => {
  it('under other names keeps what says the kind of a name, and gives one word one other word', () => {
    const { ents } = withOtherNames(STORY, { ...pool, words: new Map() }, seededRandom(5));
    const names = ents.map(({ text }) => text);
    expect(names[2]).toMatch(/^Ministry of /);
    expect(names[0]?.split(' ')[1]).toBe(names[3]);
    expect(names[5]).toMatch(new RegExp(`^${names[1]} River$`));
    expect(names.join(' ')).not.toMatch(/Lena|Varro|Ekra|NGB/);
    expect(names[4]).toMatch(/^\p{Lu}{3}$/u);
  });

  it('however it is changed has labels that slice to their names', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const { text, ents } = roughened(withOtherNames(STORY, pool, random), random);
        let last = 0;
        for (const { start, end, text: name } of ents) {
          expect(text.slice(start, end)).toBe(name);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
        expect(ents.length).toBeGreaterThanOrEqual(STORY.ents.length);
      }),
      { seed: 20260101, numRuns: 200 },
    );
  });

  it('is changed alike with the same seed', () => {
    expect(roughened(STORY, seededRandom(9))).toEqual(roughened(STORY, seededRandom(9)));
  });
});
