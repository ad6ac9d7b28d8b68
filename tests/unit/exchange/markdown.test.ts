import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { exportRows } from '../../../lib/exchange/export-rows';
import type { ExportSet } from '../../../lib/exchange/format';
import { frontMatter } from '../../../lib/exchange/front-matter';
import { markdown } from '../../../lib/exchange/markdown';
import { obsidianTag, plainLine, safeMarkdown } from '../../../lib/exchange/markdown-text';
import { rounds } from '../../support/rounds';
import { annotationPlan, playPlan, words } from './random-set';
import { exportOf, passage, writeNote } from './sample-set';

/** Whatever some reader takes for the end of a line; the document itself may use `\n` alone. */
const OTHER_LINE_ENDS = /[\r\v\f\u0085\u2028\u2029\0]/;

interface Parsed {
  readonly fields: Record<string, unknown>;
  /** Headings and source lines. */
  readonly outside: readonly string[];
  /** Each callout's lines without the `> `. */
  readonly callouts: readonly (readonly string[])[];
}

/** Reads a document as CommonMark does on its outermost level: a quote lasts as long as its lines carry the sign. */
function parse(text: string): Parsed {
  const [, yaml = '', rest = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  const document = parseDocument(yaml);
  expect(document.errors).toEqual([]);
  const [outside, callouts]: [string[], string[][]] = [[], []];
  let isInside = false;
  for (const line of rest.split('\n')) {
    const content = /^>(?: (.*))?$/.exec(line);
    if (content !== null) {
      if (!isInside) callouts.push([]);
      callouts.at(-1)!.push(content[1] ?? '');
    } else if (line !== '') outside.push(line);
    isInside = content !== null;
  }
  return { fields: document.toJS(), outside, callouts };
}

function documentOf(set: ExportSet): string {
  return [...markdown.write(set)].join('');
}

/** A line without what a backslash disarms. */
const disarmed = (line: string) => line.replace(/\\[\s\S]/g, '');

// Ways out of a callout, a fence, a front matter or the text itself; own list.
const ATTACKS = [
  '---\ntitle: "taken over"\n---',
  '\n\n# A heading of its own\n\n',
  '```\nnever closed',
  '~~~ dataviewjs `\napp.vault.delete()\n~~~',
  '```dataviewjs\ndv.pages()\n```',
  '> [!danger] Another callout',
  '\u2028# after a line separator\u2029---\u0085---\v---\f---\r---',
  '<script>alert(1)</script>',
  '\\<script>alert(1)</script>',
  '\\\\<img src=x onerror=alert(1)>',
  '<!-- never closed',
  '<% tp.system.prompt() %>',
  '%% never closed',
  '$$ never closed',
  '![pixel](https://tracker.example/p.gif)',
  '\\![pixel](https://tracker.example/p.gif)',
  '![[Private diary]]',
  '[click](javascript:alert(1))',
  '[click](  javascript:alert(1))',
  '[click](&#106;avascript:alert(1))',
  '[click](\njavascript:alert(1))',
  '[click](obsidian://run)',
  '[x]: javascript:alert(1)',
  '[^1]: a footnote for everybody',
  '`$= dv.pages()` and `= this.file`',
  '</blockquote></div>',
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...ATTACKS), words(2)), { minLength: 1, maxLength: 4 })
  .chain((parts) => fc.constantFrom('', '\n', ' ', '\r').map((glue) => parts.join(glue)));

/** What could run, load, hide or reach into other notes, by name. Lines are those inside of a callout. */
function dangers(line: string): string[] {
  const live = disarmed(line);
  const found: readonly (readonly [string, boolean])[] = [
    ['another line', OTHER_LINE_ENDS.test(line)],
    ['markup', /<[A-Za-z/!?%]/.test(live)],
    ['a picture', /!\[/.test(live)],
    ['a definition', /\]:/.test(live)],
    ['a comment or formula', /%%|\$\$/.test(live)],
    ['a link', /\]\((?!https?:\/\/|mailto:)/i.test(live)],
    // Inside code a backslash disarms nothing.
    ['computed code', /(?<!\\)`\s*\$?=/.test(line)],
    ['a named fence', /^[\s>]*(?:`{3,}[^`]*[^`\s][^`]*|~{3,}.*[^~\s].*)$/.test(line)],
  ];
  return found.filter(([, isThere]) => isThere).map(([name]) => `${name}: ${line}`);
}

describe('a Markdown file', () => {
  it('lets no note out of its callout, whatever it says', async () => {
    const safe = fc.record({
      body: hostile,
      tag: hostile.map((tag) => tag.slice(0, 100)),
      quote: hostile,
      author: hostile,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(safe, { minLength: 1, maxLength: 3 }), async (notes) => {
        const records = await Promise.all(
          notes.map(async ({ body, tag, quote }, n) => {
            const target = await passage(0, 3);
            const place = { ...target, quote: { ...target.quote, exact: quote } };
            return writeNote(n, { body, tags: [tag], codes: [tag], target: place });
          }),
        );
        const set = await exportOf(records);
        const title = notes[0]!.author;
        const article = {
          ...set.articles[0]!,
          title,
          authors: notes.map((note) => note.author),
          siteName: title,
        };
        const { fields, outside, callouts } = parse(
          documentOf({ ...set, articles: [article], generator: title }),
        );
        expect(fields).toMatchObject({
          title,
          authors: article.authors,
          generator: title,
          url: article.urls[0],
        });
        expect(Object.keys(fields).sort()).toEqual(
          ['authors', 'exported', 'generator', 'outlet', 'published', 'tags', 'title', 'url'].filter(
            (key) => key !== 'outlet' || title !== '',
          ),
        );
        expect(outside).toHaveLength(2);
        expect(outside[0]).toMatch(/^# /);
        expect(callouts).toHaveLength(notes.length);
        for (const lines of callouts) {
          expect(lines[0]).toMatch(/^\[!note\] /);
          expect(lines.slice(1).flatMap(dangers)).toEqual([]);
        }
        for (const line of outside) expect(disarmed(line)).not.toMatch(/<(?!https:)[A-Za-z/!?%]|\[|%%|[`*]/);
      }),
      { seed: 20260101, numRuns: 500 },
    );
  });

  it('has one callout for every wording of a random set, under the heading of its article', async () => {
    await fc.assert(
      fc.asyncProperty(annotationPlan, async (plan) => {
        const set = await playPlan(plan);
        const { callouts, outside } = parse(documentOf(set));
        const groups = exportRows(set);
        expect(callouts).toHaveLength(groups.reduce((sum, { rows }) => sum + rows.length, 0));
        expect(outside.filter((line) => line.startsWith('# '))).toHaveLength(groups.length);
        expect(callouts.flatMap((lines) => lines.slice(1).flatMap(dangers))).toEqual([]);
      }),
      { seed: 20260101, numRuns: 200 },
    );
  });

  it('says of an article that only a part of it was offered', async () => {
    const set = await exportOf([await writeNote(1)]);
    const { fields, outside } = parse(
      documentOf({
        ...set,
        articles: set.articles.map((article) => ({ ...article, flags: ['paywall'] as const })),
      }),
    );
    expect(fields['flags']).toEqual(['paywall']);
    expect(outside.join(' ')).toContain('2026-03-01 · paywall ·');
  });

  it('keeps the Markdown people write in notes', () => {
    const note =
      '**Bold**, _soft_ and `code`\n\n- [a link](https://example.org/?a=1)\n- mail (mailto:x)\n\n> quoted\n\n## Heading';
    expect(safeMarkdown(note).join('\n')).toBe(note);
    expect(safeMarkdown('Loss < gain, 5 % [sic] and 10 $')).toEqual(['Loss < gain, 5 % [sic] and 10 $']);
    expect(safeMarkdown('```js\nif (a) b();\n```')).toEqual(['```', 'if (a) b();', '```']);
  });

  it('keeps a quotation readable and free of marks', () => {
    expect(plainLine('It was late! 5 % more, she said - "really"?')).toBe(
      'It was late! 5 % more, she said - "really"?',
    );
    expect(plainLine('# *1* [x] <b> a_b')).toBe('\\# \\*1\\* \\[x\\] \\<b> a\\_b');
    expect(['- a', '+ a', '> a', '1. a', '12) a', '=== a'].map(plainLine)).toEqual([
      '\\- a',
      '\\+ a',
      '\\> a',
      '1\\. a',
      '12\\) a',
      '\\=\\== a',
    ]);
  });

  it('writes tags the way Obsidian takes them', () => {
    expect(['harbour town', ' a/b ', '2026', '#x', '🙂', 'été', 'شهر', '--', '<b>'].map(obsidianTag)).toEqual(
      ['harbour-town', 'a/b', '_2026', 'x', '🙂', 'été', 'شهر', '', 'b'],
    );
  });
});

describe('a front matter', () => {
  it('says to a YAML reader exactly what it was given', () => {
    const text = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 60 }));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), fc.nat(), (title, list, count) => {
        const written = frontMatter({ title, list, count });
        expect(written).not.toMatch(OTHER_LINE_ENDS);
        expect(parse(`${written}\n`).fields).toEqual({ title, list, count });
      }),
      { seed: 20260101, numRuns: rounds(500, 2_000) },
    );
  });
});
