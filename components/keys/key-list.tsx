import { commandSentence } from '../../lib/keys/command-words';
import { fixedKeysOf, type KeyPlace } from '../../lib/keys/fixed-keys';
import { shownKey } from '../../lib/keys/key-map';
import { type CommandKey, KEY_ACTIONS, type KeyMap } from '../../lib/model/reading-keys';
import { useWords } from '../app/words';

interface KeyListProps {
  readonly keys: KeyMap;
  readonly commands: readonly CommandKey[];
  /** The place whose own keys are shown; the browser's and the reading keys hold everywhere. */
  readonly place: KeyPlace;
}

/** Every key there is, in three lists: of this place, of the reading mode, of the browser. */
export function KeyList({ keys, commands, place }: KeyListProps) {
  const word = useWords();
  const fixed = fixedKeysOf(place);
  const reading = (
    <section>
      <h3>{word('keys_reading')}</h3>
      <p class="hint">{word('keys_reading_hint')}</p>
      <dl class="keys">
        {KEY_ACTIONS.map((action) => (
          <KeyRow
            key={action}
            says={word(`key_${action.replaceAll('-', '_')}`)}
            keys={[shownKey(keys[action])]}
          />
        ))}
      </dl>
    </section>
  );
  const here = (
    <section>
      <h3>{word(place === 'page' ? 'keys_cards' : 'keys_this_page')}</h3>
      <dl class="keys">
        {fixed.map((entry) => (
          <KeyRow key={entry.sentence} says={word(entry.sentence)} keys={entry.keys} />
        ))}
      </dl>
    </section>
  );
  return (
    <>
      {place === 'page' ? [reading, here] : [here, reading]}
      <section>
        <h3>{word('keys_browser')}</h3>
        <dl class="keys">
          {commands.map(({ name, key }) => (
            <KeyRow key={name} says={word(commandSentence(name))} keys={key ? [key] : []} />
          ))}
        </dl>
      </section>
    </>
  );
}

interface KeyRowProps {
  readonly says: string;
  readonly keys: readonly string[];
}

/** What a key does, and the key; a key that is not set says so. */
export function KeyRow({ says, keys }: KeyRowProps) {
  const word = useWords();
  return (
    <div>
      <dt>{says}</dt>
      <dd>
        {keys.length === 0 && <span class="hint">{word('options_key_none')}</span>}
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}
