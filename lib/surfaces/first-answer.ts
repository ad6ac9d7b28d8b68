import { codeOf } from '../messaging/client';
import type { FailureCode } from '../messaging/protocol';

/** Why nothing is known of a page, and whether it is being looked at once more because the reader asked. */
export interface PageTrouble {
  readonly pageFailure: FailureCode | null;
  readonly isTryingAgain: boolean;
}

/** A background that is silent for longer is taken for one that will not answer: waking it takes seconds under load, not more. */
const SILENT_AFTER_MS = 8_000;

/** Waits for an answer; `tell` is called where that takes longer than a background does that will answer at all. */
export async function toldWhenSilent<T>(answer: Promise<T>, tell: () => void): Promise<T> {
  const timer = setTimeout(tell, SILENT_AFTER_MS);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Waits for what the background answers, so that no surface is “reading” for ever: `tell` hears that nobody answered, by a failure
 * or by nothing at all, and hears null when an answer came after all. Null where none came.
 */
export async function firstAnswer<T>(
  answer: Promise<T>,
  tell: (silence: FailureCode | null) => void,
): Promise<T | null> {
  try {
    const value = await toldWhenSilent(answer, () => tell('unreachable'));
    tell(null);
    return value;
  } catch (error) {
    // Other failures are of the page that was asked about, which says so itself.
    if (codeOf(error) === 'unreachable') tell('unreachable');
    return null;
  }
}
