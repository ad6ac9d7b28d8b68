import { describe, expect, it } from 'vitest';
import { withRule } from '../../../lib/surfaces/site-rule';

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
