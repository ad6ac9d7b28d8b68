import type { ActorType } from './actor';
import type { KeyAction } from './reading-keys';

/** How much is marked: nothing, first mentions, main actors and claims, or everything. */
export type Density = 'off' | 'first' | 'main' | 'everything';

/** From little to much. */
export const DENSITIES: readonly Density[] = ['off', 'first', 'main', 'everything'];

/** When a site's pages are read: by themselves, when asked, or never. */
export type SiteRule = 'automatic' | 'on-click' | 'never';

/** The reader's choices. `sites` maps a host name to its rule; `device` and authorship live in the database. */
export interface Settings {
  readonly marksOn: boolean;
  readonly density: Density;
  /**
   * The lowest score of claims that are marked, 0…1; null leaves it to the engine (nine in ten right) or, at the density
   * `everything`, marks all.
   */
  readonly claimsFrom: number | null;
  readonly sites: Readonly<Record<string, SiteRule>>;
  /** Host names of the sites where no adder is shown beside what is selected. */
  readonly adderOff: readonly string[];
  readonly author: string;
  /** Kinds of actors that are not marked; lists and exports still have them. */
  readonly hiddenKinds: readonly ActorType[];
  /** Marks are drawn where the page cannot ask for them. */
  readonly hidesMarks: boolean;
  /** Every article that is read is kept, as a history; private windows leave none. */
  readonly keepsRead: boolean;
  /** The reading keys that the reader has changed. */
  readonly keys: Readonly<Partial<Record<KeyAction, string>>>;
}

export const DEFAULT_SETTINGS: Settings = {
  marksOn: true,
  density: 'first',
  claimsFrom: null,
  sites: {},
  adderOff: [],
  author: '',
  hiddenKinds: [],
  hidesMarks: false,
  keepsRead: false,
  keys: {},
};
