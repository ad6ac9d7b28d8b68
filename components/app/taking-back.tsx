import { Button } from '../primitives/button';
import type { PopupActions, PopupView } from './popup-model';
import { useWords } from './words';

type Moves = Pick<PopupActions, 'undo' | 'redo'>;

interface TakingBackProps {
  readonly view: Pick<PopupView, 'undo' | 'redo'>;
  readonly actions: Moves;
}

/** As in any editor, but not while something is being typed: the field has its own way back. */
export function moveByKey(event: KeyboardEvent, actions: Moves): void {
  const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
  if (isTyping || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (isRedo) actions.redo();
  else actions.undo();
}

/** Takes the last change of notes back, or makes it again. */
export function TakingBack({ view: { undo, redo }, actions }: TakingBackProps) {
  const word = useWords();
  if (undo === null && redo === null) return null;
  return (
    <div class="row">
      <Button
        look="quiet"
        isDisabled={undo === null}
        label={undo ? `${word('popup_undo')}: ${undo}` : word('popup_undo')}
        onPress={() => actions.undo()}
      >
        {word('popup_undo')}
      </Button>
      <Button
        look="quiet"
        isDisabled={redo === null}
        label={redo ? `${word('popup_redo')}: ${redo}` : word('popup_redo')}
        onPress={() => actions.redo()}
      >
        {word('popup_redo')}
      </Button>
    </div>
  );
}
