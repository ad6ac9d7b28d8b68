import { pointToTop } from '../frames/frame-place';
import { sharedHost } from '../marks/host-key';
import { lineBoxes } from '../marks/measure-ranges';
import type { Box } from './cards-view';
import type { PageMark } from './collect-marks';
import type { PageWindows } from './page-windows';

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
export function watchPointer(windows: PageWindows, actions: PointerActions): () => void {
  let under: PageMark | null = null;
  let isOnCard = false;
  let openTimer: ReturnType<typeof setTimeout> | undefined;
  let closeTimer: ReturnType<typeof setTimeout> | undefined;
  let lookTimer: ReturnType<typeof setTimeout> | undefined;

  let last: MouseEvent;

  const look = () => {
    lookTimer = undefined;
    const { x, y } = pointOf(last);
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
    last = event;
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
    const isSelecting = windows.selections.some(({ type }) => type === 'Range');
    if (isOwn || isPages || event.button !== 0 || isSelecting) return;
    const { x, y } = pointOf(event);
    const mark = actions.markAt(x, y);
    if (mark) actions.open(mark, lineAt(mark, x, y), true);
    else actions.leave();
  };
  const stop = windows.listen((window) => {
    window.addEventListener('pointermove', move, { capture: true, passive: true });
    window.addEventListener('pointerdown', press, { capture: true, passive: true });
    window.addEventListener('click', click, { capture: true, passive: true });
    return () => {
      window.removeEventListener('pointermove', move, { capture: true });
      window.removeEventListener('pointerdown', press, { capture: true });
      window.removeEventListener('click', click, { capture: true });
    };
  });
  return () => {
    for (const timer of [openTimer, closeTimer, lookTimer]) clearTimeout(timer);
    stop();
  };
}

/** The point of an event in the viewport of the page, wherever in its frames it was. */
function pointOf({ view, clientX, clientY }: MouseEvent) {
  return view ? pointToTop(view.document, clientX, clientY) : { x: clientX, y: clientY };
}

/** The line of a mark that is nearest to a point: a card stands beside it, never over it. */
function lineAt(mark: PageMark, x: number, y: number): Box {
  const lines = lineBoxes(mark.ranges);
  const touched = lines.find(
    (line) => y >= line.top && y <= line.bottom && x >= line.left && x <= line.right,
  );
  return touched ?? lines.at(-1) ?? { top: y, bottom: y, left: x, right: x };
}
