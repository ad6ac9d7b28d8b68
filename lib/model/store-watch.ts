/**
 * What is remembered of the database outside of it, to notice when it is gone. `sentinel` and `notes` are the identity and
 * size it had last.
 */
export interface StoreWatch {
  readonly sentinel: string | null;
  readonly notes: number;
  /** Set while a loss has neither been made good nor been let go. Times are ISO 8601. */
  readonly lost: { readonly noticed: string; readonly notes: number; readonly sentinel: string } | null;
  /** When a file with everything was last saved outside of the browser. */
  readonly fileSaved: string | null;
  /** Whether such a file is saved by itself, once a week. */
  readonly savesFiles: boolean;
}

export const FRESH_WATCH: StoreWatch = {
  sentinel: null,
  notes: 0,
  lost: null,
  fileSaved: null,
  savesFiles: false,
};
