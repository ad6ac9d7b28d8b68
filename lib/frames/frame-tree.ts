/**
 * Frames of the page's own origin, from the page's script outwards and inwards. In Firefox, whatever belongs to a frame that
 * has gone elsewhere throws when it is touched; what is asked here then answers null.
 */

type Getter = (this: unknown) => unknown;

/** A property of a node by its prototype: the names of a page's forms and images can shadow the property itself. */
function readThrough(node: Node, name: string): unknown {
  for (let proto: unknown = Object.getPrototypeOf(node); proto; proto = Object.getPrototypeOf(proto)) {
    const getter = Object.getOwnPropertyDescriptor(proto, name)?.get as Getter | undefined;
    if (getter) return getter.call(node);
  }
  return null;
}

/** What `look` finds, or `otherwise` where the frame it looks into is gone. */
export function ifReachable<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}

/** The document in a frame element; null for other elements and for frames of another origin. */
export function documentIn(frame: Element | null | undefined): Document | null {
  return ifReachable(() => (frame ? (readThrough(frame, 'contentDocument') as Document | null) : null), null);
}

/** The window that shows a document; null once its frame has gone elsewhere, and for documents that none ever showed. */
export function windowOf(document: Document): (Window & typeof globalThis) | null {
  return ifReachable(() => readThrough(document, 'defaultView') as (Window & typeof globalThis) | null, null);
}

/**
 * The frame element in which a document stands; null for the page's own. What the script runs in is its page, also where that
 * stands in a frame itself, as the sample does on the welcome page.
 */
export function frameOf(document: Document): Element | null {
  if (document === globalThis.document) return null;
  return ifReachable(() => windowOf(document)?.frameElement ?? null, null);
}

/** The document in which a range begins; null where its frame is gone. */
export function documentOf(range: AbstractRange): Document | null {
  // Asked of every mark, hence plainly: marks begin in text, which no page can clobber.
  return ifReachable(() => range.startContainer.ownerDocument, null);
}
