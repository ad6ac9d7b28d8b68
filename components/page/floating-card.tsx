import type { ComponentChildren, CSSProperties } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Box, insideOf, largestIn, type Place, placeBeside, viewportOf } from './place';

interface FloatingCardProps {
  readonly box: Box;
  readonly window: Window;
  readonly children: ComponentChildren;
  readonly onEscape: () => void;
  readonly label: string;
  readonly takesFocus?: boolean;
}

/** A card beside a passage: keeps its place in the document while it is open, and moves up only where it grows out of view. */
export function FloatingCard({ box, window, children, onEscape, label, takesFocus }: FloatingCardProps) {
  const element = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  useLayoutEffect(() => {
    const card = element.current;
    if (!card) return;
    const viewport = viewportOf(window);
    Object.assign(card.style, largestIn(viewport));
    setPlace(placeBeside(box, card.getBoundingClientRect(), viewport));
  }, [box, window]);
  useEffect(() => {
    const card = element.current;
    if (!card || typeof ResizeObserver === 'undefined') return;
    let height = card.offsetHeight;
    const observer = new ResizeObserver(() => {
      const isGrown = card.offsetHeight > height;
      height = card.offsetHeight;
      if (!isGrown) return;
      const { top } = card.getBoundingClientRect();
      const up = top - insideOf(viewportOf(window), top, height);
      if (up > 0) setPlace((now) => now && { ...now, top: now.top - up });
    });
    observer.observe(card);
    return () => observer.disconnect();
  }, [window]);
  useEffect(() => {
    if (takesFocus) element.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const style: CSSProperties = place
    ? { top: `${place.top}px`, left: `${place.left}px` }
    : { opacity: 0, top: 0, left: 0 };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onEscape();
  };
  return (
    <div
      ref={element}
      class="card"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      style={style}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}
