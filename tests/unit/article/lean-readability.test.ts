import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { leanReadability } from '../../../scripts/build/lean-readability';

const MODULE = '@mozilla/readability/Readability.js';
const source = readFileSync(`node_modules/${MODULE}`, 'utf8');
const SAMPLES = ['harbour-talks.html', 'river-compact.html'];

/** The text that the region finder takes, word for word, with Readability whole or as it is built into the extension. */
async function textsBy(code: string): Promise<string[]> {
  const made: { exports: unknown } = { exports: null };
  new Function('module', code)(made);
  vi.resetModules();
  vi.doMock(MODULE, () => ({ default: made.exports }));
  const { readableRegion } = await import('../../../lib/article/readable-region');
  return SAMPLES.map((name) => {
    const { document } = new JSDOM(readFileSync(`assets/samples/${name}`, 'utf8')).window;
    return [...readableRegion(document).live].map(({ data }) => data).join('|');
  });
}

describe('Readability as it is built in', () => {
  afterEach(() => vi.doUnmock(MODULE));

  it('is a good deal smaller and finds the very same text', async () => {
    const lean = leanReadability(source);
    expect(lean.length).toBeLessThan(0.9 * source.length);
    const [whole, built] = [await textsBy(source), await textsBy(lean)];
    for (const text of whole) expect(text.length).toBeGreaterThan(1000);
    expect(built).toEqual(whole);
  });

  it('is not built where another version calls what would be left out', () => {
    const changed = source.replace('  _unwrapNoscriptImages(doc) {', '$&\n this._cleanClasses(doc);');
    expect(() => leanReadability(changed)).toThrow('_cleanClasses');
    expect(() => leanReadability(source.replace('  _getJSONLD(doc) {', '  _jsonLd(doc) {'))).toThrow(
      '_getJSONLD',
    );
  });
});
