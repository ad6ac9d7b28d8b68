import { useWords } from '../app/words';

interface EmptyHintProps {
  readonly what: 'articles' | 'actors' | 'claims' | 'notes';
  /** Kept articles are still being read: what they hold may yet come. */
  readonly isReading?: boolean;
}

/** Why a list of the library is still empty, and how to get something into it. */
export function EmptyHint({ what, isReading = false }: EmptyHintProps) {
  const word = useWords();
  if (isReading) return <p class="status reading">{word('library_loading')}</p>;
  return (
    <div class="empty-hint">
      <p>
        <b>{word(`library_empty_${what}`)}</b>
      </p>
      <p>{word('library_empty_how')}</p>
      <p>
        <a href="welcome.html">{word('library_empty_try')}</a>
      </p>
    </div>
  );
}
