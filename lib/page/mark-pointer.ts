import { sharedHost } from '../marks/host-key';
import type { Box } from './cards-view';
import type { PageMark } from './collect-marks';

const LOOK_EVERY_MS = 60;
const OPEN_AFTER_MS = 300;
const CLOSE_AFTER_MS = 350;

/** What the pointer does with marks. `box` is the line of the mark under the pointer, in viewport coordinates. */
export interface PointerActions {
  /** The mark under a point of the viewport. */
  markAt(x: number, y: number): PageMark | null;
  /** Rested on a mark (`isPinned` false), or clicked it (true). */
  open(mark: PageMark, box: Box, isPinned: boolean): void;
  /** Left the mark and our cards. */
  leave(): void;
}

/**
 * Watches the mouse over marks. Looks at most every 60 ms and only while the pointer moves; a touch or pen opens by
 * tapping. Clicks on the page's own links and controls stay the page's.
 * @returns a function that ends the watch.
 */
export function watchPointer(window: Window, actions: PointerActions): () => void {
  let under: PageMark | null = null;
  let isOnCard = false;
  let openTimer: ReturnType<typeof setTimeout> | undefined;
  let closeTimer: ReturnType<typeof setTimeout> | undefined;
  let lookTimer: ReturnType<typeof setTimeout> | undefined;

  let at = { x: 0, y: 0 };

  const look = () => {
    lookTimer = undefined;
    const { x, y } = at;
    const mark = actions.markAt(x, y);
    if (mark === under && !isOnCard) return;
    under = mark;
    isOnCard = false;
    clearTimeout(openTimer);
    clearTimeout(closeTimer);
    if (mark) openTimer = setTimeout(() => actions.open(mark, lineAt(mark, x, y), false), OPEN_AFTER_MS);
    else closeTimer = setTimeout(actions.leave, CLOSE_AFTER_MS);
  };
  const move = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
    if (event.target === sharedHost()?.host) {
      clearTimeout(closeTimer);
      clearTimeout(lookTimer);
      lookTimer = undefined;
      isOnCard = true;
      return;
    }
    at = { x: event.clientX, y: event.clientY };
    lookTimer ??= setTimeout(look, LOOK_EVERY_MS);
  };
  // Whoever presses has begun something else, a selection perhaps: a card that was about to open would cover it.
  const press = () => {
    clearTimeout(openTimer);
    clearTimeout(lookTimer);
    lookTimer = undefined;
  };
  const click = (event: MouseEvent) => {
    const isOwn = event.target === sharedHost()?.host;
    // The path, not the target, reaches into open shadow roots; so does the type of the selection.
    const [target] = event.composedPath() as Partial<Element>[];
    const isPages = target?.closest?.('a[href], button, input, select, textarea, label');
    const isSelecting = window.getSelection()?.type === 'Range';
    if (isOwn || isPages || event.button !== 0 || isSelecting) return;
    const mark = actions.markAt(event.clientX, event.clientY);
    if (mark) actions.open(mark, lineAt(mark, event.clientX, event.clientY), true);
    else actions.leave();
  };
  window.addEventListener('pointermove', move, { capture: true, passive: true });
  window.addEventListener('pointerdown', press, { capture: true, passive: true });
  window.addEventListener('click', click, { capture: true, passive: true });
  return () => {
    for (const timer of [openTimer, closeTimer, lookTimer]) clearTimeout(timer);
    window.removeEventListener('pointermove', move, { capture: true });
    window.removeEventListener('pointerdown', press, { capture: true });
    window.removeEventListener('click', click, { capture: true });
  };
}

/** The line of a mark that is nearest to a point: a card stands beside it, never over it. */
function lineAt(mark: PageMark, x: number, y: number): Box {
  const lines = mark.ranges.flatMap((range) => [...range.getClientRects()]);
  const touched = lines.find(
    (line) => y >= line.top && y <= line.bottom && x >= line.left && x <= line.right,
  );
  return touched ?? lines.at(-1) ?? { top: y, bottom: y, left: x, right: x };
}
