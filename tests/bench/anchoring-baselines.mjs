// What others do, for the re-anchoring benchmark, beside the shipped code: the best match that approx-string-match finds for
// the quote alone, and the first place where its very words stand.
import search from 'approx-string-match';
import { adapters as own } from './anchoring-adapter.mjs';

const quoteOf = (view, { start, end }) => ({ exact: view.text.slice(start, end) });

const firstExact = {
  name: 'first-exact',
  describe: quoteOf,
  anchor(view, { exact }) {
    const start = view.text.indexOf(exact);
    return start < 0 ? null : { start, end: start + exact.length };
  },
};

// Half of the quote's characters may differ, as in the annotation tools that use this library.
const bestMatch = {
  name: 'approx-string-match',
  describe: quoteOf,
  anchor(view, { exact }) {
    const most = Math.min(256, Math.floor(exact.length / 2));
    const [best] = search(view.text, exact, most).sort((a, b) => a.errors - b.errors || a.start - b.start);
    return best && best.end > best.start ? { start: best.start, end: best.end } : null;
  },
};

export const adapters = async () => [...(await own()), bestMatch, firstExact];
