import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphEdit } from '../../../lib/anchoring/edit-watch';
import { pageOf } from './sample-page';

const STORY = [
  'The harbour opened again on Thursday after forty-one days.',
  'The pilots of both countries had refused to work in mixed crews.',
];

/** What happened to the paragraph of `passage`, as text: [-taken out-] and {+put in+}. */
function edit(before: readonly string[], now: readonly string[], passage: string, after = passage) {
  const [made, page] = [pageOf(before), pageOf(now)];
  const spanIn = (text: string, words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  const parts = paragraphEdit(made, spanIn(made.text, passage), page, spanIn(page.text, after));
  return parts
    ?.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

describe('the edit of a paragraph', () => {
  it('is shown word by word, also where the passage itself still stands', () => {
    const now = [STORY[0]!.replace('Thursday', 'Friday'), STORY[1]!];
    expect(edit(STORY, now, 'The harbour opened')).toBe(
      'The harbour opened again on [-Thursday-]{+Friday+} after forty-one days.',
    );
  });

  it('is none where only another paragraph was edited, or moved', () => {
    const now = ['Correction: a date was wrong.', STORY[1]!, STORY[0]!.replace('Thursday', 'Friday')];
    expect(edit(STORY, now, 'mixed crews')).toBeUndefined();
  });

  it('is none where only quotation marks, dashes and spaces differ', () => {
    const before = ['“We will sail” – perhaps – said the pilots.'];
    const now = ['"We  will sail" - perhaps - said the pilots.'];
    expect(edit(before, now, 'will sail', 'will sail')).toBeUndefined();
  });

  it('takes in both paragraphs of a passage that crosses from one to the next', () => {
    const now = [STORY[0]!, STORY[1]!.replace('refused', 'agreed')];
    const made = pageOf(STORY);
    const page = pageOf(now);
    const parts = paragraphEdit(made, { start: 40, end: 80 }, page, { start: 40, end: 80 });
    expect(parts?.map(({ text }) => text).join('')).toContain('refused');
    expect(parts?.[0]?.text).toContain('The harbour opened');
  });

  it('shows a paragraph that was written anew as a whole, before and after', () => {
    const words = (salt: string) => Array.from({ length: 400 }, (_, at) => `${salt}${at}`).join(' ');
    const parts = paragraphEdit(pageOf([words('a')]), { start: 0, end: 5 }, pageOf([words('b')]), {
      start: 0,
      end: 5,
    });
    expect(parts?.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it('gives back both states of any paragraph, and never throws', () => {
    const line = fc.string({ maxLength: 60 }).map((text) => text.replace(/[\r\n]/g, ' '));
    const span = { start: 0, end: 1000 };
    fc.assert(
      fc.property(line, line, (old, recent) => {
        const parts = paragraphEdit(pageOf([old]), span, pageOf([recent]), span);
        if (parts === null) return;
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(old);
        expect(without('removed')).toBe(recent);
      }),
      { seed: 20260101, numRuns: 300 },
    );
  });
});
