import type { Box } from '../frames/frame-place';
import { lastLine } from './card-box';
import type { PageWindows } from './page-windows';

/** The reader's selection with the position of its last line, in viewport coordinates (CSS pixels). */
export interface SelectedPassage {
  readonly range: AbstractRange;
  readonly words: string;
  readonly box: Box;
}

/** What is selected now; null for nothing, for white space alone, and inside a field the reader types in. */
export function currentSelection(windows: PageWindows): SelectedPassage | null {
  for (const selection of windows.selections) {
    const passage = passageIn(selection);
    if (passage) return passage;
  }
  return null;
}

function passageIn(selection: Selection): SelectedPassage | null {
  // Chromium calls a selection collapsed that lies in a shadow root; its type tells the truth.
  if (selection.rangeCount === 0 || selection.type !== 'Range') return null;
  if (!/\S/.test(selection.toString())) return null;
  const range = selectedRange(selection);
  const live = liveRange(selection, range);
  return {
    range,
    words: live.startContainer === range.startContainer ? live.toString() : selection.toString(),
    box: lastLine(live),
  };
}

/**
 * The range of a selection, into open shadow roots. Browsers answer with the host where the selection's ends are inside of
 * one, until they are given its root; a browser that cannot be given any answers the plain range.
 */
function selectedRange(selection: Selection): AbstractRange {
  const roots = new Set<ShadowRoot>();
  let range: AbstractRange = selection.getRangeAt(0);
  if (!('getComposedRanges' in selection)) return range;
  for (;;) {
    range = selection.getComposedRanges({ shadowRoots: [...roots] })[0] ?? range;
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const hosts = [startContainer.childNodes[startOffset], endContainer.childNodes[endOffset - 1]];
    const inner = hosts.flatMap((host) => (host as Partial<Element> | undefined)?.shadowRoot ?? []);
    const unknown = inner.filter((root) => !roots.has(root));
    if (unknown.length === 0) return range;
    for (const root of unknown) roots.add(root);
  }
}

/** The range as a live one; where it lies in two trees, which no live range can, its end. */
function liveRange(
  selection: Selection,
  { startContainer, startOffset, endContainer, endOffset }: AbstractRange,
): Range {
  const live = selection.getRangeAt(0).cloneRange();
  live.setStart(startContainer, startOffset);
  live.setEnd(endContainer, endOffset);
  return live;
}
