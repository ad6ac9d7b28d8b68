import { describe, expect, it } from 'vitest';
import { describeTarget } from '../../../lib/anchoring/describe-target';
import { findTargets } from '../../../lib/anchoring/find-targets';
import type { Target } from '../../../lib/model/annotation';
import type { Span } from '../../../lib/model/span';
import { attachTo, latestPlace, refuse } from '../../../lib/notes/attach-target';
import { pageOf, type SamplePage, STORY, spanOf } from './sample-page';

const SENTENCE = 'Until then the stalls may stay on the eastern pier.';
const AT = '2026-03-01T09:00:00.000Z';

const made = pageOf(STORY);
const kept = [{ hash: 'v1', ...made }];
const note = describeTarget(made.text, made.blocks, spanOf(made.text, SENTENCE), 'v1', 'article');

/** The sentence is gone from its place and stands at the end of two other paragraphs. */
const TWICE = STORY.map((line) => line.replace(` ${SENTENCE}`, '')).map((line, i) =>
  i < 2 ? `${line} ${SENTENCE}` : line,
);

function find(target: Target, page: SamplePage) {
  return findTargets(page.text, page.blocks, 'v2', [{ id: 'n', target: latestPlace(target) }], kept)[0]!;
}

const at = (page: SamplePage, span: Span) => describeTarget(page.text, page.blocks, span, 'v2', 'article');

describe('a passage that the reader has refused', () => {
  const page = pageOf(TWICE);
  const first = find(note, page);
  const once = refuse(note, at(page, first.span!), AT);

  it('is not proposed again: the other place is asked about, and never painted unasked', () => {
    expect(first.state).toBe('uncertain');
    const next = find(once, page);
    expect(next.state).toBe('uncertain');
    expect(next.span).not.toEqual(first.span);
    expect(page.text.slice(next.span!.start, next.span!.end)).toBe(SENTENCE);
  });

  it('leaves the note without a passage once every place is refused', () => {
    const twice = refuse(once, at(page, find(once, page).span!), AT);
    expect(find(twice, page)).toMatchObject({ state: 'gone', span: null });
  });

  it('stays refused when the page is edited elsewhere, or the passage moves with its paragraph', () => {
    const later = pageOf(['A line on top.', ...[...TWICE].reverse()]);
    const before = later.text.indexOf(SENTENCE);
    const behind = later.text.lastIndexOf(SENTENCE);
    const refused = page.text.slice(first.span!.start - 40, first.span!.start);
    const now = later.text.slice(before - 40, before) === refused ? before : behind;
    expect(find(once, later).span?.start).not.toBe(now);
  });

  it('does not stand in the way of the passage itself when that comes back', () => {
    expect(find(once, made)).toMatchObject({ state: 'exact', span: spanOf(made.text, SENTENCE) });
    const both = pageOf(STORY.map((line, i) => (i === 1 ? `${line} ${SENTENCE}` : line)));
    const anchor = find(once, both);
    expect(anchor.state).toBe('exact');
    expect(anchor.span).toEqual(spanOf(both.text, SENTENCE, 1));
  });

  it('can be chosen all the same, and is found there from then on', () => {
    const chosen = attachTo(once, at(page, first.span!), AT);
    expect(find(chosen, page)).toMatchObject({ state: 'exact', span: first.span });
    const later = pageOf(['A line on top.', ...TWICE]);
    const found = find(chosen, later).span;
    expect(found?.start).toBe(first.span!.start + 'A line on top.\n'.length);
  });

  it('says nothing of the same words elsewhere', () => {
    const other = refuse(note, at(page, spanOf(page.text, 'The council will meet again', 0)), AT);
    expect(find(other, page)).toEqual(first);
  });
});
