import { describe, expect, it } from 'vitest';
import { eagerFunctions } from '../../../scripts/build/eager-functions';

const SOURCE = `export function* first(a: string): Generator<string> {
  if (a) {
    yield a;
  }
}

function second(): string {
  return 'function third() {';
}
`;

describe('functions that run on every page', () => {
  it('become expressions between parentheses, and do the same', () => {
    const eager = eagerFunctions(SOURCE, ['first', 'second']);
    expect(eager).toContain('export const first = (function*(a: string): Generator<string> {\n  if (a) {');
    expect(eager).toContain("const second = (function(): string {\n  return 'function third() {';\n});");
  });

  it('leave the others as they are', () => {
    expect(eagerFunctions(SOURCE, ['second'])).toContain('export function* first(');
  });

  it('must be there', () => {
    expect(() => eagerFunctions(SOURCE, ['third'])).toThrow('third');
  });
});
