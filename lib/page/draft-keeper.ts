import type { FailureCode } from '../messaging/protocol';
import type { NoteWriting } from './note-writing';

/** A draft is kept when the keys rest this long, and so often while they do not: a second's typing may be lost, no more. */
const DRAFT_AFTER_MS = 400;
const DRAFT_EVERY_MS = 600;

/** Keeps what is being written as a draft, a moment after the last key and every so often before. */
export class DraftKeeper {
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #runTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #tell: (failure: FailureCode | null, isTold: boolean) => void;

  /**
   * `tell` is called after each draft; `isTold` only at a rest: a status that changes under running keys would be read
   * out again and again.
   */
  constructor(tell: (failure: FailureCode | null, isTold: boolean) => void) {
    this.#tell = tell;
  }

  /** Keeps the draft soon. */
  keepSoon(writing: NoteWriting): void {
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => void this.keep(writing), DRAFT_AFTER_MS);
    this.#runTimer ??= setTimeout(() => void this.keep(writing, false), DRAFT_EVERY_MS);
  }

  /** Keeps the draft now. @returns whether that went well */
  async keep(writing: NoteWriting, isTold = true): Promise<boolean> {
    clearTimeout(this.#runTimer);
    this.#runTimer = undefined;
    const failure = await writing.keepDraft();
    this.#tell(failure, isTold);
    return failure === null;
  }

  /** Forgets what was to be kept soon. */
  stop(): void {
    clearTimeout(this.#restTimer);
    clearTimeout(this.#runTimer);
    this.#runTimer = undefined;
  }
}
