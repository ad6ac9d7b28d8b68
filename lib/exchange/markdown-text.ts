// What starts a new line for some reader of Markdown or YAML.
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
// What begins a mark anywhere in a line, Obsidian's own (`#tag`, `==`, `%%`, `^id`, `$math$`) included.
const MARKS = /[\\`*_[\]<#~$^]|%(?=%)|=(?==)|&(?=#?\w+;)/g;
// Links may lead to the web and to mail; everything else stays text.
const ALLOWED_LINK = /^(?:https?:\/\/|mailto:)/i;

/** The lines of a text, whatever its author's system took for a line end; NUL becomes U+FFFD. */
export function linesOf(text: string): string[] {
  return text.replaceAll('\0', '\uFFFD').split(LINE_ENDS);
}

/** A text from a page or a name as plain words on one line: nothing in it is a mark, a link, a tag or markup. */
export function plainLine(text: string): string {
  const line = linesOf(text).join(' ').trim().replace(MARKS, '\\$&');
  // What counts only at the start of a line: lists, rules, underlines of headings, quotes, numbering.
  return line.replace(/^[-+=>]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/**
 * The lines of a note's Markdown, harmless for whoever opens the file: no markup, no pictures or embedded notes
 * (opening the file would load them), no links but to the web and to mail, no definitions (they would reach into
 * other notes), no code that a plug-in runs. Emphasis, lists, quotes, headings, code and links stay.
 */
export function safeMarkdown(text: string): string[] {
  return linesOf(text).map(safeLine);
}

function safeLine(line: string): string {
  const named = line
    // A code fence may name a language that a plug-in runs; the name goes, the code stays.
    .replace(/^([\s>*+\-\d.)]*)(`{3,})[^`]*$/, '$1$2')
    .replace(/^([\s>*+\-\d.)]*)(~{3,}).*$/, '$1$2')
    // Inline code that a plug-in would compute.
    .replace(/(`+)(\s*)(\$?=)/g, '$1$2\\$3');
  // Markup; pictures and embedded notes; what hides or swallows everything up to the next such sign.
  return escapeMarks(named, /(\\*)(<(?=[A-Za-z/!?%])|!(?=\[)|%(?=%)|\$(?=\$))/g)
    .replace(/\](?=:)/g, ']\\')
    .replace(/\]\(/g, (whole, at: number, all: string) =>
      ALLOWED_LINK.test(all.slice(at + 2, at + 12)) ? whole : ']\\(',
    );
}

/** Escapes what is not escaped already: one more backslash would bring it back to life. */
function escapeMarks(line: string, marks: RegExp): string {
  return line.replace(marks, (whole, slashes: string, mark: string) =>
    slashes.length % 2 === 0 ? `${slashes}\\${mark}` : whole,
  );
}

/** A tag as Obsidian takes it: letters, digits, `_`, `-` and `/`, not digits alone. Empty when nothing is left. */
export function obsidianTag(tag: string): string {
  const name = tag
    .replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Join_Control}\p{Variation_Selector}_/-]+/gu, '-')
    .replace(/^[-/]+|[-/]+$/g, '');
  return /^[\p{N}/]+$/u.test(name) ? `_${name}` : name;
}
