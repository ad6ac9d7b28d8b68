/**
 * Reads of the DOM that a page cannot clobber. `<form><input name="parentNode"></form>` and `<img name="body">` shadow
 * DOM properties on the form and on the document, also for content scripts; the getters of the prototypes are not
 * shadowed, so every read goes through them.
 */
export interface NodeReader {
  parent(node: Node): Node | null;
  first(node: Node): Node | null;
  next(node: Node): Node | null;
  type(node: Node): number;
  /** Upper-case local tag name; the empty string for anything that is no element. */
  tag(node: Node): string;
  attr(element: Element, name: string): string | null;
  hasAttributes(element: Element): boolean;
  /** The open shadow root of an element, or null. */
  shadow(element: Element): ShadowRoot | null;
  /** Nodes assigned to a slot (flattened); empty for anything else. */
  assigned(element: Element): readonly Node[];
  text(node: Node): string;
  /** The first elements that a selector finds, `most` at most (all without it). */
  select(root: ParentNode, selector: string, most?: number): Element[];
  /** How many elements of the document a selector finds; cheaper than to take them. */
  count(document: Document, selector: string): number;
  /** Whether a selector finds anything in the document; cheaper than to count. */
  has(document: Document, selector: string): boolean;
  /** The document's first elements with a tag name, `most` at most. */
  tags(document: Document, name: string, most: number): Element[];
  /** How many elements of the document have a tag name (`*` for all); much cheaper than by selector. */
  countTags(document: Document, name: string): number;
  root(document: Document): Element | null;
  body(document: Document): Element | null;
  connected(node: Node): boolean;
}

type Getter = (this: unknown) => unknown;
type Method = (this: unknown, argument: unknown) => unknown;

/** Where a property is looked for; asked when it is first read, for the browser makes the prototype of elements with the first of them. */
type Start = () => object;

/** The getter of a property by its prototype. Looked up when first asked: to make one costs the browser more than to call it. */
function getter<T>(start: Start, name: string): (node: Node) => T {
  let get: Getter | undefined;
  return (node) => {
    get ??= find<Getter>(start(), name, 'get');
    return get.call(node) as T;
  };
}

function method<T>(start: Start, name: string): (on: Node, argument: unknown) => T {
  let call: Method | undefined;
  return (on, argument) => {
    call ??= find<Method>(start(), name, 'value');
    return call.call(on, argument) as T;
  };
}

function find<F>(start: object, name: string, kind: 'get' | 'value'): F {
  let proto: object | null = start;
  while (proto) {
    const found: unknown = Object.getOwnPropertyDescriptor(proto, name)?.[kind];
    if (typeof found === 'function') return found as F;
    proto = Object.getPrototypeOf(proto) as object | null;
  }
  return (() => null) as F;
}

/** By index: a node list's iterator costs several times more. */
function listed(found: ArrayLike<Element> | null, most = Number.POSITIVE_INFINITY): Element[] {
  const elements: Element[] = [];
  const length = Math.min(found?.length ?? 0, most);
  for (let i = 0; i < length; i++) elements.push(found![i]!);
  return elements;
}

const readers = new WeakMap<object, NodeReader>();

/** The reader for the realm of `document`. A document without a root element reads as empty. */
export function readerFor(document: Document): NodeReader {
  // The document itself may carry clobbering names as own-looking properties, its prototype cannot.
  const proto = Object.getPrototypeOf(document) as object;
  let reader = readers.get(proto);
  if (!reader) {
    reader = createReader(document, proto);
    readers.set(proto, reader);
  }
  return reader;
}

function createReader(document: Document, proto: object): NodeReader {
  const ofDocument: Start = () => proto;
  const root = getter<Element | null>(ofDocument, 'documentElement');
  // A document that has lost its root can make an element still.
  const ofElement: Start = () =>
    Object.getPrototypeOf(root(document) ?? document.createElement('html')) as object;
  const type = getter<number>(ofDocument, 'nodeType');
  const nodeName = getter<string>(ofDocument, 'nodeName');
  const textContent = getter<string | null>(ofDocument, 'textContent');
  const attr = method<string | null>(ofElement, 'getAttribute');
  const hasAttributes = method<boolean>(ofElement, 'hasAttributes');
  const selectInDocument = method<ArrayLike<Element> | null>(ofDocument, 'querySelectorAll');
  const selectOne = method<Element | null>(ofDocument, 'querySelector');
  const byTag = method<ArrayLike<Element> | null>(ofDocument, 'getElementsByTagName');
  const selectInElement = method<ArrayLike<Element> | null>(ofElement, 'querySelectorAll');
  return {
    parent: getter(ofDocument, 'parentNode'),
    first: getter(ofDocument, 'firstChild'),
    next: getter(ofDocument, 'nextSibling'),
    type,
    tag: (node) => (type(node) === 1 ? nodeName(node).toUpperCase() : ''),
    hasAttributes: (element) => hasAttributes(element, undefined),
    attr,
    shadow: getter(ofElement, 'shadowRoot'),
    // A slot holds no form control names: its own method cannot be clobbered.
    assigned: (element) =>
      typeof (element as HTMLSlotElement).assignedNodes === 'function'
        ? (element as HTMLSlotElement).assignedNodes({ flatten: true })
        : [],
    text: (node) => textContent(node) ?? '',
    select: (from, selector, most) => {
      const kind = type(from);
      // A shadow root has no names by which a page could shadow its method.
      if (kind === 11) return listed(from.querySelectorAll(selector), most);
      return listed((kind === 9 ? selectInDocument : selectInElement)(from, selector), most);
    },
    count: (doc, selector) => selectInDocument(doc, selector)?.length ?? 0,
    has: (doc, selector) => Boolean(selectOne(doc, selector)),
    tags: (doc, name, most) => listed(byTag(doc, name), most),
    countTags: (doc, name) => byTag(doc, name)?.length ?? 0,
    root,
    body: getter(ofDocument, 'body'),
    connected: getter(ofDocument, 'isConnected'),
  };
}
