import { describe, expect, it } from 'vitest';
import type { Target } from '../../../lib/model/annotation';
import { attachTo, latestPlace, refuse } from '../../../lib/notes/attach-target';
import { FIELD_LIMITS, validateFields } from '../../../lib/notes/validate-fields';
import { sampleFields } from '../team/sample-annotation';

function targetOn(exact: string, start: number): Target {
  return {
    quote: { exact, prefix: 'before ', suffix: ' after' },
    position: { start, end: start + exact.length, version: 'a'.repeat(64), base: 'article' },
    structure: { path: 'p', block: 1, heading: '', simhash: '00000000' },
    history: [],
  };
}

const at = '2026-03-01T09:00:00.000Z';

describe('attaching a note anew', () => {
  const first = targetOn('the old words', 10);
  const once = attachTo(first, targetOn('the new words', 90), at);

  it('keeps the original selectors and appends the new ones', () => {
    expect(once).toMatchObject({ quote: first.quote, position: first.position, structure: first.structure });
    expect(once.history).toHaveLength(1);
    const twice = attachTo(once, targetOn('the last words', 200), '2026-03-02T09:00:00.000Z');
    expect(twice.history.map(({ quote }) => quote.exact)).toEqual(['the new words', 'the last words']);
    expect(twice.quote.exact).toBe('the old words');
    expect(validateFields({ ...sampleFields(), target: twice })).toEqual([]);
  });

  it('can be done any number of times: the original passage and the last hundred stay', () => {
    let target = first;
    for (let i = 1; i <= 103; i++) target = attachTo(target, targetOn(`words ${i}`, i), at);
    expect(target).toMatchObject({ quote: first.quote, position: first.position });
    expect(target.history.map(({ position }) => position.start)).toEqual(
      Array.from({ length: FIELD_LIMITS.history }, (_, i) => i + 4),
    );
    expect(latestPlace(target).quote.exact).toBe('words 103');
    expect(validateFields({ ...sampleFields(), target })).toEqual([]);
  });

  it('is looked for where it was attached last', () => {
    expect(latestPlace(first)).toBe(first);
    const last = latestPlace(once);
    expect(last.quote.exact).toBe('the new words');
    expect(last.position.start).toBe(90);
    expect(last.structure).toBeNull();
  });
});

describe('refusing a passage for a note', () => {
  const first = targetOn('the old words', 10);
  const refused = refuse(first, targetOn('other words', 50), at);

  it('is added to what the note keeps, which stays valid and where it was', () => {
    expect(refused).toMatchObject(first);
    expect(refused.refused?.map(({ quote }) => quote.exact)).toEqual(['other words']);
    expect(validateFields({ ...sampleFields(), target: refused })).toEqual([]);
    expect(latestPlace(attachTo(refused, targetOn('new words', 90), at)).refused).toEqual(refused.refused);
  });

  it('is forgotten when the reader attaches the note to that very passage', () => {
    expect(attachTo(refused, targetOn('other words', 55), at)).not.toHaveProperty('refused');
  });

  it('is kept of the last fifty passages', () => {
    let target = first;
    for (let i = 0; i < 60; i++) target = refuse(target, targetOn(`words ${i}`, i), at);
    expect(target.refused?.map(({ position }) => position.start).slice(0, 2)).toEqual([10, 11]);
    expect(validateFields({ ...sampleFields(), target })).toEqual([]);
  });
});
