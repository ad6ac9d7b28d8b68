/** The reader's selection with the position of its last line, in viewport coordinates (CSS pixels). */
export interface SelectedPassage {
  readonly range: Range;
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
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  if (!/\S/.test(selection.toString())) return null;
  const range = selection.getRangeAt(0);
  const boxes = range.getClientRects();
  const box = boxes[boxes.length - 1] ?? range.getBoundingClientRect();
  return { range: range.cloneRange(), box };
}
