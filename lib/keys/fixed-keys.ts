/** Where a key is heard. */
export type KeyPlace = 'page' | 'popup' | 'panel' | 'options' | 'library' | 'welcome';

/** A key that cannot be changed: how it is written, the sentence that says what it does, and where it is heard. */
export interface FixedKey {
  readonly keys: readonly string[];
  readonly sentence: string;
  readonly places: readonly KeyPlace[];
}

const OWN_PAGES = ['popup', 'panel', 'options', 'library', 'welcome'] as const;

/** Every key that the interface hears besides the reading keys and the browser's. A test compares it with the code. */
export const FIXED_KEYS: readonly FixedKey[] = [
  { keys: ['Ctrl+Enter'], sentence: 'key_save_note', places: ['page', 'popup', 'panel', 'library'] },
  { keys: ['Esc'], sentence: 'key_close_card', places: ['page'] },
  { keys: ['Esc'], sentence: 'key_close_form', places: ['popup', 'panel', 'library'] },
  { keys: ['Esc'], sentence: 'key_leave_reading', places: ['page'] },
  { keys: ['Ctrl+Z'], sentence: 'key_undo', places: ['popup'] },
  { keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], sentence: 'key_redo', places: ['popup'] },
  { keys: ['Esc'], sentence: 'key_keep_key', places: ['options'] },
  { keys: ['?'], sentence: 'key_help', places: OWN_PAGES },
];

/** The fixed keys of one place. */
export function fixedKeysOf(place: KeyPlace): readonly FixedKey[] {
  return FIXED_KEYS.filter(({ places }) => places.includes(place));
}
