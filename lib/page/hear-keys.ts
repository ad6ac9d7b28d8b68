import { actionOf } from '../keys/key-map';
import { keyTaker, setKeyTaker } from '../marks/key-taker';
import type { KeyAction, KeyMap } from '../model/reading-keys';

/** What is done with the keys that are heard. */
export interface KeyDeeds {
  /** The keys as they are now. */
  keys(): KeyMap;
  act(action: KeyAction): void;
  /** Esc. @returns whether there was something to leave */
  escape(): boolean;
}

const TYPING = `input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=range]),
  textarea, select, [role=textbox], [role=searchbox], [role=combobox], [role=listbox], [role=application]`;

/**
 * Hears single keys on the page and in our own root, and takes those that mean something, so that the page's own shortcuts
 * do not fire as well. Not while something is being typed. Outside of our root the keys come from the veil, which hears
 * them before the page.
 * @returns what ends it; from then on whoever looked at the keys before does so again
 */
export function hearKeys(root: ShadowRoot, deeds: KeyDeeds): () => void {
  // The page must not hear a key going up that it has not heard going down.
  const taken = new Set<string>();
  const press = (event: KeyboardEvent): boolean => {
    if (event.defaultPrevented || event.isComposing) return false;
    if (event.key === 'Escape') return deeds.escape();
    const action = isTyping(event) ? null : actionOf(deeds.keys(), event);
    if (action === null) return false;
    // A key that is held down goes on from mark to mark; what opens or switches is done once.
    if (!event.repeat || /^(next|previous)-/.test(action)) deeds.act(action);
    return true;
  };
  const take = (event: KeyboardEvent): boolean => {
    if (event.type === 'keyup') return taken.delete(event.code);
    if (event.type === 'keypress') return taken.has(event.code);
    const isTaken = press(event);
    // Its last end may have been heard elsewhere, in a card that had the focus by then.
    if (isTaken) taken.add(event.code);
    else taken.delete(event.code);
    return isTaken;
  };
  const inRoot = (event: Event) => {
    if (press(event as KeyboardEvent)) event.preventDefault();
  };
  const before = keyTaker();
  setKeyTaker(take);
  root.addEventListener('keydown', inRoot);
  return () => {
    // What is still held down goes up unheard.
    setKeyTaker((event) => {
      const isEnd = event.type !== 'keydown' && take(event);
      if (event.type === 'keydown') taken.delete(event.code);
      if (taken.size === 0) setKeyTaker(before);
      return isEnd || (before?.(event) ?? false);
    });
    root.removeEventListener('keydown', inRoot);
  };
}

/** Whether a key goes into a field. What lies behind a closed shadow root cannot be seen; it is taken for a field. */
function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath() as Partial<HTMLElement>[];
  if (!target?.matches) return false;
  const isClosed = target.tagName?.includes('-') === true && !target.shadowRoot;
  return isClosed || target.isContentEditable === true || target.closest?.(TYPING) != null;
}
