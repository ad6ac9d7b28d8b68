import { DEFAULT_KEYS, KEY_ACTIONS, type KeyAction, type KeyMap } from '../model/reading-keys';

/** A key as a keyboard event tells it. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** Why a key cannot be given to an action: another has it, or it is no single character that can be typed. */
export type KeyProblem = { readonly kind: 'taken'; readonly by: KeyAction } | { readonly kind: 'unusable' };

/** The keys as they are: what the reader has changed, over the defaults. */
export function keyMapOf(changed: Readonly<Partial<Record<KeyAction, string>>>): KeyMap {
  return { ...DEFAULT_KEYS, ...changed };
}

/**
 * The character that a pressed key stands for; null for keys that type none, and together with Ctrl, Alt or Meta. The Caps
 * Lock key does not count: a letter is a capital with Shift alone.
 */
export function characterOf({ key, shiftKey, ctrlKey, altKey, metaKey }: PressedKey): string | null {
  if (ctrlKey || altKey || metaKey || [...key].length !== 1 || /\s/.test(key)) return null;
  const [small, capital] = [key.toLowerCase(), key.toUpperCase()];
  if (small === capital) return key;
  return shiftKey ? capital : small;
}

/**
 * What a pressed key does, or null. Where the keyboard writes other letters (Greek, Russian, Arabic), the key counts that
 * stands where a Latin keyboard has its letter, unless the reader has given its own letter to an action.
 */
export function actionOf(map: KeyMap, pressed: PressedKey): KeyAction | null {
  const typed = characterOf(pressed);
  if (typed === null) return null;
  const withKey = (character: string) => KEY_ACTIONS.find((action) => map[action] === character) ?? null;
  const own = withKey(typed);
  const latin = /^Key([A-Z])$/.exec(pressed.code)?.[1];
  if (own !== null || !latin || typed.charCodeAt(0) < 128) return own;
  return withKey(pressed.shiftKey ? latin : latin.toLowerCase());
}

/** What speaks against giving `character` (null: a key that types none) to an action. */
export function keyProblem(map: KeyMap, action: KeyAction, character: string | null): KeyProblem | null {
  if (character === null) return { kind: 'unusable' };
  const by = KEY_ACTIONS.find((other) => other !== action && map[other] === character);
  return by ? { kind: 'taken', by } : null;
}

/** A key as it is written for the reader: `J`, `Shift+A`, `?`. */
export function shownKey(character: string): string {
  const [small, capital] = [character.toLowerCase(), character.toUpperCase()];
  if (small === capital) return character;
  return character === capital ? `Shift+${capital}` : capital;
}
