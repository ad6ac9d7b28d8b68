import { pageHost } from '../marks/host';

/**
 * Makes the place for our cards inside the page's one closed shadow root.
 * Constructed stylesheets are not touched by the page's content security policy; where a browser refuses them to
 * content scripts, style elements stand in.
 */
export function mountCards(document: Document, styles: readonly string[]): HTMLElement {
  const { root } = pageHost(document);
  addStyles(document, root, styles.join('\n'));
  const place = document.createElement('div');
  place.className = 'cards';
  root.append(place);
  return place;
}

function addStyles(document: Document, root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const element = document.createElement('style');
    element.textContent = css;
    root.append(element);
  }
}
