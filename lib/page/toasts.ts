import { codeOf } from '../messaging/client';
import type { Notice } from '../messaging/notice';
import type { FailureCode } from '../messaging/protocol';

/** Takes a change back. @throws MessageError where that fails */
export type Undo = () => Promise<void>;

const TOAST_MS = 8_000;

/** The one short message over the page, and the way back that it may offer. */
export class Toasts {
  #undo: Undo | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
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

  /** Does something that may fail and says which it was. */
  async attempt(key: Notice['key'], change: () => Promise<Undo | null>): Promise<boolean> {
    try {
      this.tell(key, await change());
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
      this.#undo = null;
      clearTimeout(this.#timer);
      this.#show(null);
    } catch (error) {
      this.#set({ key: 'toast_failed', failure: codeOf(error), canUndo: true });
    }
  }

  #set(toast: Notice): void {
    clearTimeout(this.#timer);
    this.#show(toast);
    this.#timer = setTimeout(() => this.#show(null), TOAST_MS);
  }
}
