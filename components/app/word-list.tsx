import type { ActorType } from '../../lib/model/actor';
import type { WordListEntry } from '../../lib/model/word-list';
import type { WordListData, WordListNotice, WordListProblem } from '../../lib/surfaces/word-list-state';
import { actorTypeWord } from '../actors/actor-sign';
import { Button } from '../primitives/button';
import { CappedList } from '../primitives/capped-list';
import { useWords, type Words } from './words';

export interface WordListActions {
  remove(id: string): void;
  undo(): void;
  save(): void;
  read(file: File): void;
}

interface WordListProps {
  readonly data: WordListData;
  readonly actions: WordListActions;
}

/** Everything the reader has taught, with the way back; saved to a file and read from one, for a team. */
export function WordList({ data, actions }: WordListProps) {
  const word = useWords();
  return (
    <section id="words">
      <h2>{word('words_title')}</h2>
      <p class="hint">{word('words_hint')}</p>
      {data.words.length === 0 && <p class="empty">{word('words_none')}</p>}
      <CappedList
        class="sites taught"
        items={data.words}
        render={({ id, entry }) => (
          <li key={id} class="row">
            <span class="status">{sentenceOf(entry, word)}</span>
            <Button
              look="quiet"
              onPress={() => actions.remove(id)}
              label={`${word('options_remove')}: ${entry.surface}`}
            >
              {word('options_remove')}
            </Button>
          </li>
        )}
      />
      <div class="row">
        <Button onPress={() => actions.save()} isDisabled={data.words.length === 0}>
          {word('words_save')}
        </Button>
        <label class="file">
          {word('words_read')}{' '}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) actions.read(file);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <div role="status" class="row">
        {data.notice && <Notice notice={data.notice} onUndo={() => actions.undo()} />}
      </div>
    </section>
  );
}

function sentenceOf({ surface, action, value = '', scope, where }: WordListEntry, word: Words): string {
  const meant = action === 'type' ? actorTypeWord(word, value as ActorType) : value;
  const what = word(`words_${action.replaceAll('-', '_')}`, surface, meant);
  return scope === 'everywhere' ? what : `${what} (${where ?? word(`scope_${scope}`)})`;
}

function Notice({ notice, onUndo }: { readonly notice: WordListNotice; readonly onUndo: () => void }) {
  const word = useWords();
  if (notice.kind === 'refused') {
    return <p class="problem">{word(refusalWord(notice.problem))}</p>;
  }
  if (notice.kind === 'failed') {
    return <p class="problem">{word(`failure_${notice.failure.replace('-', '_')}`)}</p>;
  }
  if (notice.kind === 'reading') return <p>{word('library_reading')}</p>;
  const isUndone = notice.kind === 'removed' || notice.added > 0;
  return (
    <>
      <span>{notice.kind === 'removed' ? word('words_removed') : readSentence(notice, word)}</span>
      {isUndone && <Button onPress={onUndo}>{word('toast_undo')}</Button>}
    </>
  );
}

/** What is wrong with a file of corrections; what any file can have is said as everywhere. */
function refusalWord(problem: WordListProblem): string {
  switch (problem) {
    case 'empty':
      return 'words_file_empty';
    case 'not-json':
    case 'other-json':
      return 'words_file_other';
    case 'unreadable':
      return 'words_file_unreadable';
    default:
      return `library_file_${problem.replaceAll('-', '_')}`;
  }
}

function readSentence(
  { added, known, skipped }: Extract<WordListNotice, { kind: 'read' }>,
  word: Words,
): string {
  const parts = [word('words_added', added)];
  if (known > 0) parts.push(word('words_known', known));
  if (skipped > 0) parts.push(word('words_skipped', skipped));
  return parts.join(' ');
}
