import { addressSignals } from './address-signals';
import { countSignals, tagSignals } from './count-signals';
import { declarationSignals, jsonLdSignals, metaSignals } from './declared-signals';
import { readerFor } from './node-reader';
import { paragraphSignals } from './paragraph-signals';
import type { Signals } from './signal';
import { mainDocument } from './story-frames';
import { styleSignals } from './style-signals';
import { titleSignals } from './title-signals';

/** Pages with more elements are asked less: the reader must not wait, and hardly one of them is an article. */
const LARGE = 40_000;

/**
 * The signals of a page, read in four steps: its address and what it declares itself to be are enough for half of the pages that are
 * no article, counts of tags and long paragraphs for most of the rest. Each step answers the signals of those before as well. What
 * stands in the page is read from the frame that it is mostly read for, where there is one. No layout, no full text.
 */
export function* readSignals(page: Document, url: string): Generator<Signals, void> {
  const reader = readerFor(page);
  // Ninety names: as a table from the start, for which the browser need not make a shape for each that is added.
  const signals = Object.create(null) as Signals;
  addressSignals(url, signals);
  declarationSignals(page, reader, signals);
  yield signals;
  const document = mainDocument(page);
  if (document !== page) declarationSignals(document, reader, signals);
  const isLarge = reader.countTags(document, '*') > LARGE;
  tagSignals(document, reader, isLarge, signals);
  yield signals;
  const sample = paragraphSignals(document, reader, isLarge, signals);
  yield signals;
  titleSignals(document, reader, signals);
  metaSignals(document, reader, signals);
  jsonLdSignals(document, reader, isLarge, signals);
  countSignals(document, reader, isLarge, signals);
  styleSignals(sample, signals);
  crossSignals(signals);
  yield signals;
}

/** Conjunctions that a linear model cannot see by itself. */
function crossSignals(signals: Signals): void {
  const run = signals['run-chars']!;
  const declared = Math.max(
    signals['og-article']!,
    signals['ld-news']!,
    signals['ld-blog']!,
    signals['ld-article']!,
  );
  signals['x-declared-long'] = declared * run;
  signals['x-declared-short'] = declared * (1 - run);
  signals['x-undeclared-long'] = (1 - declared) * run;
  const isShop = Math.max(signals['ld-product']!, signals['cart']!);
  signals['x-other-declared'] =
    Math.max(isShop, signals['ld-forum']!, signals['url-docs']!, signals['url-forum']!) * declared;
  const dated = Math.max(signals['meta-published']!, signals['ld-dated']!, signals['time-one']!);
  signals['x-dated-long'] = dated * run;
  const written = Math.max(signals['meta-author']!, signals['byline']!, signals['ld-author']!);
  signals['x-author-long'] = written * run;
}
