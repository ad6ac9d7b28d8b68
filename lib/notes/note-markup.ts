/** A piece of a line of a note: plain, bold, italic, code, or a link with its address. */
export type NotePart =
  | { readonly tag: '' | 'b' | 'i' | 'code'; readonly words: string }
  | { readonly tag: 'a'; readonly words: string; readonly address: string };

/** A paragraph, a list (one line each) or a quote. */
export interface NoteBlock {
  readonly tag: 'p' | 'ul' | 'blockquote';
  readonly lines: readonly (readonly NotePart[])[];
}

/**
 * A note's Markdown, taken apart: paragraphs, lists, quotes, bold, italic, code and web links. Everything else stays the
 * text it is. What shows it makes elements of it and never HTML, so nothing in a note can run.
 */
export function noteBlocks(markdown: string): NoteBlock[] {
  return markdown
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((block) => {
      const lines = block.split('\n');
      for (const [tag, sign] of SIGNS) {
        if (lines.every((line) => sign.test(line)))
          return { tag, lines: lines.map((line) => noteParts(line.replace(sign, ''))) };
      }
      return { tag: 'p', lines: lines.map(noteParts) };
    });
}

const SIGNS = [
  ['ul', /^\s*[-*] /],
  ['blockquote', /^> ?/],
] as const;

const INLINE =
  /(\*\*[^*\n]+\*\*|\*[^*\n]+\*|`[^`\n]+`|\[[^\]\n]{1,500}\]\([^)\s]{1,2000}\)|https?:\/\/[^\s<>"')]+)/;

/** A line of a note, taken apart. */
export function noteParts(line: string): NotePart[] {
  return line
    .split(INLINE)
    .map((part, at): NotePart => (at % 2 ? markedPart(part) : { tag: '', words: part }))
    .filter(({ words }) => words !== '');
}

function markedPart(part: string): NotePart {
  if (part.startsWith('**')) return { tag: 'b', words: part.slice(2, -2) };
  if (part.startsWith('*')) return { tag: 'i', words: part.slice(1, -1) };
  if (part.startsWith('`')) return { tag: 'code', words: part.slice(1, -1) };
  const link = /^\[(.*)\]\((.*)\)$/.exec(part);
  const address = webAddress(link?.[2] ?? part);
  return address ? { tag: 'a', words: link?.[1] ?? part, address } : { tag: '', words: part };
}

/** An address that may be a link: http or https alone. `javascript:`, `data:` and `file:` stay text. */
export function webAddress(text: string): string | null {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
