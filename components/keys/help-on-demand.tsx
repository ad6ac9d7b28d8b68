import { useEffect, useState } from 'preact/hooks';
import type { KeyPlace } from '../../lib/keys/fixed-keys';
import type { CommandKey, KeyMap } from '../../lib/model/reading-keys';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { KeyHelp } from './key-help';

interface AllKeys {
  readonly keys: KeyMap;
  readonly commands: readonly CommandKey[];
}

interface HelpOnDemandProps {
  readonly place: KeyPlace;
  /** Reads the keys as they are now. */
  readonly read: () => Promise<AllKeys>;
}

/** The help with keys on one of the extension's own pages: `?` opens it, and a button at the end of the page. */
export function HelpOnDemand({ place, read }: HelpOnDemandProps) {
  const word = useWords();
  const [shown, setShown] = useState<AllKeys | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.altKey || event.metaKey || isField(event.target))
        return;
      event.preventDefault();
      if (shown) setShown(null);
      else void read().then(setShown);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [read, shown]);
  return (
    <>
      <footer class="help-line">
        <Button look="quiet" onPress={() => void read().then(setShown)}>
          {word('keys_open')} <kbd>?</kbd>
        </Button>
      </footer>
      {shown && <KeyHelp {...shown} place={place} onClose={() => setShown(null)} />}
    </>
  );
}

function isField(target: EventTarget | null): boolean {
  const field = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';
  return target instanceof Element && target.matches(field);
}
