import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../../lib/claims/attribution';
import { type Frame, frameText, type Run } from '../../../lib/claims/frame';
import { mend } from '../../../lib/claims/mend';
import { isTitleQuote, orphanQuotes } from '../../../lib/claims/orphan-quotes';
import { blocksOf } from '../../../lib/text/blocks';

const frameOf = (text: string): Frame => frameText(text, blocksOf(text));

/** The tokens of a piece of the frame's text. */
function run(frame: Frame, piece: string): Run {
  const start = frame.text.indexOf(piece);
  const inside = frame.tokens
    .map((token, index) => ({ token, index }))
    .filter(({ token }) => token.start >= start && token.end <= start + piece.length);
  return { first: inside[0]!.index, last: inside.at(-1)!.index + 1 };
}

function attribution(frame: Frame, source: string | null, cue: string | null, content: string): Attribution {
  return {
    source: source ? run(frame, source) : null,
    cue: cue ? run(frame, cue) : null,
    content: [run(frame, content)],
    score: 0.9,
    why: [],
  };
}

function contentAfter(frame: Frame, found: Attribution): string[] {
  const named = new Uint8Array(frame.tokens.length);
  return mend(frame, [found], named).flatMap(({ content }) =>
    content.map(({ first, last }) =>
      frame.text.slice(frame.tokens[first]!.start, frame.tokens[last - 1]!.end),
    ),
  );
}

describe('mend', () => {
  it('moves the content to the marks of its quotation', () => {
    const frame = frameOf('Tovan said: “The port will close.”');
    expect(contentAfter(frame, attribution(frame, 'Tovan', 'said', 'The port will close'))).toEqual([
      '“The port will close.”',
    ]);
  });

  it('leaves the full stop of a clause outside', () => {
    const frame = frameOf('Tovan said the port will close.');
    expect(contentAfter(frame, attribution(frame, 'Tovan', 'said', 'the port will close.'))).toEqual([
      'the port will close',
    ]);
  });

  it('leaves out what a thing without a voice indicates', () => {
    const frame = frameOf('The modest turnout of the guests indicates that interest is low.');
    expect(
      contentAfter(
        frame,
        attribution(frame, 'The modest turnout of the guests', 'indicates', 'that interest is low'),
      ),
    ).toEqual([]);
  });

  it('keeps what a report or a group indicates', () => {
    const frame = frameOf('Media reports indicate that interest is low.');
    expect(
      contentAfter(frame, attribution(frame, 'Media reports', 'indicate', 'that interest is low')),
    ).toHaveLength(1);
  });

  it('takes the subject of a passive for what is said, not for who says it', () => {
    const sources = (frame: Frame, found: Attribution) =>
      mend(frame, [found], new Uint8Array(frame.tokens.length)).map(({ source }) => source);
    const expected = frameOf('Tovan is expected to resign in May.');
    const found = attribution(expected, 'Tovan', 'is expected', 'to resign in May');
    expect(sources(expected, found)).toEqual([null]);
    expect(contentAfter(expected, found)).toEqual(['Tovan', 'to resign in May']);
    const asked = frameOf('Tovan was asked who had paid.');
    const question = attribution(asked, 'Tovan', 'was asked', 'who had paid');
    expect(sources(asked, question)).toEqual([null]);
    expect(contentAfter(asked, question)).toEqual(['who had paid']);
    const active = frameOf('Tovan expected the port to close.');
    const belief = attribution(active, 'Tovan', 'expected', 'the port to close');
    expect(sources(active, belief)).toEqual([run(active, 'Tovan')]);
  });

  it('leaves out a title that no word of speech introduces', () => {
    const frame = frameOf('They met under the title “Towards Open Harbours” in May.');
    expect(contentAfter(frame, attribution(frame, 'They', 'under', '“Towards Open Harbours”'))).toEqual([]);
  });
});

describe('isTitleQuote', () => {
  it.each([
    ['under the title “towards trust and peace,” they met', true],
    ['with the slogan “we are all one” on it', true],
    ['the “harbour process” began', true],
    ['her film “The Long Way Home” won', true],
    ['She said “we are leaving tomorrow.”', false],
    ['She called it “a source of shame and sorrow for all” again', false],
  ])('judges by what stands before and inside: %s', (text, expected) => {
    expect(isTitleQuote(frameOf(text), 0)).toBe(expected);
  });
});

describe('orphanQuotes', () => {
  const text = 'Tovan said: “The port will close.\n“Nobody will stop it any more, believe me.”\nIt rained.';

  it('gives a quotation that goes on to the source before it', () => {
    const frame = frameOf(text);
    const [orphan] = orphanQuotes(frame, [attribution(frame, 'Tovan', 'said', 'The port will close')]);
    expect(orphan!.source).toEqual(run(frame, 'Tovan'));
    expect(orphan!.cue).toBeNull();
    expect(orphan!.why).toContain('quote-continues');
  });

  it('gives nobody a quotation when nobody spoke before', () => {
    expect(orphanQuotes(frameOf('“Nobody will stop it any more, believe me.”'), [])).toEqual([]);
  });

  it('leaves a quotation alone that an attribution covers', () => {
    const frame = frameOf(text);
    const found = [
      attribution(frame, 'Tovan', 'said', 'The port will close'),
      attribution(frame, null, null, 'Nobody will stop it any more'),
    ];
    expect(orphanQuotes(frame, found)).toEqual([]);
  });
});
