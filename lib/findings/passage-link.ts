const WHOLE = 80;
const WORDS_AT_ENDS = 5;

/**
 * The address of a page at a passage: a text fragment, which the browser itself looks for and which the page is not told.
 * Null for an address that is no web page. `passage` is the text as the article has it.
 */
export function passageLink(url: string, passage: string): string | null {
  const base = webPage(url);
  if (base === null) return null;
  const text = directive(passage);
  if (text === '') return base;
  const plain = base.split(':~:')[0]!;
  return `${plain}${plain.includes('#') ? '' : '#'}:~:text=${text}`;
}

function webPage(url: string): string | null {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}

// A long passage, or one that is interrupted, is named by its two ends.
function directive(passage: string): string {
  const parts = passage
    .split(/\s+…\s+|\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length <= 1 && first.length <= WHOLE) return escaped(first);
  const start = first.split(/\s+/).slice(0, WORDS_AT_ENDS).join(' ');
  const end = last.split(/\s+/).slice(-WORDS_AT_ENDS).join(' ');
  return start === end ? escaped(start) : `${escaped(start)},${escaped(end)}`;
}

// Hyphens and commas have a meaning of their own there. Half a character, as a cut may leave it, cannot be written.
function escaped(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '')).replace(/-/g, '%2D');
}
