import { useWords } from '../app/words';

/** A claim as a list shows it. */
export interface ClaimItem {
  readonly id: string;
  readonly source: string | null;
  readonly cue: string | null;
  readonly content: string;
}

/** Who says what, in the order of the article. */
export function ClaimList({ claims }: { readonly claims: readonly ClaimItem[] }) {
  const word = useWords();
  if (claims.length === 0) return <p class="empty">{word('popup_no_claims')}</p>;
  return (
    <ol class="claims">
      {claims.map((claim) => (
        <li key={claim.id}>
          <b>{claim.source ?? word('popup_unnamed_source')}</b>
          {claim.cue && <i class="cue"> {claim.cue}</i>}
          <span class="content"> {claim.content}</span>
        </li>
      ))}
    </ol>
  );
}
