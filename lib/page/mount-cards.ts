import { addStyles, pageHost } from '../marks/host';
import type { Writing } from '../text/wording';

/** Makes the place for our cards inside the page's one closed shadow root, in the language and direction of our words. */
export function mountCards(
  document: Document,
  styles: readonly string[],
  writing: Pick<Writing, 'language' | 'direction'>,
): HTMLElement {
  const { root } = pageHost(document);
  addStyles(root, styles.join('\n'));
  const place = document.createElement('div');
  place.className = 'cards';
  place.lang = writing.language;
  place.dir = writing.direction;
  root.append(place);
  return place;
}
