import { ifReachable, windowOf } from '../frames/frame-tree';

const SCHEMES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

/**
 * Calls back when things may stand elsewhere: window and page sizes, late fonts and pictures, boxes and frames that scroll by
 * themselves, another colour scheme. `documents` are the page's own and those of frames whose text is marked. Returns what ends the watch.
 */
export function watchLayout(
  window: Window,
  documents: Iterable<Document | null>,
  onChange: () => void,
): () => void {
  // Ink follows the ground: the reader may switch to dark, or to colours of their own, while the page is open.
  const schemes = SCHEMES.flatMap((query) => window.matchMedia?.(query) ?? []);
  for (const scheme of schemes) scheme.addEventListener('change', onChange);
  const stops = [
    () => {
      for (const scheme of schemes) scheme.removeEventListener('change', onChange);
    },
  ];
  for (const document of documents) {
    const view = document && windowOf(document);
    if (!view) continue;
    // The page's own scrolling moves the overlay along; a frame's does not.
    const scrolled = ({ target }: Event) => {
      if (target !== window.document) onChange();
    };
    const observer = view.ResizeObserver ? new view.ResizeObserver(onChange) : null;
    for (const element of [document.documentElement, document.querySelector('body')]) {
      if (element) observer?.observe(element);
    }
    view.addEventListener('resize', onChange);
    view.addEventListener('load', onChange, true);
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    stops.push(() => {
      observer?.disconnect();
      view.removeEventListener('resize', onChange);
      view.removeEventListener('load', onChange, true);
      document.removeEventListener('scroll', scrolled, { capture: true });
    });
  }
  return () => {
    for (const stop of stops) ifReachable(stop, undefined);
  };
}
