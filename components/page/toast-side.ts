import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Box } from './place';

/** What the message may not cover: whatever of ours can be pressed. */
const PRESSED = '.card, .adder, .keys-sign';
/** How far the message stands from the window's edge; as in the style sheet. */
const EDGE = 16;

const isOver = (a: Box, b: Box) =>
  a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;

/** Whether a message at the foot of a window would cover one of `others`; all in viewport coordinates. */
export function wouldCover(message: Box, others: readonly Box[], windowHeight: number): boolean {
  const { left, right } = message;
  const bottom = windowHeight - EDGE;
  const atFoot = { left, right, top: bottom - (message.bottom - message.top), bottom };
  return others.some((other) => isOver(atFoot, other));
}

/** On which side of the window the message stands: at its foot, or at its top where it would cover buttons there. */
export function useToastSide(window: Window, isShown: boolean) {
  const element = useRef<HTMLDivElement>(null);
  const [isAtTop, setAtTop] = useState(false);
  // After every render: another card may stand there now.
  useLayoutEffect(() => {
    const region = element.current;
    if (!isShown || !region || typeof ResizeObserver === 'undefined') return;
    const others = [...(region.parentElement?.querySelectorAll(PRESSED) ?? [])];
    const look = () => {
      const boxes = others.map((other) => other.getBoundingClientRect());
      setAtTop(wouldCover(region.getBoundingClientRect(), boxes, window.innerHeight));
    };
    // It looks once at the start, when cards have come to their places, and again where one grows.
    const observer = new ResizeObserver(look);
    for (const each of [region, ...others]) observer.observe(each);
    window.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', look);
    };
  });
  return { element, isAtTop };
}
