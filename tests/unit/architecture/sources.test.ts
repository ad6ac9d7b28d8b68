import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { browserGlobals, functionLengths, sourcesIn } from '../../support/sources';

const SHIPPED = ['lib', 'components', 'entrypoints'];
const LONGEST_FILE = 400;
const LONGEST_FUNCTION = 80;

// Word lists are data: their length says nothing about how hard they are to read.
const isData = (path: string) => /\/(lexicon|data)\//.test(path);

describe('the sources', () => {
  const shipped = sourcesIn(...SHIPPED);
  const all = [...shipped, ...sourcesIn('scripts', 'tests')];

  it('has no file longer than 400 lines', () => {
    const long = all.filter(({ path, text }) => !isData(path) && text.split('\n').length - 1 > LONGEST_FILE);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('has no function longer than 80 lines', () => {
    // A suite's callback is a list of tests, not a function to be understood as one: tests are left out.
    const judged = [...shipped, ...sourcesIn('scripts', 'tests/support')];
    const long = judged.flatMap(functionLengths).filter(({ lines }) => lines > LONGEST_FUNCTION);
    expect(long).toEqual([]);
  });

  it('uses the global browser objects in lib/platform alone', () => {
    const users = shipped.filter(({ path }) => !path.startsWith('lib/platform/'));
    expect(users.flatMap((source) => browserGlobals(source).map((use) => `${source.path}: ${use}`))).toEqual(
      [],
    );
  });

  it('never makes code or markup out of strings', () => {
    const risky =
      /\beval\(|new Function\(|\.(inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|setHTMLUnsafe/;
    expect(shipped.filter(({ text }) => risky.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('has no drawer for odds and ends, and no barrel', () => {
    const names = all.map(({ path }) => path);
    expect(names.filter((path) => /(^|\/)(utils?|helpers?|misc|common)(\/|\.tsx?$)/.test(path))).toEqual([]);
    expect(names.filter((path) => /^(lib|components)\/.*\/index\.tsx?$/.test(path))).toEqual([]);
  });

  it('names every folder of lib in ARCHITECTURE.md', () => {
    const plan = readFileSync('ARCHITECTURE.md', 'utf8');
    const folders = readdirSync('lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !plan.includes(`lib/${name}/`))).toEqual([]);
  });
});

describe('the looks at a source', () => {
  const source = (text: string) => ({ path: 'lib/planted.ts', text });

  it('see a global browser object, but not an imported or quoted one', () => {
    expect(browserGlobals(source('export const id = chrome.runtime.id;'))).toEqual(['chrome.runtime']);
    expect(browserGlobals(source('globalThis.browser?.tabs'))).toEqual(['globalThis.browser']);
    expect(browserGlobals(source("import browser from 'p'; browser.tabs; 'chrome.tabs'; x.chrome"))).toEqual(
      [],
    );
  });

  it('measure a function from its first to its last line', () => {
    expect(functionLengths(source('const a = 1;\nfunction f() {\n  return 2;\n}'))).toEqual([
      { name: 'lib/planted.ts:2', lines: 3 },
    ]);
  });
});
