import { passageBox } from './card-box';
import type { Box, CardsState, CardView } from './cards-view';
import type { PageSession } from './session';
import { isOnToast, Toasts } from './toasts';

const NOTHING: CardView = { kind: 'nothing' };

/** Where the cards of one page stand: the one that is open, the message over the page, and where the focus was before. */
export class CardStage {
  #state: CardsState = { card: NOTHING, toast: null };
  #returnFocus: HTMLElement | null = null;
  readonly #document: Document;
  readonly #session: PageSession;
  readonly #show: (state: CardsState) => void;
  /** The message over the page, with the way back of the last deletion or correction. */
  readonly toasts: Toasts;

  constructor(document: Document, session: PageSession, show: (state: CardsState) => void) {
    this.#document = document;
    this.#session = session;
    this.#show = show;
    this.toasts = new Toasts((toast) => {
      const isLeaving = toast === null && isOnToast();
      this.#update({ toast });
      if (isLeaving) this.#giveFocusBack();
    });
  }

  get state(): CardsState {
    return this.#state;
  }

  get card(): CardView {
    return this.#state.card;
  }

  /** Whether a card holds text the reader is writing; nothing else may then take its place. */
  get isWriting(): boolean {
    return this.card.kind === 'editor' || this.card.kind === 'unfinished';
  }

  open(card: CardView): void {
    this.#update({ card });
  }

  /** Shows a passage, and opens a card beside where it stands then; false where the page has none. */
  openAt(ranges: readonly Range[], open: (box: Box) => void): boolean {
    this.point(ranges);
    const box = passageBox(ranges);
    if (box) open(box);
    return box !== null;
  }

  /** Shows a passage and rings it. */
  point(ranges: readonly Range[]): void {
    this.#session.layer.show(ranges, false);
    this.#session.layer.ring(ranges);
  }

  /** Takes away whatever is open; the ring around a passage and the focus stay. */
  clear(): void {
    this.open(NOTHING);
  }

  /** Closes whatever is open and gives the focus back. */
  close(): void {
    this.#session.layer.ring(null);
    this.clear();
    // The toast took it over with the way back, and gives it back when it goes.
    if (!isOnToast()) this.#giveFocusBack();
  }

  /** Before the first of several cards takes the focus: it goes back there when the last has gone. */
  rememberFocus(): void {
    this.#returnFocus ??= this.#document.activeElement as HTMLElement | null;
  }

  /** Lends the focus to the page while a card stays. */
  lendFocus(): void {
    this.#returnFocus?.focus?.();
  }

  #giveFocusBack(): void {
    this.lendFocus();
    this.#returnFocus = null;
  }

  #update(change: Partial<CardsState>): void {
    this.#state = { ...this.#state, ...change };
    this.#show(this.#state);
  }
}
