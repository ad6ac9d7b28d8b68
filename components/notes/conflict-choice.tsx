import { useWords } from '../app/words';
import { Button } from '../primitives/button';

/** One of several versions that were written at the same time; `body` null means that its author deleted the note. */
export interface VersionChoice {
  readonly author: string;
  readonly when: string;
  readonly body: string | null;
}

interface ConflictChoiceProps {
  readonly versions: readonly VersionChoice[];
  readonly onChoose: (version: number) => void;
}

/** Shows what each person wrote; nothing is lost until the reader has chosen. */
export function ConflictChoice({ versions, onChoose }: ConflictChoiceProps) {
  const word = useWords();
  return (
    <section class="conflict" aria-label={word('conflict_title')}>
      <p class="note-warning">{word('conflict_title')}</p>
      <ol>
        {versions.map((version, index) => (
          <li key={`${version.author} ${version.when} ${version.body}`}>
            <p class="note-body">{version.body ?? word('conflict_deleted')}</p>
            <p class="note-where">{[version.author, version.when].filter(Boolean).join(' · ')}</p>
            <Button onPress={() => onChoose(index)}>
              {word(version.body === null ? 'conflict_keep_deleted' : 'conflict_keep')}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
