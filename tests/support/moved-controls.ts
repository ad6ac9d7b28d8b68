/** A control that stood in the window, and stood elsewhere a frame later. */
export interface Move {
  /** What the control says or is. */
  readonly control: string;
  /** How far it went down, CSS pixels. */
  readonly down: number;
  /** How far it went to the right. */
  readonly right: number;
  /** When, in milliseconds from the navigation. */
  readonly at: number;
}

/**
 * In a page, from before its first line: notes every control that has been drawn within the window and stands elsewhere in a later frame,
 * in `pressmarkMoves`. Nobody scrolls meanwhile. As text: what compiles this file gives functions names by a helper that the page does not have.
 */
export const WATCH_MOVES = `{
  const moves = (window.pressmarkMoves = []);
  const stood = new Map();
  const look = () => {
    for (const control of document.querySelectorAll('a[href], button, input, select, summary, textarea')) {
      const { left, top, width, height } = control.getBoundingClientRect();
      const isShown = width > 0 && height > 0 && top < window.innerHeight && top + height > 0 && control.checkVisibility({ visibilityProperty: true });
      const before = stood.get(control);
      if (!isShown) {
        stood.delete(control);
        continue;
      }
      stood.set(control, { left, top });
      if (!before || (Math.abs(before.left - left) < 1 && Math.abs(before.top - top) < 1)) continue;
      const name = (control.getAttribute('aria-label') || control.textContent || control.name || control.type || '').trim();
      moves.push({
        control: control.localName + ' ' + name.slice(0, 40),
        down: Math.round(top - before.top),
        right: Math.round(left - before.left),
        at: Math.round(window.performance.now()),
      });
    }
    window.requestAnimationFrame(look);
  };
  window.requestAnimationFrame(look);
}`;
