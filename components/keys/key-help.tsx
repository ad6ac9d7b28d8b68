import { useEffect, useId, useRef } from 'preact/hooks';
import type { KeyPlace } from '../../lib/keys/fixed-keys';
import type { CommandKey, KeyMap } from '../../lib/model/reading-keys';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { KeyList } from './key-list';

interface KeyHelpProps {
  readonly keys: KeyMap;
  readonly commands: readonly CommandKey[];
  readonly place: KeyPlace;
  readonly onClose: () => void;
}

/** Every key, in a dialog over what is there; the browser keeps the focus in it and gives it back. */
export function KeyHelp({ keys, commands, place, onClose }: KeyHelpProps) {
  const word = useWords();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} class="key-help" aria-labelledby={title} onClose={onClose}>
      <header class="row">
        <h2 id={title}>{word('keys_title')}</h2>
        <Button onPress={onClose}>{word('keys_close')}</Button>
      </header>
      <KeyList keys={keys} commands={commands} place={place} />
      <p class="hint">{word('keys_change_hint')}</p>
    </dialog>
  );
}
