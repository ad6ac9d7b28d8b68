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

/** The two small buttons beside a selection. They take no focus, so the reader's selection stays as it is. */
export function Adder({ place, onNote, onHighlight, onAttach }: AdderProps) {
  const word = useWords();
  return (
    <div
      class="adder"
      role="toolbar"
      aria-label={word('adder_label')}
      style={{ top: `${place.top}px`, left: `${place.left}px` }}
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
