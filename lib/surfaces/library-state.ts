import type { Ask } from '../messaging/client';
import type { ToBackground } from '../messaging/protocol';
import { hashOf, type LibraryRoute, type LibraryTab, routeOf } from '../notes/library-route';
import { type ExchangeParts, ExchangeState } from './exchange-state';
import { type FindingsParts, LibraryFindings } from './library-findings';
import { LibraryIndexState, type WatchKept } from './library-index-state';
import { LibraryNotes, type NoteStory } from './library-notes';
import type { FinderParts } from './note-finder';
import type { WatchOne } from './one-thing';

/** What the library reads by itself; tests give their own. */
export interface LibraryParts {
  readonly ask: Ask<ToBackground>;
  /** Changes the address of the page, which is told to `go` again. */
  readonly navigate: (hash: string) => void;
  /** Where all notes are looked for. */
  readonly finder: FinderParts;
  readonly watchHistory: WatchOne<NoteStory>;
  readonly findings: FindingsParts;
  readonly watchKept: WatchKept;
  readonly exchange: Omit<ExchangeParts, 'ask'>;
}

/** Gathers what the library shows; only the tab in front is read. */
export class LibraryState {
  #route: LibraryRoute = routeOf('');
  readonly notes: LibraryNotes;
  readonly findings: LibraryFindings;
  readonly index: LibraryIndexState;
  readonly exchange: ExchangeState;
  readonly #parts: LibraryParts;
  readonly #changed: () => void;

  constructor(parts: LibraryParts, changed: () => void) {
    this.#parts = parts;
    this.#changed = changed;
    this.notes = new LibraryNotes(parts.ask, parts.finder, parts.watchHistory, changed);
    this.findings = new LibraryFindings(parts.ask, parts.findings, changed);
    this.index = new LibraryIndexState(parts.ask, parts.watchKept, changed);
    this.exchange = new ExchangeState({ ...parts.exchange, ask: parts.ask }, changed);
  }

  get route(): LibraryRoute {
    return this.#route;
  }

  /** Goes to the place that the address names. */
  go(hash: string): void {
    this.#route = routeOf(hash);
    const { tab } = this.#route;
    this.findings.go(this.#route);
    this.notes.go(this.#route);
    if (tab === 'exchange') this.exchange.open();
    this.#changed();
  }

  choose(tab: LibraryTab): void {
    this.#parts.navigate(hashOf(tab));
  }
}
