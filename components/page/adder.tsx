import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import type { Place } from './place';

interface AdderProps {
  readonly place: Place;
  readonly onNote: () => void;
  readonly onHighlight: () => void;
  /** Null where no note has lost its passage. */
  readonly onAttach: (() => void) | null;
}

const EDGE = 10;

/** How far left it has to stand so that its end is in the window too: its words are longer in some languages. */
function useInside(wished: number) {
  const element = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState(wished);
  useLayoutEffect(() => {
    const { offsetWidth = 0, ownerDocument = null } = element.current ?? {};
    const page = ownerDocument?.documentElement;
    const scrolled = ownerDocument?.defaultView?.scrollX ?? 0;
    const most = scrolled + (page?.clientWidth ?? 0) - offsetWidth - EDGE;
    setLeft(Math.min(wished, Math.max(scrolled + EDGE, most)));
  }, [wished]);
  return { element, left };
}

/** The two small buttons beside a selection. They take no focus, so the reader's selection stays as it is. */
export function Adder({ place, onNote, onHighlight, onAttach }: AdderProps) {
  const word = useWords();
  const { element, left } = useInside(place.left);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look of its own, here over the page
    <div
      ref={element}
      class="adder"
      role="group"
      aria-label={word('adder_label')}
      style={{ top: `${place.top}px`, left: `${left}px` }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button look="primary" onPress={onNote}>
        {word('adder_note')}
      </Button>
      <Button onPress={onHighlight}>{word('adder_highlight')}</Button>
      {onAttach && <Button onPress={onAttach}>{word('adder_attach')}</Button>}
    </div>
  );
}
