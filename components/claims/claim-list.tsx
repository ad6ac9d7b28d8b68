import { useWords } from '../app/words';
import { CappedList } from '../primitives/capped-list';

/** A claim as a list shows it. */
export interface ClaimItem {
  readonly id: string;
  readonly source: string | null;
  /** Who speaks, where the words of the source do not name them. */
  readonly speaker: string | null;
  readonly cue: string | null;
  readonly content: string;
}

/** Who says what, in the order of the article. */
export function ClaimList({ claims }: { readonly claims: readonly ClaimItem[] }) {
  const word = useWords();
  if (claims.length === 0) return <p class="empty">{word('popup_no_claims')}</p>;
  return (
    <CappedList
      class="claims"
      isOrdered
      items={claims}
      render={(claim) => (
        <li key={claim.id}>
          <ClaimSpeaker claim={claim} />
          {claim.cue && <i class="cue"> {claim.cue}</i>}
          <span class="content"> {claim.content}</span>
        </li>
      )}
    />
  );
}

/** Who speaks: the actor, with the words that stand for it where they are others. */
export function ClaimSpeaker({ claim: { source, speaker } }: { readonly claim: ClaimItem }) {
  const word = useWords();
  if (speaker === null) return <b>{source ?? word('popup_unnamed_source')}</b>;
  return (
    <>
      <b>{speaker}</b>
      <span class="hint"> ({source})</span>
    </>
  );
}
