import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyseLine } from '../../scripts/analyse/analyse-line';
import { readOptions } from '../../scripts/analyse/options';

const RULES = { actors: null, claims: null };
const ALL = { only: null, all: false, format: null, help: false } as const;
const root = fileURLToPath(new URL('../..', import.meta.url));

function run(input: string, ...args: string[]) {
  const { stdout, stderr, status } = spawnSync('node_modules/.bin/tsx', ['scripts/analyse.ts', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  // An export is one JSON text over several lines, everything else one object a line.
  const lines = args.some((arg) => arg.startsWith('--format='))
    ? [stdout]
    : stdout.split('\n').filter(Boolean);
  return { objects: lines.map((line) => JSON.parse(line)), stderr, status };
}

const PAGE = `<!doctype html><html lang="en"><head><title>Port to close - The Daily Harbour</title>
<meta property="og:type" content="article"></head><body><nav><a href="/">Home</a></nav><article><h1>Port to close</h1>
${[
  '“The port will close,” Mira Tovan said on Monday, after a long day of talks with the union and the town.',
  'The talks had begun in May, and few in the town believed that they would end well for the harbour.',
  'According to the Harbour Union, wages fell by half in ten years, and nobody came to ask about it.',
]
  .map((text) => `<p>${text.repeat(3)}</p>`)
  .join('')}</article></body></html>`;

describe('analyseLine', () => {
  it('answers a text with the whole contract, the text unchanged', () => {
    const text = '“The port will close,” Mira Tovan said.\n\nIt rained.';
    const { output, failed } = analyseLine(JSON.stringify({ id: 7, text }), RULES, ALL);
    expect(failed).toBe(false);
    expect(output).toMatchObject({
      id: 7,
      article: {
        verdict: 'article',
        title: null,
        authors: [],
        siteName: null,
        publishedTime: null,
        lang: null,
        canonicalUrl: null,
        text,
      },
      claims: [{ id: 'c1', kind: 'direct', start: 0, end: 22 }],
      ms: { article: expect.any(Number), actors: expect.any(Number), claims: expect.any(Number) },
    });
  });

  it('reads the article of a page, and its claims with offsets into the article’s text', () => {
    const { output, failed } = analyseLine(
      JSON.stringify({ id: 'p', html: PAGE, url: 'https://harbour.example/2020/05/port-to-close' }),
      RULES,
      ALL,
    );
    expect(failed).toBe(false);
    const { article, claims } = output as {
      article: { text: string; title: string };
      claims: { source: { start: number; end: number } | null }[];
    };
    expect(article.title).toBe('Port to close');
    expect(article.text).not.toContain('Home');
    const sources = claims.map(({ source }) => source && article.text.slice(source.start, source.end));
    expect(sources).toContain('Mira Tovan');
  });

  it('fills the text of a page that is no article', () => {
    const { output } = analyseLine(
      JSON.stringify({ id: 1, html: '<p>Only a line.</p>', url: 'https://a.example/' }),
      RULES,
      ALL,
    );
    expect(output).toMatchObject({ article: { text: 'Only a line.' } });
  });

  it.each([
    ['article', ['id', 'article', 'ms']],
    ['actors', ['id', 'actors', 'ms']],
    ['claims', ['id', 'claims', 'ms']],
  ] as const)('prints only the %s when asked', (only, keys) => {
    const { output } = analyseLine('{"id":1,"text":"It rained."}', RULES, { ...ALL, only });
    expect(Object.keys(output)).toEqual(keys);
  });

  it('prints every sentence as a claim with --all', () => {
    const { output } = analyseLine('{"id":1,"text":"It rained. It stopped."}', RULES, {
      ...ALL,
      all: true,
      only: 'claims',
    });
    expect((output as { claims: unknown[] }).claims).toHaveLength(2);
  });

  it.each([
    ['no JSON', '{', null],
    ['no object', '[1]', null],
    ['nothing to read', '{"id":"x"}', 'x'],
    ['a number as text', '{"id":"x","text":5}', 'x'],
    ['an address that is none', '{"id":"x","html":"<p>a</p>","url":"not an address"}', 'x'],
  ])('answers a line with %s by an error and its id', (_what, line, id) => {
    const { output, failed } = analyseLine(line, RULES, ALL);
    expect(failed).toBe(true);
    expect(output).toEqual({ id, error: expect.any(String) });
  });
});

describe('readOptions', () => {
  it('reads --only with a space or an equals sign, and --all', () => {
    expect(readOptions(['--only', 'claims', '--all'])).toEqual({
      only: 'claims',
      all: true,
      format: null,
      help: false,
    });
    expect(readOptions(['--only=actors'])).toMatchObject({ only: 'actors' });
  });

  it.each([[['--only', 'cats']], [['--only']], [['--format', 'nonsense']], [['--what']]])(
    'refuses %j with a message',
    (args) => {
      expect(() => readOptions(args)).toThrow(/--only takes|format|unknown option/);
    },
  );
});

describe('npm run analyse', () => {
  it('answers line by line in order, goes on after a bad line, and ends with code 1', () => {
    const { objects, status } = run('{"id":1,"text":"It rained."}\nbad\n\n{"id":3,"text":"It stopped."}\n');
    expect(objects.map((object) => [object.id, 'error' in object])).toEqual([
      [1, false],
      [null, true],
      [3, false],
    ]);
    expect(status).toBe(1);
  });

  it('ends with code 0 when every line went well', () => {
    expect(run('{"id":1,"text":"It rained."}').status).toBe(0);
  });

  it('names the formats that exist when asked for another one, and prints nothing', () => {
    const { objects, stderr, status } = run('{"id":1,"text":"It rained."}', '--format', 'nonsense');
    expect(objects).toEqual([]);
    expect(stderr).toMatch(/nonsense.*json-ld, csv, markdown/);
    expect(status).toBe(2);
  });

  it('writes the attributed claims as an export file where a format is named', () => {
    const input = '{"id":1,"text":"“The port will close,” Mira Tovan said on Monday."}';
    const { objects, status } = run(input, '--format=jsonld', '--only=actors');
    expect(status).toBe(0);
    const file = JSON.stringify(objects);
    expect(file).toContain('AnnotationCollection');
    expect(file).toContain('Mira Tovan · said');
  });
});
