import { useState } from 'preact/hooks';
import type { ListItem } from '../../lib/notes/page-list';
import { dayIn } from '../../lib/text/wording';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';

export interface BinActions {
  giveBack(ids: readonly string[]): void;
  emptyBin(): void;
}

interface BinListProps {
  readonly binned: readonly ListItem[];
  readonly actions: BinActions;
  readonly language: string;
}

const AT_FIRST = 20;

/** What was deleted in the last thirty days, with the way back. */
export function BinList({ binned, actions, language }: BinListProps) {
  const word = useWords();
  const [shown, setShown] = useState(AT_FIRST);
  return (
    <>
      <h3>{word('storage_bin')}</h3>
      <p class="hint">{word('storage_bin_hint')}</p>
      {binned.length === 0 && <p class="empty">{word('storage_bin_empty')}</p>}
      <ul class="sites">
        {binned.slice(0, shown).map(({ id, version }) => {
          const name = version.body || version.target?.quote.exact || word('popup_note_page');
          const when = dayIn(language, version.updated);
          return (
            <li key={id} class="row">
              <span class="status cut">{word('storage_binned', name, when)}</span>
              <Button onPress={() => actions.giveBack([id])} label={`${word('storage_give_back')}: ${name}`}>
                {word('storage_give_back')}
              </Button>
            </li>
          );
        })}
      </ul>
      {binned.length > 0 && (
        <div class="row">
          {binned.length > shown && (
            <Button look="quiet" onPress={() => setShown(shown + 100)}>
              {word('storage_more', binned.length - shown)}
            </Button>
          )}
          <Button look="quiet" onPress={() => actions.giveBack(binned.map(({ id }) => id))}>
            {word('storage_give_all_back')}
          </Button>
          <Button look="quiet" onPress={() => actions.emptyBin()}>
            {word('storage_empty_bin')}
          </Button>
        </div>
      )}
    </>
  );
}
