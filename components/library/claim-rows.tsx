import { type ComponentChildren, Fragment } from 'preact';
import { claimId } from '../../lib/findings/claim-id';
import { hashOf } from '../../lib/notes/library-route';
import type { ClaimItem } from '../../lib/surfaces/library-findings';
import { useWords } from '../app/words';
import { ArticleLink, articleAddress, outletName } from './article-link';
import { dayText } from './day-text';

interface ClaimRowsProps {
  readonly items: readonly ClaimItem[];
  readonly language: string;
  /** Whether each leads to where else it stands. */
  readonly leadsOn?: boolean;
}

/** Claims with who says them, in which article, and the way to the passage. */
export function ClaimRows({ items, language, leadsOn = true }: ClaimRowsProps) {
  const word = useWords();
  return (
    <ol class="claim-rows">
      {items.map((item) => (
        <li key={claimId(item.claim)}>
          <ClaimText item={item} />
          <ClaimPlace item={item} language={language}>
            {leadsOn && (
              <a href={hashOf('claims', 'one', claimId(item.claim))}>{word('library_where_else')}</a>
            )}
          </ClaimPlace>
        </li>
      ))}
    </ol>
  );
}

/** Who says what, in the words of the article. */
export function ClaimText({ item: { claim, speaker } }: { readonly item: ClaimItem }) {
  const word = useWords();
  const source = claim.source ?? word('popup_unnamed_source');
  // The article may say “she”, or much about the speaker beside the name.
  const name = speaker ?? source;
  return (
    <p class="claim-text" dir="auto">
      {claim.speaker === null ? (
        <b>
          <bdi>{source}</bdi>
        </b>
      ) : (
        <a class="speaker" href={hashOf('actors', 'one', claim.speaker)} title={source}>
          <bdi>{name}</bdi>
        </a>
      )}
      {claim.cue && (
        <i class="cue">
          {' '}
          <bdi>{claim.cue}</bdi>
        </i>
      )}{' '}
      <bdi>{claim.content}</bdi>
    </p>
  );
}

interface ClaimPlaceProps {
  readonly item: ClaimItem;
  readonly language: string;
  readonly children?: ComponentChildren;
}

/** The article a claim stands in, its outlet and day, and the link that opens it at the passage. */
export function ClaimPlace({ item: { claim, head }, language, children }: ClaimPlaceProps) {
  const word = useWords();
  if (head === null) return null;
  const address = articleAddress(head, claim.content);
  const facts = [outletName(head), dayText(head.publishedTime ?? head.seenAt, language)].filter(Boolean);
  return (
    <p class="claim-place">
      <ArticleLink head={head} />
      {facts.length > 0 && (
        <span>
          {facts.map((fact, at) => (
            <Fragment key={fact}>
              {at > 0 && ' · '}
              <bdi>{fact}</bdi>
            </Fragment>
          ))}
        </span>
      )}
      {address && (
        <a
          href={address}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={`${word('library_open_passage')}: ${claim.content.slice(0, 80)}`}
        >
          {word('library_open_passage')}
        </a>
      )}
      {children}
    </p>
  );
}
