import { type ComponentChildren, Fragment } from 'preact';
import { claimId } from '../../lib/findings/claim-id';
import { hashOf } from '../../lib/notes/library-route';
import type { ClaimItem } from '../../lib/surfaces/library-findings';
import type { MetElsewhere } from '../../lib/surfaces/met-elsewhere';
import { dayText } from '../app/day-text';
import { useWords } from '../app/words';
import { isBeforeSource } from '../claims/claim-list';
import { ArticleLink, articleAddress, outletName } from './article-link';

interface ClaimRowsProps {
  readonly items: readonly ClaimItem[];
  readonly language: string;
  /** How often each was met elsewhere. */
  readonly met: MetElsewhere['of'];
  /** Whether the article is named above: not where all claims are of one that is named already. */
  readonly namesArticle?: boolean;
}

/** Claims with who says them, under the article they stand in, each with the way to its passage. */
export function ClaimRows({ items, language, met, namesArticle = true }: ClaimRowsProps) {
  const groups = byArticle(items);
  return (
    <>
      {groups.map((group) => {
        const [first] = group;
        return (
          <Fragment key={first && claimId(first.claim)}>
            {namesArticle && first && <ClaimArticle item={first} language={language} />}
            <ol class="claim-rows">
              {group.map((item) => (
                <ClaimRow key={claimId(item.claim)} item={item} met={met(item.claim)} />
              ))}
            </ol>
          </Fragment>
        );
      })}
    </>
  );
}

/** Claims that follow each other in one article, together. */
function byArticle(items: readonly ClaimItem[]): ClaimItem[][] {
  const groups: ClaimItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0]?.claim.article === item.claim.article) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

function ClaimRow({ item, met }: { readonly item: ClaimItem; readonly met: number }) {
  const word = useWords();
  return (
    <li>
      <ClaimText item={item} />
      <p class="claim-place">
        <PassageLink item={item} />
        {met > 0 && (
          <a href={hashOf('claims', 'one', claimId(item.claim))}>
            {word('library_where_else')} <span class="count">{word('number_alone', met)}</span>
          </a>
        )}
      </p>
    </li>
  );
}

/** Who says what, in the words of the article. */
export function ClaimText({ item: { claim, speaker } }: { readonly item: ClaimItem }) {
  const word = useWords();
  const source = claim.source ?? word('popup_unnamed_source');
  // The article may say “she”, or much about the speaker beside the name.
  const name = speaker ?? source;
  const cue = claim.cue && (
    <i class="cue">
      <bdi>{claim.cue}</bdi>
    </i>
  );
  const isFirst = claim.cue !== null && isBeforeSource(claim.cue);
  return (
    <p class="claim-text" dir="auto">
      {isFirst && <>{cue} </>}
      {claim.speaker === null ? (
        <b>
          <bdi>{source}</bdi>
        </b>
      ) : (
        <a class="speaker" href={hashOf('actors', 'one', claim.speaker)} title={source}>
          <bdi>{name}</bdi>
        </a>
      )}
      {cue && !isFirst && <> {cue}</>} <bdi>{claim.content}</bdi>
    </p>
  );
}

interface ClaimArticleProps {
  readonly item: ClaimItem;
  readonly language: string;
  readonly children?: ComponentChildren;
}

/** The article a claim stands in, with its outlet and day. */
export function ClaimArticle({ item: { head }, language, children }: ClaimArticleProps) {
  if (head === null) return null;
  const facts = [outletName(head), dayText(head.publishedTime ?? head.seenAt, language)].filter(Boolean);
  return (
    <p class="claim-article">
      <ArticleLink head={head} />
      <span>
        {facts.map((fact, at) => (
          <Fragment key={fact}>
            {at > 0 && ' · '}
            <bdi>{fact}</bdi>
          </Fragment>
        ))}
      </span>
      {children}
    </p>
  );
}

/** Opens the article at the passage of a claim. */
export function PassageLink({ item: { claim, head } }: { readonly item: ClaimItem }) {
  const word = useWords();
  const address = head && articleAddress(head, claim.content);
  if (!address) return null;
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`${word('library_open_passage')}: ${claim.content.slice(0, 80)}`}
    >
      {word('library_open_passage')}
    </a>
  );
}
