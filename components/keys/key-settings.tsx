import { useState } from 'preact/hooks';
import { commandSentence } from '../../lib/keys/command-words';
import { characterOf, keyMapOf, keyProblem, shownKey } from '../../lib/keys/key-map';
import { type CommandKey, KEY_ACTIONS, type KeyAction } from '../../lib/model/reading-keys';
import type { Settings } from '../../lib/model/settings';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { KeyRow } from './key-list';

interface KeySettingsProps {
  readonly changed: Settings['keys'];
  readonly commands: readonly CommandKey[];
  readonly onChange: (changed: Settings['keys']) => void;
  /** Opens the browser's page for its own keys. */
  readonly onCommands: () => void;
}

/** The reader's keys: those of the reading mode can be changed here, those of the browser there. */
export function KeySettings({ changed, commands, onChange, onCommands }: KeySettingsProps) {
  const word = useWords();
  return (
    <section id="keys">
      <h2>{word('options_keys')}</h2>
      <h3>{word('keys_reading')}</h3>
      <p class="hint">{word('keys_reading_hint')}</p>
      <ReadingKeyRows changed={changed} onChange={onChange} />
      <h3>{word('keys_browser')}</h3>
      <dl class="keys">
        {commands.map(({ name, key }) => (
          <KeyRow key={name} says={word(commandSentence(name))} keys={key ? [key] : []} />
        ))}
      </dl>
      <p class="hint">{word('options_keys_hint')}</p>
      <Button onPress={onCommands}>{word('options_keys_open')}</Button>
    </section>
  );
}

type ReadingKeyRowsProps = Pick<KeySettingsProps, 'changed' | 'onChange'>;

function ReadingKeyRows({ changed, onChange }: ReadingKeyRowsProps) {
  const word = useWords();
  const [asked, setAsked] = useState<KeyAction | null>(null);
  const [refusal, setRefusal] = useState('');
  const keys = keyMapOf(changed);
  const says = (action: KeyAction) => word(`key_${action.replaceAll('-', '_')}`);
  const ask = (action: KeyAction | null) => {
    setAsked(action);
    setRefusal('');
  };
  const take = (action: KeyAction, event: KeyboardEvent) => {
    // Tab goes on as everywhere, and modifiers alone are the beginning of a key.
    if (
      event.repeat ||
      ['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'].includes(event.key)
    )
      return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return ask(null);
    const character = characterOf(event);
    const problem = keyProblem(keys, action, character);
    if (problem?.kind === 'taken') {
      return setRefusal(word('keys_taken', shownKey(character ?? ''), says(problem.by)));
    }
    if (problem || character === null) return setRefusal(word('keys_unusable'));
    onChange({ ...changed, [action]: character });
    ask(null);
  };
  return (
    <>
      <ul class="keys">
        {KEY_ACTIONS.map((action) => (
          <li key={action}>
            <span>{says(action)}</span>
            <button
              type="button"
              class="button key-button"
              aria-label={`${says(action)}: ${asked === action ? word('keys_press') : shownKey(keys[action])}`}
              aria-pressed={asked === action}
              onClick={({ currentTarget }) => {
                // Firefox on macOS gives no focus to a button that is clicked, and the key would go past it.
                currentTarget.focus();
                ask(asked === action ? null : action);
              }}
              onBlur={() => asked === action && ask(null)}
              onKeyDown={(event) => asked === action && take(action, event)}
            >
              {asked === action ? word('keys_press') : <kbd>{shownKey(keys[action])}</kbd>}
            </button>
          </li>
        ))}
      </ul>
      <p class="problem" role="alert">
        {refusal}
      </p>
      <Button look="quiet" onPress={() => onChange({})} isDisabled={Object.keys(changed).length === 0}>
        {word('keys_reset')}
      </Button>
    </>
  );
}
