import type { FailureCode } from '../messaging/protocol';
import { isReadable } from '../store/read-only';

/** Why the notes cannot be read or written, and whether they are being read once more because the reader asked. */
export interface StoreTroubleData {
  readonly storeFailure: FailureCode | null;
  readonly isStoreTriedAgain: boolean;
  /** Whether reading once more may do better. */
  readonly canStorePass: boolean;
}

/** What is wrong with the notes, as popup and panel hear it of all that they read. */
export class StoreTrouble {
  #failure: FailureCode | null = null;
  #isTriedAgain = false;

  get data(): StoreTroubleData {
    return {
      storeFailure: this.#failure,
      isStoreTriedAgain: this.#isTriedAgain,
      canStorePass: this.#canPass,
    };
  }

  /** Takes over why something could not be read; null where it could. */
  hear(failure: FailureCode | null): void {
    this.#isTriedAgain = false;
    // Data of another version is shown and still cannot be written.
    if (failure === null && this.#failure && isReadable(this.#failure)) return;
    this.#failure = failure;
  }

  /** Whether something is wrong that may have passed: whoever asks now reads once more. */
  startAgain(): boolean {
    this.#isTriedAgain = this.#canPass;
    return this.#isTriedAgain;
  }

  // Another window can be closed; a private one stays what it is.
  get #canPass(): boolean {
    return this.#failure !== null && this.#failure !== 'unavailable' && !isReadable(this.#failure);
  }
}
