import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../../lib/text/quotes';

const quoted = (text: string): string[] =>
  findQuotes(text).map((quote) => text.slice(quote.start, quote.end));

describe('findQuotes', () => {
  it.each([
    ['curly', 'She said “we will go.” Then she left.', ['“we will go.”']],
    ['straight', 'She said "we will go." "Now," she added.', ['"we will go."', '"Now,"']],
    ['German', 'Er sagte „wir gehen“ und ging.', ['„wir gehen“']],
    ['low and curly mixed', 'Er sagte „wir gehen” und ging.', ['„wir gehen”']],
    ['guillemets', 'Il dit «on y va» et part.', ['«on y va»']],
    ['inverted guillemets', 'Er sagte »wir gehen« und ging.', ['»wir gehen«']],
    ['single, as in Britain', '‘It’s fine,’ said the mayor.', ['‘It’s fine,’']],
    ['doubled single marks', "''It is fine,'' she said.", ["''It is fine,''"]],
    ['corner brackets', '彼は「行こう」と言った。', ['「行こう」']],
  ])('finds %s quotation marks', (_style, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('closes a quotation whose closing mark is an opening one by mistake', () => {
    expect(quoted('She called it “abhorrent“ in a note; he read “the “big” book”.')).toEqual([
      '“abhorrent“',
      '“the “big” book”',
      '“big”',
    ]);
  });

  it('does not take apostrophes, feet and inches for quotations', () => {
    expect(quoted("The mayor's '90s house isn't 5'6\" or 7\" wide; the voters' choice.")).toEqual([]);
  });

  it('counts a quotation inside a quotation as deeper', () => {
    const text = '“He told me ‘never again’ twice,” she said.';
    expect(findQuotes(text).map((quote) => quote.depth)).toEqual([0, 1]);
  });

  it('gives the span inside the marks', () => {
    const text = 'She said “no”.';
    const [quote] = findQuotes(text);
    expect(text.slice(quote!.innerStart, quote!.innerEnd)).toBe('no');
  });

  it('follows a quotation over paragraphs that each begin with a mark', () => {
    const text = '“The first part.\n“The second part.\n“The end,” she said.';
    expect(findQuotes(text).map(({ closed, continues }) => [closed, continues])).toEqual([
      [false, false],
      [false, true],
      [true, true],
    ]);
  });

  it('ends a quotation that is never closed with its paragraph', () => {
    const text = 'She said “we will go.\nNothing was decided.';
    expect(quoted(text)).toEqual(['“we will go.']);
    expect(findQuotes(text)[0]!.closed).toBe(false);
  });

  it('does not swallow the next quotation when a closing mark is lost', () => {
    expect(quoted('“We will go, she said. “Soon,” she added.')).toEqual([
      '“We will go, she said.',
      '“Soon,”',
    ]);
  });

  it('ignores a closing mark that nothing opened', () => {
    expect(quoted('It was over.” The room was empty.')).toEqual([]);
  });

  it('keeps every span inside any text, in order, with the marks around the inside', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '„',
      '"',
      "'",
      '’',
      '‘',
      '«',
      '»',
      '\n',
      ' ',
      'word',
      'A',
      '.',
      ',',
      '😀',
      '5',
      '``',
      "''",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
        ),
        (text) => {
          let before = 0;
          for (const quote of findQuotes(text)) {
            expect(quote.start).toBeGreaterThanOrEqual(before);
            expect(quote.innerStart).toBeGreaterThan(quote.start);
            expect(quote.innerEnd).toBeGreaterThanOrEqual(quote.innerStart);
            expect(quote.end).toBeGreaterThanOrEqual(quote.innerEnd);
            expect(quote.end).toBeLessThanOrEqual(text.length);
            expect(text.slice(quote.start, quote.end)).not.toContain('\n');
            before = quote.start;
          }
        },
      ),
      { seed: 20260101, numRuns: 500 },
    );
  });

  it('stays fast on a text of nothing but marks', () => {
    const start = performance.now();
    findQuotes('“"‘ '.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
