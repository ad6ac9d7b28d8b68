import { sharedHost } from './host-key';
import { keyTaker } from './key-taker';

/** Takes the veil off again. */
export interface Veil {
  remove(): void;
}

/**
 * Events that carry what the reader types, pastes or drags. A closed shadow root hides their target, not their content:
 * they are composed and pass every capture listener of the page.
 */
const TELLING = (
  'keydown keypress keyup beforeinput input textInput compositionstart compositionupdate compositionend ' +
  'cut copy paste dragstart drop'
).split(' ');

/** The element inside the root that an event was meant for: where the pointer is, else what has the focus. */
function innerTarget(root: ShadowRoot, event: Event): EventTarget {
  const { clientX, clientY } = event as MouseEvent;
  return (
    (clientX === undefined ? null : root.elementFromPoint(clientX, clientY)) ?? root.activeElement ?? root
  );
}

/** A copy that stays inside the shadow root; it fires the same handlers there and reports back what they prevented. */
function copyOf(event: Event): Event | null {
  const init: Record<string, unknown> = {};
  for (const name in event) init[name] = event[name as keyof Event];
  init['composed'] = false;
  const Kind = event.constructor as new (type: string, init: object) => Event;
  try {
    const copy = new Kind(event.type, init);
    return copy.composed ? plainCopy(event, init) : copy;
  } catch {
    // The old `textInput` event cannot be made by script; it is hidden all the same.
    return null;
  }
}

/**
 * The fields of `init` on an event of no kind. Firefox makes every keyboard event composed, whatever is asked: such a
 * copy would leave the root, and the veil itself would stop it at the window.
 */
function plainCopy(event: Event, init: Readonly<Record<string, unknown>>): Event {
  const { bubbles, cancelable, type, view } = event as UIEvent;
  const Plain = (view as (Window & typeof globalThis) | null)?.Event ?? Event;
  const copy = new Plain(type, { bubbles, cancelable });
  for (const [name, value] of Object.entries(init)) {
    if (!(name in copy) && typeof value !== 'function') Object.defineProperty(copy, name, { value });
  }
  return copy;
}

/**
 * Hides from the page what happens inside our host: must be installed at `document_start`, before any listener of the
 * page. Genuine events for our host stop here and go on as copies inside the closed root; the browser's own action
 * (typing, pasting) follows the original. Events that a page made up itself reach nobody.
 * Keys outside our host are the page's, unless the reader has switched on a mode that takes some (`KeyTaker`).
 */
export function installVeil(
  window: Window,
  isGenuine: (event: Event) => boolean = (event) => event.isTrusted,
): Veil {
  // Keys that went down in our host; a card may be gone when they go up, which the page need not hear either.
  const held = new Set<string>();
  const hide = (event: Event) => {
    const shared = sharedHost();
    const { type } = event;
    const { code } = event as KeyboardEvent;
    if (!shared || event.target !== shared.host) {
      if (type === 'keydown') held.delete(code);
      if (!type.startsWith('key') || !isGenuine(event)) return;
      const isHeld = type === 'keyup' && held.delete(code);
      if (!isHeld && !keyTaker()?.(event as KeyboardEvent)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    event.stopImmediatePropagation();
    if (!isGenuine(event)) return;
    if (type === 'keydown') held.add(code);
    if (type === 'keyup') held.delete(code);
    const copy = copyOf(event);
    if (copy && !innerTarget(shared.root, event).dispatchEvent(copy)) event.preventDefault();
  };
  for (const type of TELLING) window.addEventListener(type, hide, true);
  return {
    remove() {
      for (const type of TELLING) window.removeEventListener(type, hide, true);
    },
  };
}
