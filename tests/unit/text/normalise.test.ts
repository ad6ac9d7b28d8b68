import { describe, expect, it } from 'vitest';
import { foldWord, plainWord } from '../../../lib/text/normalise';

describe('words as keys', () => {
  it('lose what a reader does not see', () => {
    expect(plainWord('Va\u00adr\u200bro')).toBe('Varro');
  });

  it('have one kind of apostrophe', () => {
    expect(plainWord('O’Dell')).toBe("O'Dell");
  });

  it('fold case and accents', () => {
    expect(foldWord('Émile’s')).toBe("emile's");
    expect(foldWord('ŁÓDŹ')).toBe('łodz');
  });

  it('stay empty when empty', () => {
    expect([plainWord(''), foldWord('\u200b')]).toEqual(['', '']);
  });
});
