import type { ArticlePassage } from '../../lib/messaging/protocol';
import { useWords } from '../app/words';
import { ClaimWords } from '../claims/claim-list';
import { CappedList } from '../primitives/capped-list';
import type { PanelClaim } from './panel-model';

interface PanelClaimsProps {
  readonly claims: readonly PanelClaim[];
  /** How many claims with a source were found, shown or not. */
  readonly found: number;
  readonly onShow: (passage: ArticlePassage) => void;
}

/** Who says what, in the order of the article; a press goes to the place. */
export function PanelClaims({ claims, found, onShow }: PanelClaimsProps) {
  const word = useWords();
  const rest = found - claims.length;
  return (
    <>
      {claims.length === 0 ? (
        <p class="empty">{word('popup_no_claims')}</p>
      ) : (
        <CappedList
          class="panel-claims"
          items={claims}
          isOrdered
          step={40}
          render={(claim) => (
            <li key={claim.id}>
              <button
                type="button"
                class="row-button"
                title={word('panel_go_to_claim')}
                onClick={() => onShow(claim.passage)}
              >
                <span class="claim-words">
                  <ClaimWords claim={claim} />
                </span>
              </button>
            </li>
          )}
        />
      )}
      {rest > 0 && <p class="hint">{word('panel_claims_unsure', rest)}</p>}
    </>
  );
}
