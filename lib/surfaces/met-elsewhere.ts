import { claimId } from '../findings/claim-id';
import type { ClaimRow } from '../store/findings-database';

/** Counts for each claim the same claims of other articles, one after the other. The function it returns ends it. */
export type CountMet = (
  claims: readonly ClaimRow[],
  onCount: (id: string, count: number) => void,
) => () => void;

/** What is followed: the claims of a list. */
type Placed = { readonly claim: ClaimRow };

// While the lists grow, every piece of them is soon replaced: only one that stays is looked at.
const QUIET_MS = 200;
// Counts come one by one and quickly: the list is drawn once for several of them.
const GATHER_MS = 60;

/** In how many other places the claims that are shown have been met. What has no answer yet is not said to be anywhere. */
export class MetElsewhere {
  readonly #counts = new Map<string, number>();
  #lists: readonly (readonly Placed[])[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #stop = () => {};
  readonly #count: CountMet;
  readonly #changed: () => void;

  constructor(count: CountMet, changed: () => void) {
    this.#count = count;
    this.#changed = changed;
  }

  /** Looks at the claims of these lists in the place of those it was looking at. */
  follow(lists: readonly (readonly Placed[])[]): void {
    if (lists.length === this.#lists.length && lists.every((items, at) => items === this.#lists[at])) return;
    this.#lists = lists;
    this.#stop();
    this.#stop = () => {};
    clearTimeout(this.#timer);
    const claims = lists.flat().map(({ claim }) => claim);
    if (claims.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#stop = this.#count(claims, (id, count) => this.#take(id, count));
    }, QUIET_MS);
  }

  /** How often it was met elsewhere, as far as is known. */
  readonly of = (claim: Pick<ClaimRow, 'article' | 'n'>): number => this.#counts.get(claimId(claim)) ?? 0;

  #take(id: string, count: number): void {
    if ((this.#counts.get(id) ?? 0) === count) return;
    this.#counts.set(id, count);
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#changed();
    }, GATHER_MS);
  }
}
