import { addStyles, pageHost } from '../marks/host';

/** Makes the place for our cards inside the page's one closed shadow root. */
export function mountCards(document: Document, styles: readonly string[]): HTMLElement {
  const { root } = pageHost(document);
  addStyles(root, styles.join('\n'));
  const place = document.createElement('div');
  place.className = 'cards';
  root.append(place);
  return place;
}
