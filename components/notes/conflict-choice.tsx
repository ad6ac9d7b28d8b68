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
  /** One person may have written them too: on two devices, or here and in a file that came back. */
  readonly isBySeveral: boolean;
  readonly onChoose: (version: number) => void;
}

/** Shows each version and who wrote it; nothing is lost until the reader has chosen. */
export function ConflictChoice({ versions, isBySeveral, onChoose }: ConflictChoiceProps) {
  const word = useWords();
  const title = word(isBySeveral ? 'conflict_title_people' : 'conflict_title');
  return (
    <section class="conflict" aria-label={title}>
      <p class="note-warning">{title}</p>
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
