// Not by the package's name, which brings along a second file that nothing here uses.
import Readability from '@mozilla/readability/Readability.js';

/** How many nodes are looked at for a first word before the whole text of an element is made. */
const PROBES = 12;

/**
 * Readability without what only a reader view needs. The nodes it finds are the same; it does not write the page out as
 * a string to begin again from, resolve links, tidy classes and attributes of what it found, or ask for the style of
 * elements that have none.
 */
export class RegionFinder extends Readability<Node> {
  // Readability's own parts, which its types leave out. The version is pinned.
  declare _doc: Document;
  declare _flags: number;
  declare _metadata: { readonly title: string };
  declare _articleTitle: string;
  declare _unwrapNoscriptImages: (document: Document) => void;
  declare _removeScripts: (document: Document) => void;
  declare _prepDocument: () => void;
  declare _getArticleMetadata: (jsonLd: object) => { readonly title: string };
  declare _grabArticle: () => Element | null;

  /** The document must be a copy: it is taken apart. `flags` are Readability's own. */
  constructor(copy: Document, flags: number) {
    super(copy, { charThreshold: 1, disableJSONLD: true });
    this._flags = flags;
  }

  /** The element with what Readability takes for the article, or null. @throws Error where it finds no text at all. */
  find(): Element | null {
    this._unwrapNoscriptImages(this._doc);
    this._removeScripts(this._doc);
    this._prepDocument();
    this._metadata = this._getArticleMetadata({});
    this._articleTitle = this._metadata.title;
    // It keeps the page as a string and begins again from that when it has found no text. The nodes would be others.
    Object.defineProperty(this._doc.body, 'innerHTML', {
      get: () => '',
      set: () => {
        throw new Error('Nothing found');
      },
    });
    return this._grabArticle();
  }

  /** What of an element's looks is tidied away has no bearing on its text. */
  _cleanStyles(): void {}

  _isProbablyVisible(node: HTMLElement): boolean {
    if (node.hasAttribute('style')) {
      const { style } = node as Partial<HTMLElement>;
      if (style && (style.display === 'none' || style.visibility === 'hidden')) return false;
    }
    if (node.hasAttribute('hidden')) return false;
    if (node.getAttribute('aria-hidden') !== 'true') return true;
    const { className } = node;
    return typeof className === 'string' && className.includes('fallback-image');
  }

  /** Asks what is cheap first: most elements have text, and most of them near their beginning. */
  _isElementWithoutContent(node: Element): boolean {
    if (beginsWithText(node) || node.textContent.trim() !== '') return false;
    const { childElementCount } = node;
    return childElementCount === 0 || childElementCount === node.querySelectorAll('br,hr').length;
  }
}

function beginsWithText(element: Element): boolean {
  let node: Node | null = element.firstChild;
  for (let i = 0; node && i < PROBES; i++) {
    if (node.nodeType === 3 && /\S/.test((node as Text).data)) return true;
    node = node.firstChild ?? after(node, element);
  }
  return false;
}

/** The next node inside of `top` that is not in `node`. */
function after(node: Node, top: Node): Node | null {
  let current: Node | null = node;
  while (current && current !== top) {
    if (current.nextSibling) return current.nextSibling;
    current = current.parentNode;
  }
  return null;
}
