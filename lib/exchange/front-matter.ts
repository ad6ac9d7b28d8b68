/** A value of a front matter: text, a number, or a list of texts. */
export type FrontMatterValue = string | number | readonly string[];

// Printable in YAML and no line end for any reader; everything else is written as an escape.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF\uFFFE\uFFFF]/gu;

/** A YAML front matter with its two fences. Texts are double-quoted scalars, so no text can end it or add a key. */
export function frontMatter(fields: Readonly<Record<string, FrontMatterValue>>): string {
  const lines = Object.entries(fields).map(([key, value]) => {
    if (typeof value === 'number') return `${key}: ${value}`;
    if (typeof value === 'string') return `${key}: ${quoted(value)}`;
    return value.length === 0
      ? `${key}: []`
      : `${key}:\n${value.map((item) => `  - ${quoted(item)}`).join('\n')}`;
  });
  return `---\n${lines.join('\n')}\n---\n`;
}

function quoted(text: string): string {
  const escaped = text
    .replace(/["\\]/g, '\\$&')
    .replace(UNPRINTABLE, (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  return `"${escaped}"`;
}
