import { useState } from 'preact/hooks';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';

interface EraseFormProps {
  readonly notes: number;
  readonly actions: { saveFile(): void; erase(): void };
}

/** Deletes everything, after a second press: the one thing here that cannot be taken back. */
export function EraseForm({ notes, actions }: EraseFormProps) {
  const word = useWords();
  const [isAsked, setAsked] = useState(false);
  const erase = () => {
    setAsked(false);
    actions.erase();
  };
  return (
    <>
      <h3>{word('storage_erase_title')}</h3>
      {!isAsked && <Button onPress={() => setAsked(true)}>{word('storage_erase')}</Button>}
      {isAsked && (
        <div class="plan">
          <p>{word('storage_erase_what_count', notes)}</p>
          <div class="row">
            <Button look="primary" onPress={() => actions.saveFile()}>
              {word('storage_save_file')}
            </Button>
            <Button onPress={erase}>{word('storage_erase_now')}</Button>
            <Button look="quiet" onPress={() => setAsked(false)}>
              {word('library_cancel')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
