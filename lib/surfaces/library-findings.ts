import type { Ask } from '../messaging/client';
import type { ToBackground } from '../messaging/protocol';
import type { LibraryRoute } from '../notes/library-route';
import type { SimilarClaim } from '../store/find-similar-claims';
import type { ActorRow, ClaimRow, HeadRow } from '../store/findings-database';
import { type ArticleItem, KeptArticles } from './kept-articles';
import { type CountMet, MetElsewhere } from './met-elsewhere';
import { OneThing, type WatchOne } from './one-thing';
import { PagedList, type WatchPage } from './paged-list';

/** A claim with the article it stands in. */
export interface ClaimItem {
  readonly claim: ClaimRow;
  readonly head: HeadRow | null;
  /** The name of the actor who speaks; null where nobody is named. */
  readonly speaker: string | null;
}

/** A claim, and what other articles have that says much the same. */
export interface ClaimMet extends ClaimItem {
  readonly similar: readonly (ClaimItem & Pick<SimilarClaim, 'score'>)[];
}

/** What is read of the findings; tests give their own. */
export interface FindingsParts {
  readonly watchArticles: WatchPage<ArticleItem>;
  readonly watchActors: WatchPage<ActorRow>;
  readonly watchClaims: WatchPage<ClaimItem>;
  readonly watchSaid: WatchPage<ClaimItem>;
  readonly watchAbout: WatchPage<ClaimItem>;
  readonly watchActor: WatchOne<ActorRow>;
  readonly watchClaim: WatchOne<ClaimMet>;
  readonly countMet: CountMet;
}

/** Articles, actors and claims of the library; only what stands in front is read. */
export class LibraryFindings {
  readonly articles: KeptArticles;
  readonly actors: PagedList<ActorRow>;
  readonly claims: PagedList<ClaimItem>;
  readonly claimsOf: PagedList<ClaimItem>;
  readonly said: PagedList<ClaimItem>;
  readonly about: PagedList<ClaimItem>;
  readonly actor: OneThing<ActorRow>;
  readonly claim: OneThing<ClaimMet>;
  /** In how many places more the claims in front have been met. */
  readonly met: MetElsewhere;
  #inFront: readonly PagedList<ClaimItem>[] = [];

  constructor(ask: Ask<ToBackground>, parts: FindingsParts, changed: () => void) {
    this.articles = new KeptArticles(ask, parts.watchArticles, changed);
    this.actors = new PagedList(parts.watchActors, changed, 100);
    this.met = new MetElsewhere(parts.countMet, changed);
    const claimsChanged = () => {
      this.#lookElsewhere();
      changed();
    };
    this.claims = new PagedList(parts.watchClaims, claimsChanged);
    this.claimsOf = new PagedList(parts.watchClaims, claimsChanged);
    this.said = new PagedList(parts.watchSaid, claimsChanged, 25);
    this.about = new PagedList(parts.watchAbout, claimsChanged, 25);
    this.actor = new OneThing(parts.watchActor, changed);
    this.claim = new OneThing(parts.watchClaim, changed);
  }

  go({ tab, part, id }: LibraryRoute): void {
    const isOne = part === 'one' ? id : null;
    const isOf = part === 'of' ? id : null;
    turn(this.articles.list, tab === 'articles');
    turn(this.actors, tab === 'actors' && isOne === null);
    turn(this.claims, tab === 'claims' && isOne === null && isOf === null);
    turn(this.claimsOf, tab === 'claims' && isOf !== null, isOf);
    for (const list of [this.said, this.about]) turn(list, tab === 'actors' && isOne !== null, isOne);
    turn(this.actor, tab === 'actors' && isOne !== null, isOne);
    turn(this.claim, tab === 'claims' && isOne !== null, isOne);
    if (tab === 'claims' && isOne === null) this.#inFront = isOf === null ? [this.claims] : [this.claimsOf];
    else this.#inFront = tab === 'actors' && isOne !== null ? [this.said, this.about] : [];
    this.#lookElsewhere();
  }

  #lookElsewhere(): void {
    this.met.follow(this.#inFront.flatMap(({ data }) => (data.page ? [data.page.items] : [])));
  }
}

function turn<T>(thing: PagedList<T> | OneThing<T>, isInFront: boolean, id: string | null = null): void {
  if (!isInFront) thing.close();
  else if (thing instanceof PagedList) thing.open(id);
  else if (id !== null) thing.open(id);
}
