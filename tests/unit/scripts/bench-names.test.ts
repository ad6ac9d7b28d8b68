import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

/** Every `npm run bench -- NAME` that the project's own texts speak of. */
function namesInTexts(): string[] {
  const texts = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...filesIn('docs', '.md'),
  ];
  const files = [...texts, ...filesIn('assets/models', '.md'), ...filesIn('scripts/bench', '.ts')];
  const names = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/npm run bench -- ([a-z][a-z-]*)/g),
  ]);
  return [...new Set(names.map((match) => match[1]!))];
}

describe('the benches', () => {
  it('that texts speak of can all be run by their names', () => {
    const list = readFileSync('scripts/bench.ts', 'utf8');
    const names = namesInTexts();
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) {
      expect(list, name).toMatch(new RegExp(`^  '?${name}'?:`, 'm'));
      expect(existsSync(`scripts/bench/${name}.ts`), name).toBe(true);
    }
  });
});
