import { type Frame, frameText, type Run } from '../../../lib/claims/frame';
import { blocksOf } from '../../../lib/text/blocks';

export const frameOf = (text: string): Frame => frameText(text, blocksOf(text));

/** The tokens of a piece of the frame's text. */
export function run(frame: Frame, piece: string): Run {
  const start = frame.text.indexOf(piece);
  const inside = frame.tokens
    .map((token, index) => ({ token, index }))
    .filter(({ token }) => token.start >= start && token.end <= start + piece.length);
  return { first: inside[0]!.index, last: inside.at(-1)!.index + 1 };
}
