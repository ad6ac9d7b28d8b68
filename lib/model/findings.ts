import type { ActorType } from './actor';
import type { ArticleMetadata } from './article';
import type { ClaimKind } from './claim';
import type { Span } from './span';

/** What lists say of a kept article. It repeats the article's record and can be made anew from it at any time. */
export interface ArticleHead
  extends Pick<ArticleMetadata, 'title' | 'authors' | 'siteName' | 'publishedTime' | 'flags'> {
  readonly key: string;
  readonly url: string;
  /** Hash of the version that was seen last; null where no text is kept. */
  readonly version: string | null;
  /** When that version was seen, ISO 8601. */
  readonly seenAt: string;
  /** The reading history alone keeps it. */
  readonly onlyRead?: true;
}

/** An actor of one article under the key that it has in every article (see `actorKey`). */
export interface FoundActor {
  readonly key: string;
  readonly name: string;
  readonly type: ActorType;
  readonly mentions: number;
  /** How many claims it makes, and in how many claims of others it is named. */
  readonly said: number;
  readonly about: number;
}

/**
 * A claim of one article, with its words. `start` and `end` are UTF-16 units into the text of the article's version.
 * `speaker` and `about` are keys of actors; `n` is its place among the claims of the article.
 */
export interface FoundClaim extends Span {
  readonly n: number;
  readonly kind: ClaimKind;
  readonly speaker: string | null;
  readonly source: string | null;
  readonly cue: string | null;
  readonly content: string;
  readonly about: readonly string[];
}

/** What the engines find in one article, as the library lists it. */
export interface ArticleFindings {
  readonly actors: readonly FoundActor[];
  readonly claims: readonly FoundClaim[];
}
