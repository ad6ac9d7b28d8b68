/** The reader's selection with the position of its last line, in viewport coordinates (CSS pixels). */
export interface SelectedPassage {
  readonly range: AbstractRange;
  readonly words: string;
  readonly box: DOMRect;
}

const SETTLE_MS = 150;

/**
 * Calls back when a selection has settled (pointer released, or keys quiet), and with null when it is gone.
 * @returns a function that ends the watch.
 */
export function watchSelection(
  window: Window,
  onSelection: (selected: SelectedPassage | null) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPressed = false;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isPressed) onSelection(currentSelection(window));
    }, SETTLE_MS);
  };
  const press = () => {
    isPressed = true;
  };
  const release = () => {
    isPressed = false;
    settle();
  };
  window.document.addEventListener('selectionchange', settle);
  window.addEventListener('pointerdown', press, { capture: true, passive: true });
  window.addEventListener('pointerup', release, { capture: true, passive: true });
  window.addEventListener('pointercancel', release, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    window.document.removeEventListener('selectionchange', settle);
    window.removeEventListener('pointerdown', press, { capture: true });
    window.removeEventListener('pointerup', release, { capture: true });
    window.removeEventListener('pointercancel', release, { capture: true });
  };
}

/** What is selected now; null for nothing, for white space alone, and inside a field the reader types in. */
export function currentSelection(window: Window): SelectedPassage | null {
  const selection = window.getSelection();
  // Chromium calls a selection collapsed that lies in a shadow root; its type tells the truth.
  if (!selection || selection.rangeCount === 0 || selection.type !== 'Range') return null;
  if (!/\S/.test(selection.toString())) return null;
  const range = selectedRange(selection);
  const live = liveRange(window, range);
  const boxes = live.getClientRects();
  return {
    range,
    words: live.startContainer === range.startContainer ? live.toString() : selection.toString(),
    box: boxes[boxes.length - 1] ?? live.getBoundingClientRect(),
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
  window: Window,
  { startContainer, startOffset, endContainer, endOffset }: AbstractRange,
): Range {
  const live = window.document.createRange();
  live.setStart(startContainer, startOffset);
  live.setEnd(endContainer, endOffset);
  return live;
}
