import type { Answer, ToBackground } from '../messaging/protocol';
import type { ChangeKind } from '../model/change-kind';
import type { Settings } from '../model/settings';
import type { StoreWatch } from '../model/store-watch';
import type { PageTrouble } from './first-answer';
import type { NoteChanges } from './note-changes';
import type { FinderData } from './note-finder';
import type { StoreTroubleData } from './store-trouble';
import type { StoredItem } from './stored-items';

/** What the popup knows at one moment. */
export interface PopupData extends PageTrouble, StoreTroubleData {
  /** Null until the tab has answered. */
  readonly status: Answer<ToBackground, 'page.status'> | null;
  /** This page's notes, from top to bottom. */
  readonly here: readonly StoredItem[];
  /** All notes, as the reader looks for them. */
  readonly finder: FinderData;
  readonly settings: Settings;
  readonly changes: NoteChanges;
  readonly canMove: CanMove;
  readonly watch: StoreWatch;
  /** Whether the list of all notes has been shown, or cannot be. */
  readonly isSettled: boolean;
  readonly order: PopupOrder;
}

/** What can be drawn, so that nothing moves that was drawn before. */
export interface PopupOrder {
  /** Where what is known of the page stands: above the list, or below everything where the list did not wait any longer. Null: not decided. */
  readonly pagePlace: 'above' | 'below' | null;
  /** Whether all is known that stands in the list or above it. */
  readonly hasList: boolean;
  /** Whether nothing more will be known of the page. */
  readonly isPageOver: boolean;
  /** Whether the loss of notes was found out only when the rest stood, and is told below it. */
  readonly isLossLate: boolean;
}

/** What can be taken back next, and made again. */
export interface CanMove {
  readonly undo: ChangeKind | null;
  readonly redo: ChangeKind | null;
}
