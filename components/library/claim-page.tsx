import { hashOf } from '../../lib/notes/library-route';
import type { ClaimMet } from '../../lib/surfaces/library-findings';
import type { Looked } from '../../lib/surfaces/one-thing';
import { readingFailureKey } from '../app/popup-view';
import { useWords } from '../app/words';
import { ClaimArticle, ClaimText, PassageLink } from './claim-rows';

interface ClaimPageProps {
  readonly claim: Looked<ClaimMet>;
  readonly language: string;
}

/** A claim beside what other kept articles have of it. */
export function ClaimPage({ claim: { value, failure }, language }: ClaimPageProps) {
  const word = useWords();
  return (
    <>
      <p class="narrowed">
        <a href={hashOf('claims')}>{word('library_all_claims')}</a>
      </p>
      {failure && <p class="problem">{word(readingFailureKey(failure))}</p>}
      {value === undefined && failure === null && <p class="status reading">{word('library_loading')}</p>}
      {value === null && <p class="empty">{word('library_gone')}</p>}
      {value && (
        <div class="side-by-side">
          <section aria-labelledby="this-claim">
            <h2 id="this-claim">{word('library_this_claim')}</h2>
            <div class="claim-card">
              <ClaimText item={value} />
              <ClaimArticle item={value} language={language}>
                <PassageLink item={value} />
              </ClaimArticle>
            </div>
          </section>
          <section aria-labelledby="met-before">
            <h2 id="met-before">{word('library_met_before')}</h2>
            {value.similar.length === 0 && <p class="empty">{word('library_met_nowhere')}</p>}
            {value.similar.map((similar) => (
              <div class="claim-card" key={similar.claim.place}>
                <ClaimText item={similar} />
                <ClaimArticle item={similar} language={language}>
                  <PassageLink item={similar} />
                </ClaimArticle>
              </div>
            ))}
          </section>
        </div>
      )}
    </>
  );
}
