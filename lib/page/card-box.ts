import { lineBoxes, rangeBox } from '../marks/measure-ranges';
import type { Box } from './cards-view';

/** Where a card stands that belongs to no passage: at the top of what is in view. */
export function topOfPage(window: Window): Box {
  const middle = window.innerWidth / 2;
  return { top: 0, bottom: 16, left: middle - 160, right: middle + 160 };
}

/** The last line of a range, where a card stands without hiding what is being read. */
export function lastLine(range: Range): Box {
  return lineBoxes([range]).at(-1) ?? rangeBox(range);
}

/** What the card of a passage stands beside: below its last line or, where there is no room, above its first. */
export function passageBox(ranges: readonly Range[]): Box | null {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return null;
  const { top, bottom, left, right } = lastLine(last);
  return { top: Math.min(top, rangeBox(first).top), bottom, left, right };
}

/** Whether a range lies above (-1), in (0) or below (1) what is in view. */
export function placeInView(window: Window): (ranges: readonly Range[]) => -1 | 0 | 1 {
  return (ranges) => {
    const box = ranges[0]?.getBoundingClientRect();
    if (!box || box.bottom <= 0) return -1;
    return box.top >= window.innerHeight ? 1 : 0;
  };
}
