import { sharedSlot } from '../messaging/world';
import type { Detection } from '../model/article';
import type { Box } from './cards-view';
import type { PageMark } from './collect-marks';
import type { PageSession } from './session';

/** What the cards script offers to the other scripts of the page. */
export interface Cards {
  /** Opens the editor for the current selection, or for the page as a whole where nothing is selected. */
  begin(): boolean;
  /** Opens the card of a mark beside `box` (viewport coordinates). */
  openMark(mark: PageMark, box: Box, isPinned: boolean): void;
  /** Closes a card that only the pointer held open. */
  release(): void;
  readonly places: {
    /** Asks whether an uncertain note belongs to the passage that resembles its own; false where there is none. */
    ask(id: string): boolean;
  };
  /** Goes to the next (1) or previous (-1) mark and opens its card. */
  walk(step: 1 | -1): boolean;
  /** The message over the page. */
  readonly toasts: {
    /** Takes it away where it offers a way back: what that leads back to may be gone. */
    drop(): void;
  };
}

/** What the reading keys offer to the other scripts of the page. */
export interface Keys {
  /** Enters or leaves the mode in which single keys are heard. @returns whether it is on now */
  toggle(): boolean;
  leave(): void;
}

/** What the detector keeps for the scripts that come after it. */
export interface Detector {
  detection(): Detection | null;
  /** Whether the page stood before this script came, and could have set its ears first. */
  cameLate(): boolean;
  /** Whether the extension that this script belongs to still lives. */
  isConnected(): boolean;
  /** From now on answers the background. A page that is no article does not before it is asked to. */
  listen(): void;
  retire(): void;
}

/** Shared by our scripts of one page, out of the page's reach. */
export const SESSION = sharedSlot<PageSession>('session');
export const CARDS = sharedSlot<Cards>('cards');
export const KEYS = sharedSlot<Keys>('keys');
export const DETECTOR = sharedSlot<Detector>('detector');
