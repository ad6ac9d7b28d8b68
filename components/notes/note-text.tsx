import type { ComponentChildren } from 'preact';

/**
 * A note's Markdown as elements: paragraphs, lists, quotes, bold, italic, code and web links. Everything else stays
 * the text it is. Never goes through HTML, so nothing in a note can run.
 */
export function NoteText({ markdown }: { readonly markdown: string }) {
  const blocks = markdown.replace(/\r\n?/g, '\n').split(/\n{2,}/);
  return <div class="note-text">{blocks.map((block, index) => renderBlock(block, index))}</div>;
}

function renderBlock(block: string, key: number): ComponentChildren {
  const lines = block.split('\n');
  if (lines.every((line) => /^\s*[-*] /.test(line))) {
    return (
      <ul key={key}>
        {lines.map((line, index) => (
          <li key={index}>{renderInline(line.replace(/^\s*[-*] /, ''))}</li>
        ))}
      </ul>
    );
  }
  if (lines.every((line) => /^> ?/.test(line))) {
    return <blockquote key={key}>{withBreaks(lines.map((line) => line.replace(/^> ?/, '')))}</blockquote>;
  }
  return <p key={key}>{withBreaks(lines)}</p>;
}

function withBreaks(lines: readonly string[]): ComponentChildren {
  return lines.flatMap((line, index) =>
    index === 0 ? [renderInline(line)] : [<br key={`br${index}`} />, renderInline(line)],
  );
}

const INLINE =
  /(\*\*[^*\n]+\*\*|\*[^*\n]+\*|`[^`\n]+`|\[[^\]\n]{1,500}\]\([^)\s]{1,2000}\)|https?:\/\/[^\s<>"')]+)/;

/** A note's words in a line of a list, itself something to press: marked as in `NoteText`, of a link its words alone. */
export function NoteLine({ markdown }: { readonly markdown: string }) {
  return <>{renderInline(markdown, wordsOf)}</>;
}

function renderInline(line: string, renderLink = asLink): ComponentChildren {
  return line
    .split(INLINE)
    .map((part, index) => (index % 2 === 0 ? part : renderMark(part, index, renderLink)));
}

function renderMark(part: string, key: number, renderLink: typeof asLink): ComponentChildren {
  if (part.startsWith('**')) return <b key={key}>{part.slice(2, -2)}</b>;
  if (part.startsWith('*')) return <i key={key}>{part.slice(1, -1)}</i>;
  if (part.startsWith('`')) return <code key={key}>{part.slice(1, -1)}</code>;
  return renderLink(part, key);
}

const LINK = /^\[(.*)\]\((.*)\)$/;

function wordsOf(part: string): ComponentChildren {
  return LINK.exec(part)?.[1] ?? part;
}

function asLink(part: string, key: number): ComponentChildren {
  const link = LINK.exec(part);
  const address = webAddress(link?.[2] ?? part);
  if (!address) return part;
  return (
    <a key={key} href={address} target="_blank" rel="noopener noreferrer">
      {link?.[1] ?? part}
    </a>
  );
}

/** An address that may be a link: http or https alone. `javascript:`, `data:` and `file:` stay text. */
export function webAddress(text: string): string | null {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}
