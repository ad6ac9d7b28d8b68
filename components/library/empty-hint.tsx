import { useWords } from '../app/words';

/** Why a list of the library is still empty, and how to get something into it. */
export function EmptyHint({ what }: { readonly what: 'articles' | 'actors' | 'claims' | 'notes' }) {
  const word = useWords();
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
