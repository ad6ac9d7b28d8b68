/** What a single key can do while the reading keys are on. */
export const KEY_ACTIONS = [
  'next-claim',
  'previous-claim',
  'next-actor',
  'previous-actor',
  'next-note',
  'previous-note',
  'write-note',
  'says-view',
  'density',
  'help',
] as const;

export type KeyAction = (typeof KEY_ACTIONS)[number];

/**
 * The key of each action: one character as it is typed, so that a capital letter means Shift. Two actions never have the
 * same key.
 */
export type KeyMap = Readonly<Record<KeyAction, string>>;

export const DEFAULT_KEYS: KeyMap = {
  'next-claim': 'j',
  'previous-claim': 'k',
  'next-actor': 'a',
  'previous-actor': 'A',
  'next-note': 'n',
  'previous-note': 'N',
  'write-note': 'e',
  'says-view': 'w',
  density: 'd',
  help: '?',
};

/** A key that the browser keeps for the extension; `key` is empty where none is set. */
export interface CommandKey {
  readonly name: string;
  readonly key: string;
}
