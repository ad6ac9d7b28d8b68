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
          <ClaimWords claim={claim} />
        </li>
      )}
    />
  );
}

/** Whether a cue stands before who speaks: “according to” them, where others say. */
export function isBeforeSource(cue: string): boolean {
  return /^according to$/i.test(cue.trim());
}

/** Who says what, in the words of the article. */
export function ClaimWords({ claim }: { readonly claim: ClaimItem }) {
  const { cue, content } = claim;
  const isFirst = cue !== null && isBeforeSource(cue);
  return (
    <>
      {isFirst && <i class="cue">{cue} </i>}
      <ClaimSpeaker claim={claim} />
      {cue && !isFirst && <i class="cue"> {cue}</i>}
      <span class="content"> {content}</span>
    </>
  );
}

/** Who speaks: the actor, with the words that stand for it where they are others. */
function ClaimSpeaker({ claim: { source, speaker } }: { readonly claim: ClaimItem }) {
  const word = useWords();
  if (speaker === null) return <b>{source ?? word('popup_unnamed_source')}</b>;
  return (
    <>
      <b>{speaker}</b>
      <span class="hint"> ({source})</span>
    </>
  );
}
