/** Where a real mouse has to drag to select a passage, in viewport pixels. */
export interface Drag {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** A drag that begins on a link drags the link instead of selecting. */
  readonly startsInLink: boolean;
  readonly endsInLink: boolean;
}

export const oneBlank = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * Runs in the page, and is sent there as source, so it may use nothing from outside itself. Finds the first place in the
 * visible text that reads `needle` (with single blanks), scrolls it into view, leaves it selected, and tells where to
 * drag; null when it is not there.
 */
export function locatePassage(needle: string): Drag | null {
  // A walker for each tree: the text of an open shadow root or of a frame stands in place of its host's.
  const walkers = [document.createTreeWalker(document.body)];
  let text = '';
  const places: (readonly [Text, number])[] = [];
  while (walkers.length > 0) {
    const walker = walkers[walkers.length - 1]!;
    const node = walker.nextNode() as Text | null;
    if (!node) walkers.pop();
    const root = (node as unknown as Partial<Element> | null)?.shadowRoot;
    if (root instanceof ShadowRoot) walkers.push(document.createTreeWalker(root));
    const framed = (node as unknown as Partial<HTMLIFrameElement> | null)?.contentDocument?.body;
    if (framed) walkers.push(document.createTreeWalker(framed));
    if (node?.nodeType !== 3) continue;
    const holder = node.parentElement ?? (node.getRootNode() as ShadowRoot).host;
    if (!holder?.checkVisibility() || holder.closest('script, style')) continue;
    for (let index = 0; index < node.data.length; index++) {
      const isBlank = /\s/.test(node.data[index]!);
      if (isBlank && (text === '' || text.endsWith(' '))) continue;
      text += isBlank ? ' ' : node.data[index];
      places.push([node, index]);
    }
  }
  const start = text.indexOf(needle);
  if (start < 0) return null;
  const [first, last] = [places[start]!, places[start + needle.length - 1]!];
  const own = first[0].ownerDocument;
  const range = own.createRange();
  range.setStart(...first);
  range.setEnd(last[0], last[1] + 1);
  // By the window: a form may hide the document's own way.
  const selection = (own === document ? window : own.defaultView)?.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  first[0].parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  // No named function here: tsx would add a call that the page does not know.
  const [head, tail] = [first, last].map(([node, index]) => {
    const glyph = own.createRange();
    glyph.setStart(node, index);
    glyph.setEnd(node, index + 1);
    let { left, right, top, bottom } = glyph.getBoundingClientRect();
    let frame = own.defaultView?.frameElement;
    while (frame) {
      const box = frame.getBoundingClientRect();
      [left, right] = [left + box.left + frame.clientLeft, right + box.left + frame.clientLeft];
      [top, bottom] = [top + box.top + frame.clientTop, bottom + box.top + frame.clientTop];
      frame = frame.ownerDocument.defaultView?.frameElement;
    }
    return { left, right, middle: (top + bottom) / 2, inLink: node.parentElement?.closest('a') != null };
  });
  return {
    from: [head!.left + 0.5, head!.middle],
    to: [tail!.right - 0.5, tail!.middle],
    startsInLink: head!.inLink,
    endsInLink: tail!.inLink,
  };
}

/** Runs in the page as well: what is selected, in the page or in a frame of its own origin; takes it away if asked. */
export function selectedText(isTakenAway: boolean): string {
  let text = '';
  const windows: Window[] = [window];
  for (const each of windows) {
    text ||= String(each.getSelection());
    if (isTakenAway) each.getSelection()?.removeAllRanges();
    // Past the fields of a form that is called like the document's own ways.
    const frames = Document.prototype.querySelectorAll.call(
      each.document,
      'iframe',
    ) as NodeListOf<HTMLIFrameElement>;
    for (const { contentWindow, contentDocument } of frames) {
      if (contentWindow && contentDocument) windows.push(contentWindow);
    }
  }
  return text;
}
