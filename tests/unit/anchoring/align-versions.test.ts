import { describe, expect, it } from 'vitest';
import { alignmentWith, alignSteps, type VersionAlignment } from '../../../lib/anchoring/align-versions';
import { PageIndex } from '../../../lib/anchoring/page-index';
import { pageOf, STORY } from './sample-page';

/** Goes through all steps at once. */
function finish(steps: Generator<void, VersionAlignment>): VersionAlignment {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const alignVersions = (before: PageIndex, now: PageIndex) => finish(alignSteps(before, now));

const indexOf = (lines: readonly string[]) => {
  const { text, blocks } = pageOf(lines);
  return new PageIndex(text, blocks);
};

/** Home of every old block, −1 where it has none. */
function homes(before: readonly string[], now: readonly string[]): number[] {
  const alignment = alignVersions(indexOf(before), indexOf(now));
  return before.map((_, i) => alignment.homes.get(i)?.block ?? -1);
}

describe('aligning versions', () => {
  it('leaves an unchanged text where it is', () => {
    expect(homes(STORY, STORY)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('knows a deleted paragraph from a new one', () => {
    const now = [
      ...STORY.slice(0, 3),
      'Ferries to the islands will run as usual all through the spring.',
      ...STORY.slice(4),
    ];
    expect(homes(STORY, now)).toEqual([0, 1, 2, -1, 4, 5, 6, 7]);
  });

  it('follows paragraphs that changed places', () => {
    expect(homes(STORY, [...STORY].reverse())).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
  });

  it('knows a paragraph in which every tenth word was replaced', () => {
    const rewritten = STORY[3]!
      .split(' ')
      .map((word, i) => (i % 10 === 4 ? 'herring' : word))
      .join(' ');
    const now = [...STORY.slice(0, 3), rewritten, ...STORY.slice(4)];
    expect(homes(STORY, now)[3]).toBe(3);
  });

  it('takes no quotation for the paragraph, even where the paragraph itself was edited', () => {
    const edited = STORY[4]!.replace('nine', 'ten').replace('premature', 'hasty');
    const now = [...STORY.slice(0, 4), edited, ...STORY.slice(5), `> ${STORY[4]}`];
    expect(homes(STORY, now)[4]).toBe(4);
    expect(homes(STORY, [...STORY.slice(0, 4), ...STORY.slice(5), `> ${STORY[4]}`])[4]).toBe(-1);
  });

  it('settles copies by where their neighbours went', () => {
    const line = 'Read more about the market.';
    const [a, b, c, d] = [STORY[0]!, STORY[1]!, STORY[3]!, STORY[4]!];
    expect(homes([a, b, line, c, d], [a, line, b, c, line, d])).toEqual([0, 2, expect.any(Number), 3, 5]);
    expect(homes([a, line, b, c, line, d], [b, c, line, d])).toEqual([-1, -1, 0, 1, 2, 3]);
  });

  it('takes no pull-quote of a whole paragraph for it, however many stand around it and before its neighbours', () => {
    const placed = (lines: readonly string[], pulled: readonly number[]) => {
      const { text, blocks } = pageOf(lines);
      const paths = lines.map((_, i) => (pulled.includes(i) ? 'p<aside<div' : 'p<div'));
      return new PageIndex(
        text,
        blocks.map((block, i) => ({ ...block, path: paths[i]! })),
      );
    };
    const [third, fourth] = [STORY[2]!, STORY[3]!];
    // One after the third paragraph, two around the fourth.
    const now = placed([...STORY.slice(0, 3), third, fourth, fourth, fourth, ...STORY.slice(4)], [3, 4, 6]);
    const { homes } = alignVersions(placed(STORY, []), now);
    expect([2, 3, 4].map((old) => homes.get(old)?.block)).toEqual([2, 5, 7]);
  });

  it('gives every block of the page to one old block at most', () => {
    const { homes: found, origins } = alignVersions(indexOf([...STORY, ...STORY]), indexOf(STORY));
    const blocks = [...found.values()].map(({ block }) => block);
    expect(new Set(blocks).size).toBe(blocks.length);
    expect(origins.size).toBe(found.size);
  });

  it('is made once for a version and a page', () => {
    const kept = { hash: 'v1', ...pageOf(STORY) };
    const now = indexOf(STORY);
    expect(finish(alignmentWith(kept, now))).toBe(finish(alignmentWith(kept, now)));
    expect(finish(alignmentWith(kept, indexOf(STORY)))).not.toBe(finish(alignmentWith(kept, now)));
  });
});
