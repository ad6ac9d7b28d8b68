import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { nodes, parse, sourcesIn } from '../../support/sources';

const LOCALES = 'assets/public/_locales';
const keysOf = (locale: string): readonly string[] =>
  Object.keys(JSON.parse(readFileSync(`${LOCALES}/${locale}/messages.json`, 'utf8')));

interface Uses {
  /** Keys given to `word(…)` as they stand. */
  readonly asked: ReadonlySet<string>;
  /** Every other string, since a key may travel through a table before it is asked for. */
  readonly strings: ReadonlySet<string>;
  /** Keys put together, `failure_${code}`, as patterns. */
  readonly patterns: readonly RegExp[];
}

/** The key that code asks for: a counted sentence is asked for without its plural form. */
const askedAs = (key: string) => key.replace(/(_count)_(?:zero|one|two|few|many|other)$/, '$1');

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function keyUses(): Uses {
  const asked = new Set<string>();
  const strings = new Set<string>();
  const patterns: RegExp[] = [];
  for (const source of sourcesIn('lib', 'components', 'entrypoints')) {
    for (const node of nodes(parse(source))) {
      if (ts.isStringLiteralLike(node)) strings.add(node.text);
      if (ts.isTemplateExpression(node)) {
        const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
        if (/^\w/.test(parts[0]!)) patterns.push(new RegExp(`^${parts.map(literal).join('\\w+')}$`));
      }
      if (!ts.isCallExpression(node) || !/(^|\.)words?$/.test(node.expression.getText())) continue;
      const [key] = node.arguments;
      if (key && ts.isStringLiteralLike(key)) asked.add(key.text);
    }
  }
  for (const [, key] of readFileSync('wxt.config.ts', 'utf8').matchAll(/__MSG_(\w+)__/g)) asked.add(key!);
  return { asked, strings, patterns };
}

describe('the strings', () => {
  const { asked, strings, patterns } = keyUses();
  const english = keysOf('en');
  const askable = new Set(english.map(askedAs));

  it('has every sentence that is asked for', () => {
    // Keys with @@ are the browser's own.
    const missing = [...asked].filter((key) => !key.startsWith('@@') && !askable.has(key));
    expect(asked.size).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });

  it('uses every sentence that it has', () => {
    const isUsed = (key: string) =>
      asked.has(key) || strings.has(key) || patterns.some((pattern) => pattern.test(key));
    expect([...askable].filter((key) => !isUsed(key))).toEqual([]);
  });
});
