import type { Block } from '../model/article';
import type { EditPart } from '../model/edit';
import type { Span } from '../model/span';
import { wordDiff } from '../text/word-diff';
import { foldText } from './fold-text';

/** A text with its blocks: a kept version of an article, or what its page shows now. UTF-16 offsets. */
interface BlockText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The whole blocks that a span touches, one a line; empty where it touches none. */
function paragraphsAt({ text, blocks }: BlockText, span: Span): string {
  return blocks
    .filter(({ start, end }) => start < span.end && span.start < end)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
}

/**
 * What became of the paragraph around a passage: `made` is the version the note was made on and `before` its passage there,
 * `now` the page and `after` where the passage is now. Null where the paragraph reads as it did; other quotation marks,
 * dashes and spaces are no change. Never throws.
 */
export function paragraphEdit(
  made: BlockText,
  before: Span,
  now: BlockText,
  after: Span,
): readonly EditPart[] | null {
  const old = paragraphsAt(made, before);
  const recent = paragraphsAt(now, after);
  if (old === '' || recent === '' || foldText(old).text === foldText(recent).text) return null;
  return wordDiff(old, recent);
}
