import { frameOf, windowOf } from '../frames/frame-tree';

/** Luminance below which a background counts as dark; between the two schemes' papers there is a wide gap. */
const DARK_BELOW = 0.4;

interface Paint {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Reads the computed form `rgb(…)` or `rgba(…)`; other colour spaces give null. */
function readColour(css: string): Paint | null {
  const numbers = /^rgba?\(([^)]*)\)/
    .exec(css)?.[1]
    ?.match(/[\d.]+/g)
    ?.map(Number);
  if (!numbers || numbers.length < 3) return null;
  const [red, green, blue, alpha = 1] = numbers as [number, number, number, number?];
  return { red, green, blue, alpha };
}

/** The colour of the ground that `element` stands on, as CSS; null where nothing opaque is set up to the root. */
export function groundOf(window: Window, element: Element): string | null {
  for (let at: Element | null = element, depth = 0; at && depth < 60; depth++) {
    const { backgroundColor } = styleOf(window, at);
    const paint = readColour(backgroundColor);
    if (paint && paint.alpha > 0.5) return backgroundColor;
    at = parentOf(window, at);
  }
  return null;
}

/**
 * Whether the text of `element` stands on a dark ground: the nearest ancestor with an opaque colour decides, whatever
 * scheme the reader's system has. A page that sets no background is judged by the colour of its text.
 */
export function isOnDark(window: Window, element: Element): boolean {
  const luminance = ({ red, green, blue }: Paint) => (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  for (let at: Element | null = element, depth = 0; at && depth < 60; depth++) {
    const paint = readColour(styleOf(window, at).backgroundColor);
    if (paint && paint.alpha > 0.5) return luminance(paint) < DARK_BELOW;
    at = parentOf(window, at);
  }
  const ink = readColour(styleOf(window, element).color);
  return ink !== null && luminance(ink) > 1 - DARK_BELOW;
}

function styleOf(window: Window, element: Element): CSSStyleDeclaration {
  return (windowOf(element.ownerDocument) ?? window).getComputedStyle(element);
}

/**
 * The element around another, the host of its shadow root, or the frame of its document. The root's parent is the document;
 * `parentElement` itself can be clobbered by a form's fields, hence the check.
 */
function parentOf(window: Window, element: Element): Element | null {
  const parent: unknown = element.parentElement ?? (element.getRootNode?.() as Partial<ShadowRoot>)?.host;
  const view = windowOf(element.ownerDocument) ?? (window as Window & typeof globalThis);
  return parent instanceof view.Element ? parent : frameOf(element.ownerDocument);
}
