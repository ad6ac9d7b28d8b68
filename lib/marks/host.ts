import { type PageHost, sharedHost, shareHost } from './host-key';

/** How often the host comes back after the page has thrown it out; then the page has its way. */
const MOST_RETURNS = 8;

const HOST_STYLE: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'absolute',
  top: '0',
  left: '0',
  width: '0',
  height: '0',
  'z-index': '2147483647',
  'pointer-events': 'none',
};

/**
 * Important rules of a shadow root win over the host's own important style. On paper nothing of ours is seen but the notes,
 * which stand in the flow behind the page (print-notes.ts).
 */
const ROOT_STYLE = `
.print-notes { display: none }
@media print {
  :host { position: static !important; display: block !important; width: auto !important; height: auto !important }
  * { display: none !important }
  .print-notes:not(:empty) { display: block !important; margin: 24pt 0 0; padding: 8pt 12pt; border-top: 1px solid }
  .print-notes { font: 10pt/1.4 serif; color: #000; background: #fff; overflow-wrap: anywhere }
  .print-notes :is(h2, q, div) { unicode-bidi: plaintext }
  .print-notes * { display: revert !important }
  .print-notes li { margin: 6pt 0; break-inside: avoid; white-space: pre-line }
}`;

/**
 * Adds styles to a shadow root. A constructed sheet is outside the reach of the page's content security policy; where
 * a browser refuses it to content scripts, a style element stands in.
 */
export function addStyles(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const element = root.ownerDocument.createElement('style');
    element.textContent = css;
    root.append(element);
  }
}

/** Attaches the host and keeps it attached. @returns what ends that */
function keepAttached(document: Document, host: HTMLElement): () => void {
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    returns++;
    if (returns > MOST_RETURNS) observer.disconnect();
    else attach();
  });
  const attach = () => {
    const parent = document.documentElement;
    parent?.append(host);
    // Only direct children are watched: the page's own changes below cost nothing.
    observer.disconnect();
    observer.observe(document, { childList: true });
    if (parent) observer.observe(parent, { childList: true });
  };
  attach();
  return () => observer.disconnect();
}

/**
 * The one element that we add to a page, and its closed shadow root. Made on first use and shared by all our scripts in
 * the page; takes no room in the layout, prints nothing but notes, and comes back a few times when the page removes it.
 */
export function pageHost(document: Document): PageHost {
  const shared = sharedHost();
  if (shared && shared.host.ownerDocument === document) return shared;
  const host = document.createElement('div');
  for (const name in HOST_STYLE) host.style.setProperty(name, HOST_STYLE[name]!, 'important');
  const root = host.attachShadow({ mode: 'closed' });
  addStyles(root, ROOT_STYLE);
  const letGo = keepAttached(document, host);
  const remove = () => {
    letGo();
    host.remove();
  };
  const made = { host, root, remove };
  shareHost(made);
  return made;
}
