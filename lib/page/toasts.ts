import { sharedHost } from '../marks/host-key';
import { codeOf } from '../messaging/client';
import type { Notice } from '../messaging/notice';
import type { FailureCode } from '../messaging/protocol';

/** Takes a change back. @throws MessageError where that fails */
export type Undo = () => Promise<void>;

const TOAST_MS = 8_000;

const hasFocus = (within: string) => sharedHost()?.root.activeElement?.closest(within) != null;

/** Whether the message has the focus. */
export const isOnToast = (): boolean => hasFocus('.toasts');

/** The one short message over the page, and the way back that it may offer. */
export class Toasts {
  #undo: Undo | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isHeld = false;
  readonly #show: (toast: Notice | null) => void;

  constructor(show: (toast: Notice | null) => void) {
    this.#show = show;
  }

  /** Says what became of a change; `undo` takes it back. */
  tell(key: Notice['key'], undo: Undo | null = null): void {
    this.#undo = undo;
    this.#set({ key, failure: null, canUndo: undo !== null });
  }

  fail(failure: FailureCode): void {
    this.#set({ key: 'toast_failed', failure, canUndo: false });
  }

  /**
   * Does something that may fail and says which it was. The way back takes the focus from the card whose button was pressed:
   * it would else lie behind the whole page.
   */
  async attempt(key: Notice['key'], change: () => Promise<Undo | null>): Promise<boolean> {
    const isFromCard = hasFocus('.card');
    try {
      this.tell(key, await change());
      const wayBack = sharedHost()?.root.querySelector<HTMLElement>('.toast button');
      if (isFromCard) wayBack?.focus({ preventScroll: true });
      return true;
    } catch (error) {
      this.fail(codeOf(error));
      return false;
    }
  }

  /** Takes the last change back; where that fails the way back stays open. */
  async undo(): Promise<void> {
    const undo = this.#undo;
    if (!undo) return;
    try {
      await undo();
      this.close();
    } catch (error) {
      this.#set({ key: 'toast_failed', failure: codeOf(error), canUndo: true });
    }
  }

  /** Keeps the message while the reader is at it, pointing or with the focus; from then on it has its full time again. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    clearTimeout(this.#timer);
    if (!isHeld) this.#timer = setTimeout(() => this.close(), TOAST_MS);
  }

  /** Takes the message away, and its way back with it. */
  close(): void {
    this.#undo = null;
    this.#isHeld = false;
    clearTimeout(this.#timer);
    this.#show(null);
  }

  /** Takes away a message that offers a way back, when what it leads back to may be gone; any other stays. */
  drop(): void {
    if (this.#undo) this.close();
  }

  #set(toast: Notice): void {
    clearTimeout(this.#timer);
    this.#show(toast);
    this.hold(this.#isHeld);
  }
}
