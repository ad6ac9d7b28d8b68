import { describe, expect, it } from 'vitest';
import { withAdder, withRule } from '../../../lib/notes/site-rule';

describe('the rule of a site', () => {
  it('is set beside those of other sites', () => {
    expect(withRule({ 'a.example': 'never' }, 'b.example', 'on-click')).toEqual({
      'a.example': 'never',
      'b.example': 'on-click',
    });
  });

  it('is forgotten where it is the one that holds anyway', () => {
    expect(withRule({ 'a.example': 'never', 'b.example': 'never' }, 'a.example', 'automatic')).toEqual({
      'b.example': 'never',
    });
  });
});

describe('the adder of a site', () => {
  it('is switched off, and on again', () => {
    expect(withAdder(['a.example'], 'b.example', false)).toEqual(['a.example', 'b.example']);
    expect(withAdder(['b.example'], 'b.example', false)).toEqual(['b.example']);
    expect(withAdder(['a.example', 'b.example'], 'a.example', true)).toEqual(['b.example']);
  });
});
