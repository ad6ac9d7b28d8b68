import type { ComponentChildren, CSSProperties } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Box, type Place, placeBeside, viewportOf } from './place';

interface FloatingCardProps {
  readonly box: Box;
  readonly window: Window;
  readonly children: ComponentChildren;
  readonly onEscape: () => void;
  readonly label: string;
  readonly takesFocus?: boolean;
}

/** A card beside a passage: measures itself once, then keeps its place in the document while it is open. */
export function FloatingCard({ box, window, children, onEscape, label, takesFocus }: FloatingCardProps) {
  const element = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  useLayoutEffect(() => {
    const size = element.current?.getBoundingClientRect();
    if (size) setPlace(placeBeside(box, size, viewportOf(window)));
  }, [box, window]);
  useEffect(() => {
    if (takesFocus) element.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const style: CSSProperties = place
    ? { top: `${place.top}px`, left: `${place.left}px` }
    : { opacity: 0, top: 0, left: 0 };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
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
