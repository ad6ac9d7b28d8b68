import type { Block } from '../model/article';

/** A stretch of an article's whole blocks; `offset` is its place in the article's text. */
export interface Piece {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly offset: number;
}

// A few times the length of a news article. The engines read a piece at a time without a pause.
const PIECE = 24_000;

/** Cuts a text between blocks, so that a very long article is read piece by piece. */
export function piecesOf(text: string, blocks: readonly Block[], most = PIECE): Piece[] {
  const pieces: Piece[] = [];
  let own: Block[] = [];
  const close = () => {
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return;
    const offset = first.start;
    const moved = own.map((block) => ({ ...block, start: block.start - offset, end: block.end - offset }));
    pieces.push({ text: text.slice(offset, last.end), blocks: moved, offset });
    own = [];
  };
  for (const block of blocks) {
    if (own[0] && block.end - own[0].start > most) close();
    own.push(block);
  }
  close();
  return pieces;
}
