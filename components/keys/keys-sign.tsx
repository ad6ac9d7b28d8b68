import { shownKey } from '../../lib/keys/key-map';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';

interface KeysSignProps {
  /** The key that opens the help. */
  readonly helpKey: string;
  readonly onHelp: () => void;
  readonly onLeave: () => void;
}

/** The small sign that single keys are heard now, and the way out for who has no keyboard at hand. */
export function KeysSign({ helpKey, onHelp, onLeave }: KeysSignProps) {
  const word = useWords();
  return (
    <section class="keys-sign" aria-label={word('keys_sign')}>
      <span>{word('keys_sign')}</span>
      <Button look="quiet" onPress={onHelp}>
        {word('keys_sign_help')} <kbd>{shownKey(helpKey)}</kbd>
      </Button>
      <Button look="quiet" onPress={onLeave}>
        {word('keys_sign_leave')} <kbd>Esc</kbd>
      </Button>
    </section>
  );
}
