import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageLink } from '../../../lib/findings/passage-link';

const URL_OF = 'https://news.example/story';

describe('the link to a passage', () => {
  it('names a short passage whole, with signs that would mean something else written out', () => {
    expect(passageLink(URL_OF, 'a well-known, old bridge')).toBe(
      `${URL_OF}#:~:text=a%20well%2Dknown%2C%20old%20bridge`,
    );
  });

  it('names a long or interrupted passage by its two ends', () => {
    const long = Array.from({ length: 40 }, (_, n) => `word${n}`).join(' ');
    expect(passageLink(URL_OF, long)).toBe(
      `${URL_OF}#:~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39`,
    );
    expect(passageLink(URL_OF, 'it opens … in the morning of Monday')).toBe(
      `${URL_OF}#:~:text=it%20opens,in%20the%20morning%20of%20Monday`,
    );
  });

  it('keeps a fragment that is part of the address', () => {
    expect(passageLink(`${URL_OF}#/route`, 'x y')).toBe(`${URL_OF}#/route:~:text=x%20y`);
    expect(passageLink(`${URL_OF}#:~:text=old`, 'x')).toBe(`${URL_OF}#:~:text=x`);
  });

  it('is none for an address that is no web page', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'no address', ''])
      expect(passageLink(url, 'x')).toBeNull();
  });

  it('is an address for any passage', () => {
    // Halves of characters among them.
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (passage) => {
        const link = passageLink(URL_OF, passage);
        expect(link && URL.canParse(link)).toBe(true);
      }),
    );
  });
});
