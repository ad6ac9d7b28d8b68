import type { Segment } from '../../lib/model/span';

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '"': '"', '‘': '’', '«': '»' };
const LETTER = /[\p{L}\p{N}]/u;

/** Letters of one segment inside quotation marks that open in it, and all its letters. */
function quotedLetters(text: string): { inside: number; all: number } {
  let inside = 0;
  let all = 0;
  const open: string[] = [];
  [...text].forEach((char, at, chars) => {
    const isApostrophe = char === '’' && LETTER.test(chars[at + 1] ?? '');
    if (char === open.at(-1) && !isApostrophe) open.pop();
    else if (CLOSING[char]) open.push(CLOSING[char]);
    else if (LETTER.test(char)) {
      all += 1;
      if (open.length > 0) inside += 1;
    }
  });
  return { inside, all };
}

/**
 * How a content is given, by its own quotation marks: direct (four fifths of it inside), mixed (some), indirect (none).
 * A quotation that began before the content is somebody else's and does not count.
 */
export function kindOfContent(text: string, segments: readonly Segment[]): 'direct' | 'mixed' | 'indirect' {
  const counts = segments.map(([start, end]) => quotedLetters(text.slice(start, end)));
  const inside = counts.reduce((sum, count) => sum + count.inside, 0);
  const all = counts.reduce((sum, count) => sum + count.all, 0);
  if (inside === 0) return 'indirect';
  return inside >= 0.8 * all ? 'direct' : 'mixed';
}
