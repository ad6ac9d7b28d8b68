import { useWords } from '../app/words';
import { Button } from '../primitives/button';

interface UnfinishedNoteProps {
  readonly quote: string;
  readonly body: string;
  readonly onResume: () => void;
  readonly onDiscard: () => void;
}

/** Gives back what the reader was writing when the page was closed. */
export function UnfinishedNote({ quote, body, onResume, onDiscard }: UnfinishedNoteProps) {
  const word = useWords();
  return (
    <section class="card unfinished" aria-label={word('unfinished_title')}>
      <h2>{word('unfinished_title')}</h2>
      {quote && (
        <blockquote class="quote" dir="auto">
          {quote}
        </blockquote>
      )}
      <p class="hint">{body}</p>
      <div class="row">
        <Button look="primary" onPress={onResume}>
          {word('unfinished_resume')}
        </Button>
        <Button look="quiet" onPress={onDiscard}>
          {word('unfinished_discard')}
        </Button>
      </div>
    </section>
  );
}
