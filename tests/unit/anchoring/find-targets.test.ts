import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { describeTarget } from '../../../lib/anchoring/describe-target';
import { type Anchor, findTargets, findTargetsInSteps } from '../../../lib/anchoring/find-targets';
import type { Target } from '../../../lib/model/annotation';
import { pageOf, type SamplePage, STORY, spanOf } from './sample-page';

const story = pageOf(STORY);
const kept = [{ hash: 'v1', ...story }];

const noteOn = (words: string, nth = 0, page: SamplePage = story): Target =>
  describeTarget(page.text, page.blocks, spanOf(page.text, words, nth), 'v1', 'article');

function find(target: Target, lines: readonly string[], versions: typeof kept | [] = []) {
  const page = pageOf(lines);
  const [anchor] = findTargets(page.text, page.blocks, 'v2', [{ id: 'n', target }], versions) as [Anchor];
  return { ...anchor, words: anchor.span && page.text.slice(anchor.span.start, anchor.span.end) };
}

const edited = (from: string, to: string) => STORY.map((line) => line.replace(from, to));
const without = (...ordinals: number[]) => STORY.filter((_, i) => !ordinals.includes(i));

describe('findTargets on an unchanged page', () => {
  it('takes the stored offsets when the version is the same', () => {
    const target = noteOn('The council will meet again in two weeks.', 1);
    const [anchor] = findTargets(story.text, story.blocks, 'v1', [{ id: 'n', target }]);
    expect(anchor).toEqual({
      id: 'n',
      state: 'exact',
      span: spanOf(story.text, 'The council will meet again', 1) && {
        start: target.position.start,
        end: target.position.end,
      },
      score: 1,
    });
  });

  it('distrusts stored offsets that do not fit the words', () => {
    const target = noteOn('premature');
    const shifted = { ...target, position: { ...target.position, start: 3, end: 12 } };
    const [anchor] = findTargets(story.text, story.blocks, 'v1', [{ id: 'n', target: shifted }]);
    expect(anchor?.span).toEqual(spanOf(story.text, 'premature'));
  });

  it('finds every passage again without knowing the version', () => {
    for (const words of ['storm', 'We waited too long', 'A market older than the town', STORY[4]!, 'the']) {
      const target = noteOn(words);
      const [anchor] = findTargets(story.text, story.blocks, null, [{ id: 'n', target }]);
      expect(anchor).toMatchObject({ state: 'exact', span: spanOf(story.text, words) });
    }
  });

  it('tells two occurrences of a sentence apart by what stands around them', () => {
    for (const nth of [0, 1]) {
      const words = 'The council will meet again in two weeks.';
      expect(find(noteOn(words, nth), STORY).span).toEqual(spanOf(story.text, words, nth));
    }
  });
});

describe('findTargets on an edited page', () => {
  it('finds the words through new quotes, dashes, spaces and soft hyphens', () => {
    const lines = edited('“We waited too long,” she told', '"We wai\u00adted  too long," she\u00a0told');
    expect(find(noteOn('“We waited too long,” she told'), lines)).toMatchObject({
      state: 'exact',
      words: '"We wai\u00adted  too long," she\u00a0told',
    });
  });

  it('follows a passage whose words were changed, and says so', () => {
    const lines = edited(
      'Their petition, signed by nine thousand residents',
      'Their petition, signed by ten thousand people',
    );
    const found = find(noteOn('signed by nine thousand residents, asks the council to wait'), lines);
    expect(found).toMatchObject({
      state: 'changed',
      words: 'signed by ten thousand people, asks the council to wait',
    });
  });

  it('follows a misspelt word between words that stand', () => {
    expect(find(noteOn('premature'), edited('premature', 'premture'))).toMatchObject({
      state: 'changed',
      words: 'premture',
    });
  });

  it('follows a passage across an insertion in its middle', () => {
    const lines = edited('premature. Their', 'premature. Others cheered when the vote was read out. Their');
    const found = find(noteOn('call the decision premature. Their petition, signed by nine thousand'), lines);
    expect(found.words).toBe(
      'call the decision premature. Others cheered when the vote was read out. Their petition, signed by nine thousand',
    );
  });

  it('finds a paragraph that went elsewhere', () => {
    const moved = [STORY[4]!, ...without(4)];
    expect(find(noteOn('Opponents call the decision premature.'), moved).words).toBe(
      'Opponents call the decision premature.',
    );
  });

  it('calls a passage moved when its surroundings are others', () => {
    const lines = [
      ...without(4),
      `${STORY[4]} Ferries run as usual, and so do the night buses to the upper town and back.`,
    ];
    const target = noteOn(STORY[4]!);
    expect(find(target, lines)).toMatchObject({ state: 'moved', words: STORY[4] });
  });

  it('survives a page of which little else is left', () => {
    expect(find(noteOn('signed by nine thousand residents'), [STORY[4]!])).toMatchObject({ state: 'exact' });
  });
});

describe('findTargets when the passage is gone', () => {
  it('does not put a short quote onto the same word elsewhere', () => {
    for (const versions of [[] as [], kept]) {
      const lines = edited('Opponents call the decision premature.', 'Opponents shrug.');
      expect(find(noteOn('decision', 0), lines.slice(1), versions)).toMatchObject({
        state: 'gone',
        span: null,
      });
    }
  });

  it('does not put a deleted sentence onto its copy when the old text is known', () => {
    const lines = edited(' The council will meet again in two weeks. Until', ' Until');
    const target = noteOn('The council will meet again in two weeks.', 0);
    expect(find(target, lines, kept).state).toBe('gone');
  });

  it('does not put a word onto the one that took its place', () => {
    expect(find(noteOn('residents'), edited('residents', 'children')).state).toBe('gone');
  });

  it('does not take a quotation in a comment for the passage', () => {
    const comment = '> Opponents call the decision premature.';
    const found = find(noteOn('Opponents call the decision premature.'), [...without(4), comment]);
    expect(found.state).not.toBe('exact');
    expect(['uncertain', 'gone']).toContain(found.state);
  });

  it('answers gone for an empty page and for an empty quote', () => {
    expect(find(noteOn('premature'), []).state).toBe('gone');
    const target = noteOn('premature');
    expect(find({ ...target, quote: { exact: ' \u00ad', prefix: '', suffix: '' } }, STORY).state).toBe(
      'gone',
    );
  });
});

describe('findTargets between copies', () => {
  const pullQuote = 'Fishermen have sold their catch on this spot since the fourteenth century.';

  it('prefers the paragraph to a pull-quote when the old text is known', () => {
    for (const at of [3, 4]) {
      const lines = [...STORY.slice(0, at), pullQuote, ...STORY.slice(at)];
      const page = pageOf(lines);
      const found = find(noteOn('since the fourteenth century'), lines, kept);
      expect(found.span).toEqual(spanOf(page.text, 'since the fourteenth century', at === 3 ? 1 : 0));
    }
  });

  it("goes by the path in the page's structure for a note from elsewhere", () => {
    const lines = [...STORY.slice(0, 4), STORY[4]!, ...STORY.slice(4)];
    const page = pageOf(lines);
    const path = (i: number) => (i === 4 ? 'p<aside<article' : 'p<article');
    const own = story.blocks.map((block) => ({ ...block, path: 'p<article' }));
    const target = describeTarget(story.text, own, spanOf(story.text, STORY[4]!), null, 'article');
    const placed = page.blocks.map((block, i) => ({ ...block, path: path(i) }));
    const [anchor] = findTargets(page.text, placed, null, [{ id: 'n', target }]);
    expect(anchor?.span).toEqual(spanOf(page.text, STORY[4]!, 1));
  });

  it('asks rather than guesses when nothing tells two places apart', () => {
    const line = 'Doors open at noon.';
    const page = pageOf([line, line]);
    const [anchor] = findTargets(page.text, page.blocks, null, [
      {
        id: 'n',
        target: { ...noteOn('premature'), quote: { exact: line, prefix: '', suffix: '' }, structure: null },
      },
    ]);
    expect(anchor?.state).toBe('uncertain');
    expect(anchor?.span).not.toBeNull();
  });

  it('lets the other notes of the page decide where a repeated word belongs', () => {
    const filler = (i: number) =>
      `Stand ${i} sells rope, tar and lamps to the crews of ships that lie at berth number ${i * 7}.`;
    const line = 'Doors open at noon.';
    const before = pageOf([filler(1), line, filler(2), filler(3), line, filler(4)]);
    const after = pageOf([
      ...Array.from({ length: 9 }, (_, i) => filler(i + 20)),
      filler(1),
      line,
      filler(2),
      filler(3),
      line,
      filler(4),
    ]);
    const bare = (words: string, nth: number) => {
      const target = noteOn(words, nth, before);
      return { ...target, quote: { exact: words, prefix: '', suffix: '' }, structure: null };
    };
    const targets = [
      { id: 'word', target: bare(line, 1) },
      { id: 'landmark', target: noteOn(filler(3), 0, before) },
    ];
    const [word] = findTargets(after.text, after.blocks, null, targets);
    expect(word?.span).toEqual(spanOf(after.text, line, 1));
  });
});

describe('findTargets with bad input', () => {
  it('finds one character and fifty thousand', () => {
    const many = Array.from(
      { length: 500 },
      (_, i) =>
        `Line ${i} of the register names vessel ${i * 37} and its master, who paid ${i * 11} crowns in harbour dues.`,
    );
    const page = pageOf(many);
    const long = describeTarget(page.text, page.blocks, { start: 300, end: 40_300 }, null, 'article');
    const changed = pageOf(many.map((line, i) => (i % 5 === 0 ? line.replace('paid', 'owed') : line)));
    const [anchor] = findTargets(changed.text, changed.blocks, null, [{ id: 'n', target: long }]);
    expect(anchor?.state).toBe('changed');
    expect(Math.abs(anchor!.span!.start - 300)).toBeLessThan(20);
    expect(Math.abs(anchor!.span!.end - 40_300)).toBeLessThan(20);
    expect(
      find(describeTarget(story.text, story.blocks, { start: 4, end: 5 }, null, 'article'), STORY).span,
    ).toEqual({ start: 4, end: 5 });
  });

  it('is quick on a word that occurs four hundred times', () => {
    const page = pageOf(Array.from({ length: 400 }, (_, i) => `The boat number ${i} left.`));
    const target = describeTarget(page.text, page.blocks, spanOf(page.text, 'boat', 250), null, 'article');
    const [anchor] = findTargets(page.text, page.blocks, null, [{ id: 'n', target }]);
    expect(anchor?.span).toEqual(spanOf(page.text, 'boat', 250));
  });

  it('never throws and always stays inside the text', () => {
    const unit = fc.constantFrom('a', 'b', ' ', '\n', '-', '…', '\u00ad', '😀', '語', '"');
    const text = fc.string({ unit, maxLength: 120 });
    const number = fc.oneof(fc.integer(), fc.double());
    const target = fc.record({
      quote: fc.record({ exact: text, prefix: text, suffix: text }),
      position: fc.record({
        start: number,
        end: number,
        version: fc.constantFrom('v1', 'v2', null),
        base: fc.constant('article' as const),
      }),
      structure: fc.option(fc.record({ path: text, block: number, heading: text, simhash: text })),
      history: fc.constant([]),
    });
    fc.assert(
      fc.property(text, text, fc.array(target, { maxLength: 4 }), (before, now, targets) => {
        const page = pageOf(now.split('\n'));
        const versions = [{ hash: 'v1', ...pageOf(before.split('\n')) }];
        const notes = targets.map((each, i) => ({ id: `${i}`, target: each }));
        const anchors = findTargets(page.text, page.blocks, 'v2', notes, versions);
        expect(anchors.map(({ id }) => id)).toEqual(notes.map(({ id }) => id));
        for (const { state, span, score } of anchors) {
          expect(span === null).toBe(state === 'gone');
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          if (!span) continue;
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(page.text.length);
        }
      }),
      { seed: 20260101, numRuns: 400 },
    );
  });
});

describe('findTargetsInSteps', () => {
  const targets = ['storm', 'premature', 'nine thousand', 'Demolition'].map((words) => ({
    id: words,
    target: noteOn(words),
  }));

  it('gives the same answers as all at once', async () => {
    const page = pageOf(edited('premature', 'hasty'));
    const atOnce = findTargets(page.text, page.blocks, 'v2', targets, kept);
    expect(await findTargetsInSteps(page.text, page.blocks, 'v2', targets, kept)).toEqual(atOnce);
  });

  it('gives the page its turn when time is up', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 10;
      return now;
    });
    const pause = vi.fn(async () => {});
    await findTargetsInSteps(story.text, story.blocks, 'v2', targets, [], pause);
    vi.restoreAllMocks();
    expect(pause.mock.calls.length).toBeGreaterThanOrEqual(1);
  });
});
