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

function findGetter(start: object, name: string): Getter {
  let proto: object | null = start;
  while (proto) {
    const get = Object.getOwnPropertyDescriptor(proto, name)?.get;
    if (get) return get as Getter;
    proto = Object.getPrototypeOf(proto) as object | null;
  }
  return () => null;
}

function findMethod(start: object, name: string): (...args: unknown[]) => unknown {
  let proto: object | null = start;
  while (proto) {
    const value: unknown = Object.getOwnPropertyDescriptor(proto, name)?.value;
    if (typeof value === 'function') return value as (...args: unknown[]) => unknown;
    proto = Object.getPrototypeOf(proto) as object | null;
  }
  return () => null;
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
  const known = readers.get(proto);
  if (known) return known;
  const reader = createReader(document, proto);
  if (reader.root(document)) readers.set(proto, reader);
  return reader;
}

function createReader(document: Document, proto: object): NodeReader {
  const documentElement = findGetter(proto, 'documentElement');
  const body = findGetter(proto, 'body');
  const rootElement = documentElement.call(document) as Element | null;
  const elementProto = (rootElement ? Object.getPrototypeOf(rootElement) : proto) as object;
  const parentNode = findGetter(proto, 'parentNode');
  const firstChild = findGetter(proto, 'firstChild');
  const nextSibling = findGetter(proto, 'nextSibling');
  const nodeType = findGetter(proto, 'nodeType');
  const nodeName = findGetter(proto, 'nodeName');
  const textContent = findGetter(proto, 'textContent');
  const isConnected = findGetter(proto, 'isConnected');
  const shadowRoot = findGetter(elementProto, 'shadowRoot');
  const getAttribute = findMethod(elementProto, 'getAttribute');
  const hasAttributes = findMethod(elementProto, 'hasAttributes');
  const selectInDocument = findMethod(proto, 'querySelectorAll');
  const selectOne = findMethod(proto, 'querySelector');
  const byTag = findMethod(proto, 'getElementsByTagName');
  const selectInElement = findMethod(elementProto, 'querySelectorAll');
  const type = (node: Node) => nodeType.call(node) as number;
  return {
    parent: (node) => parentNode.call(node) as Node | null,
    first: (node) => firstChild.call(node) as Node | null,
    next: (node) => nextSibling.call(node) as Node | null,
    type,
    tag: (node) => (type(node) === 1 ? String(nodeName.call(node)).toUpperCase() : ''),
    hasAttributes: (element) => hasAttributes.call(element) as boolean,
    attr: (element, name) => getAttribute.call(element, name) as string | null,
    shadow: (element) => shadowRoot.call(element) as ShadowRoot | null,
    // A slot holds no form control names: its own method cannot be clobbered.
    assigned: (element) =>
      typeof (element as HTMLSlotElement).assignedNodes === 'function'
        ? (element as HTMLSlotElement).assignedNodes({ flatten: true })
        : [],
    text: (node) => (textContent.call(node) as string | null) ?? '',
    select: (root, selector, most) => {
      const kind = type(root);
      // A shadow root has no names by which a page could shadow its method.
      if (kind === 11) return listed(root.querySelectorAll(selector), most);
      const found = (kind === 9 ? selectInDocument : selectInElement).call(root, selector);
      return listed(found as NodeListOf<Element>, most);
    },
    count: (doc, selector) =>
      (selectInDocument.call(doc, selector) as ArrayLike<Element> | null)?.length ?? 0,
    has: (doc, selector) => Boolean(selectOne.call(doc, selector)),
    tags: (doc, name, most) => listed(byTag.call(doc, name) as ArrayLike<Element> | null, most),
    countTags: (doc, name) => (byTag.call(doc, name) as ArrayLike<Element> | null)?.length ?? 0,
    root: (doc) => documentElement.call(doc) as Element | null,
    body: (doc) => body.call(doc) as Element | null,
    connected: (node) => isConnected.call(node) as boolean,
  };
}
