import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** One planted violation: where it stands, what it says, and the rule that has to name it. */
const PLANTED: readonly (readonly [path: string, text: string, rule: string])[] = [
  ['lib/model/a.ts', "import '../text/clean';", 'direction-model'],
  ['lib/privacy/a.ts', "import '../text/clean';", 'direction-privacy'],
  ['lib/keys/a.ts', "import '../text/clean';", 'direction-keys'],
  ['lib/text/a.ts', "import '../claims/clean';", 'direction-text'],
  ['lib/tagging/a.ts', "import '../actors/clean';", 'direction-tagging'],
  ['lib/actors/a.ts', "import '../claims/clean';", 'direction-actors'],
  ['lib/claims/a.ts', "import '../analysis/clean';", 'direction-claims'],
  ['lib/analysis/a.ts', "import '../article/clean';", 'direction-analysis'],
  ['lib/findings/a.ts', "import '../team/clean';", 'direction-findings'],
  ['lib/notes/a.ts', "import '../exchange/clean';", 'direction-notes'],
  ['lib/exchange/a.ts', "import '../store/clean';", 'direction-exchange'],
  ['lib/charts/a.ts', "import '../claims/clean';", 'direction-charts'],
  ['lib/team/a.ts', "import '../exchange/clean';", 'direction-team'],
  ['lib/frames/a.ts', "import '../article/clean';", 'direction-frames'],
  ['lib/article/a.ts', "import '../marks/clean';", 'direction-article'],
  ['lib/anchoring/a.ts', "import '../store/clean';", 'direction-anchoring'],
  ['lib/marks/a.ts', "import '../messaging/clean';", 'direction-marks'],
  ['lib/store/a.ts', "import '../platform/clean';", 'direction-store'],
  ['lib/messaging/a.ts', "import '../store/clean';", 'direction-messaging'],
  ['lib/platform/a.ts', "import '../store/clean';", 'direction-platform'],
  ['lib/page/a.ts', "import '../store/clean';", 'direction-page'],
  ['lib/service/a.ts', "import '../page/clean';", 'direction-service'],
  ['lib/surfaces/a.ts', "import '../service/clean';", 'direction-surfaces'],
  ['lib/text/b.ts', "import './c';", 'no-cycle'],
  ['entrypoints/a.ts', "import '../lib/attic/clean';", 'known-folder'],
  ['lib/notes/b.ts', "import '../../components/clean';", 'lib-knows-no-interface'],
  ['lib/notes/c.ts', "import 'preact';", 'lib-knows-no-interface'],
  ['components/a.ts', "import '../lib/store/clean';", 'components-know-no-machinery'],
  ['components/b.ts', "import '../entrypoints/clean';", 'components-know-no-entrypoint'],
  ['entrypoints/b.ts', "import 'webextension-polyfill';", 'only-platform-touches-the-browser'],
  ['lib/service/b.ts', "import 'dexie';", 'only-store-touches-dexie'],
  ['lib/text/d.ts', "import 'node:fs';", 'no-node-in-the-extension'],
  ['lib/text/e.ts', "import '../../tests/clean';", 'shipped-code-stands-alone'],
  ['lib/text/f.ts', "import 'jsdom';", 'no-development-package'],
  ['lib/text/g.ts', "import './not-there';", 'resolvable'],
];

/** Imports that are allowed: a guard that forbids everything would be of no use either. */
const ALLOWED: readonly (readonly [path: string, text: string])[] = [
  // The other half of the cycle, which is reported once.
  ['lib/text/c.ts', "import './b';"],
  ['components/types.ts', "import type { N } from '../lib/store/clean'; export type M = N;"],
  ['lib/claims/good.ts', "import '../actors/clean'; import '../model/clean';"],
  ['lib/platform/good.ts', "import 'webextension-polyfill'; import '../messaging/clean';"],
  ['lib/store/good.ts', "import 'dexie'; import '../team/clean';"],
];

const FOLDERS = PLANTED.map(([path]) => dirname(path));
const BIN = resolve('node_modules/.bin');

function plant(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${text}\n`);
}

/** An empty house with the project's own rules. */
function houseWith(files: readonly (readonly [path: string, text: string, ...rest: string[]])[]): string {
  const house = mkdtempSync(join(tmpdir(), 'pressmark-guards-'));
  for (const name of [
    'package.json',
    'tsconfig.json',
    'tsconfig.pure.json',
    '.dependency-cruiser.cjs',
    'lib/pure-globals.d.ts',
  ])
    cpSync(name, join(house, name));
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'), 'junction');
  for (const folder of new Set([...FOLDERS, 'lib/attic', 'tests']))
    plant(house, `${folder}/clean.ts`, 'export type N = number;');
  for (const [path, text] of files) plant(house, path, text);
  return house;
}

describe('the dependency rules', () => {
  let house = '';
  let found: readonly (readonly [path: string, rule: string])[] = [];

  beforeAll(() => {
    house = houseWith([...PLANTED, ...ALLOWED]);
    const run = spawnSync(
      join(BIN, 'depcruise'),
      ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'entrypoints', 'components', 'lib'],
      { cwd: house, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    const { summary }: { summary: { violations: { from: string; rule: { name: string } }[] } } = JSON.parse(
      run.stdout,
    );
    found = summary.violations.map(({ from, rule }) => [from, rule.name]);
  }, 60_000);

  afterAll(() => rmSync(house, { recursive: true, force: true }));

  it.each(PLANTED)('bite %s: %s', (path, _text, rule) => {
    expect(found.filter(([from]) => from === path).map(([, name]) => name)).toContain(rule);
  });

  it('have no rule without a planted violation', async () => {
    // @ts-expect-error the configuration is plain JavaScript without types
    const { default: config } = await import('../../../.dependency-cruiser.cjs');
    const rules = config.forbidden.map(({ name }: { name: string }) => name);
    expect(new Set(PLANTED.map(([, , rule]) => rule))).toEqual(new Set(rules));
  });

  it('leave allowed imports alone', () => {
    const planted = new Set(PLANTED.map(([path]) => path));
    expect(found.filter(([from]) => !planted.has(from))).toEqual([]);
  });
});

describe('the types of the pure folders', () => {
  const PURE = [
    'model',
    'text',
    'tagging',
    'actors',
    'claims',
    'analysis',
    'notes',
    'exchange',
    'team',
    'charts',
  ];

  function errorsOf(files: readonly (readonly [string, string])[]): readonly string[] {
    const house = houseWith(files);
    const run = spawnSync(join(BIN, 'tsc'), ['-p', 'tsconfig.pure.json'], { cwd: house, encoding: 'utf8' });
    rmSync(house, { recursive: true, force: true });
    return run.stdout.split('\n').filter((line) => line.includes('error TS'));
  }

  it('bite on the DOM, the browser and Node in each of them', { timeout: 60_000 }, () => {
    const uses = ['document.title', 'window.name', 'process.argv', 'chrome.runtime', 'localStorage.length'];
    const text = `${uses.map((use) => `void ${use};`).join('\n')}\nexport {};`;
    const errors = errorsOf(PURE.map((folder) => [`lib/${folder}/planted.ts`, text] as const));
    for (const folder of PURE)
      expect(
        errors.filter((line) => line.startsWith(`lib/${folder}/planted.ts`)),
        folder,
      ).toHaveLength(uses.length);
  });

  it('let the few shared globals through', { timeout: 60_000 }, () => {
    const text =
      "export const bytes = new TextEncoder().encode('a'); export const url = new URL('https://example.org').href;";
    expect(errorsOf([['lib/text/planted.ts', text]])).toEqual([]);
  });
});
