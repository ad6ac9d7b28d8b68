/** A connection with what was wrong when it was opened, if anything was. */
export interface Opened<Connection, Failure> {
  readonly connection: Connection;
  readonly failure: Failure | null;
}

interface Held<Connection, Failure> {
  readonly opening: Promise<Opened<Connection, Failure>>;
  isOver: boolean;
  users: number;
}

/**
 * One connection for all that a page reads at the same time: opening one takes longer than most questions. It is closed when
 * nobody uses it any more; one that the browser has closed, or that could not be opened, is left to those who have it.
 */
export class SharedConnection<Connection, Failure> {
  #held: Held<Connection, Failure> | null = null;
  readonly #open: () => Promise<Opened<Connection, Failure>>;
  readonly #isOpen: (connection: Connection) => boolean;
  readonly #close: (connection: Connection) => void;

  constructor(parts: {
    readonly open: () => Promise<Opened<Connection, Failure>>;
    readonly isOpen: (connection: Connection) => boolean;
    readonly close: (connection: Connection) => void;
  }) {
    this.#open = parts.open;
    this.#isOpen = parts.isOpen;
    this.#close = parts.close;
  }

  /** Takes the connection; whoever does calls `leave` once, also where opening fails. */
  take(): { readonly opened: Promise<Opened<Connection, Failure>>; readonly leave: () => void } {
    const held = this.#held ?? this.#begin();
    held.users += 1;
    return { opened: this.#stillOpen(held), leave: () => this.#leave(held) };
  }

  #begin(): Held<Connection, Failure> {
    const held: Held<Connection, Failure> = { opening: this.#open(), isOver: false, users: 0 };
    held.opening.catch(() => this.#forget(held));
    this.#held = held;
    return held;
  }

  async #stillOpen(held: Held<Connection, Failure>): Promise<Opened<Connection, Failure>> {
    const opened = await held.opening;
    // Closed meanwhile, as when the database was deleted: the next one to ask opens it anew.
    if (!this.#isOpen(opened.connection)) this.#forget(held);
    return opened;
  }

  #leave(held: Held<Connection, Failure>): void {
    held.users -= 1;
    if (held.users > 0 || held.isOver) return;
    held.isOver = true;
    this.#forget(held);
    held.opening.then(
      ({ connection }) => this.#close(connection),
      () => {},
    );
  }

  #forget(held: Held<Connection, Failure>): void {
    if (this.#held === held) this.#held = null;
  }
}
