import type { Notice } from '../messaging/notice';
import type { FailureCode } from '../messaging/protocol';

/** Where a card belongs: a box in viewport coordinates (CSS pixels) at the moment of opening. */
export type Box = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>;

/** The one card that is open. */
export type CardView =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'adder'; readonly box: Box }
  | {
      readonly kind: 'editor';
      readonly box: Box;
      readonly quote: string;
      readonly body: string;
      readonly tags: readonly string[];
      readonly step: 'writing' | 'draft-kept' | 'saving' | 'failed';
      readonly failure: FailureCode | null;
    }
  /** The notes that can be attached to what is selected. */
  | { readonly kind: 'lost'; readonly box: Box }
  /** Whether an uncertain note belongs to the passage that resembles its own. */
  | { readonly kind: 'ask'; readonly box: Box; readonly id: string }
  | { readonly kind: 'unfinished'; readonly quote: string; readonly body: string }
  | {
      readonly kind: 'actor';
      readonly box: Box;
      readonly id: string;
      readonly mention: number;
      readonly isPinned: boolean;
    }
  | { readonly kind: 'claim'; readonly box: Box; readonly id: string; readonly isPinned: boolean }
  | { readonly kind: 'note'; readonly box: Box; readonly id: string; readonly isPinned: boolean };

export interface CardsState {
  readonly card: CardView;
  readonly toast: Notice | null;
}
