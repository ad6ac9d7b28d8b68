import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { elementPath, placeBlocks } from '../../../lib/anchoring/block-path';

const page = (html: string) => new JSDOM(`<body>${html}</body>`).window.document;

describe('elementPath', () => {
  it('names the elements from the block up to the body', () => {
    const document = page('<main><article><p>x</p></article></main>');
    expect(elementPath(document.querySelector('p')!)).toBe('p<article<main');
  });

  it('stays short on deep pages', () => {
    const document = page(`${'<div>'.repeat(30)}<p>x</p>`);
    expect(elementPath(document.querySelector('p')!)).toBe('p<div<div<div<div');
  });

  it('is not led astray by form fields named like properties', () => {
    const document = page('<form><input name="parentNode"><input name="nodeName"><p>x</p></form>');
    expect(elementPath(document.querySelector('p')!)).toContain('p<');
    expect(elementPath(document.querySelector('p')!)).not.toContain('input');
  });
});

describe('placeBlocks', () => {
  it('gives each block the path of its paragraph, not of the link it begins with', () => {
    const document = page('<article><p><a href="#"><b>First</b></a> words</p></article>');
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('b')!.firstChild!);
    const [block] = placeBlocks({ toRanges: () => [range] }, [{ kind: 'paragraph', start: 0, end: 11 }]);
    expect(block?.path).toBe('p<article');
  });

  it('leaves a block alone whose nodes are gone', () => {
    const block = { kind: 'paragraph', start: 0, end: 5 } as const;
    expect(placeBlocks({ toRanges: () => [] }, [block])).toEqual([block]);
  });
});
