import { describeTarget } from '../anchoring/describe-target';
import type { Target } from '../model/annotation';
import type { Span } from '../model/span';
import type { PageReading } from './read-page';

/** A passage the reader points at: a span of `reading`'s text. `version` is the text's hash, once known. */
export interface Passage {
  readonly reading: PageReading;
  readonly span: Span;
  readonly version: string | null;
}

/** The passage as an annotation keeps it. */
export function targetOf({ reading, span, version }: Passage): Target {
  return describeTarget(reading.article.text, reading.article.blocks, span, version, reading.base);
}

/** Where a selection lies in a reading; null where the page no longer reads so there. */
export function spanOf({ map }: PageReading, range: AbstractRange): Span | null {
  const span = map.toSpan(range);
  return span && map.toRanges(span).length > 0 ? span : null;
}

/**
 * Whether a span of a text has all the words that were selected. A selection that reaches beyond the article (into a
 * caption, say) is clamped by the map; it must then be kept in the page's text, or the note would lose part of its passage.
 */
export function holdsWords({ article }: PageReading, { start, end }: Span, words: string): boolean {
  const letters = (text: string) => text.replace(/[\s\u00ad\u200b]+/g, '').length;
  return letters(article.text.slice(start, end)) >= letters(words);
}
