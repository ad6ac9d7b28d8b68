import type { Density } from '../model/settings';
import type { FailureCode } from './protocol';

/** A short message on what became of a change; `canUndo` says that it can be taken back. */
export interface Notice {
  readonly key:
    | 'toast_saved'
    | 'toast_deleted'
    | 'toast_wording_deleted'
    | 'toast_deleted_many'
    | 'toast_tagged'
    | 'toast_some_changed'
    | 'toast_none_changed'
    | 'toast_corrected'
    | 'toast_kept'
    | 'toast_dropped'
    | 'toast_not_dropped'
    | 'toast_attached'
    | 'toast_refused'
    | 'toast_undone'
    | 'toast_undone_partly'
    | 'toast_redone'
    | 'toast_not_on_page'
    | 'toast_failed'
    | `density_${Density}`
    | `no_${'claim' | 'actor' | 'note'}_here`;
  readonly failure: FailureCode | null;
  readonly canUndo: boolean;
}
