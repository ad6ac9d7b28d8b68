/**
 * `npm run bench -- NAME [options]`: measures one engine beside the best there is, on `$PRESSMARK_DATA`.
 * Each bench is a file of its own, scripts/bench/NAME.ts.
 */
import { runLocal } from './local-command';

const BENCHES: Readonly<Record<string, string>> = {
  marks:
    'painting, looking up and taking away 500 and 2,000 marks in Chromium and Firefox; what the page sees',
  anchoring: 'passages found again after edits, beside approximate and exact search; 500 notes on one page',
  'anchoring-browsers':
    '500 notes on one page found again in Chromium and Firefox: how long, and how long at a stretch',
  'long-page':
    'an article of 200,000 words in Chromium and Firefox: read, marked, given notes, edited, visited again',
  claims: 'who says what, beside its rules alone, compromise and people; what is shown; time and size',
  speakers: 'whose words claims are, by the annotated corpus: right, unnamed, somebody else',
  actors: 'names, kinds, grouping, speed and size beside compromise and wink-nlp, on held-back documents',
  store: 'the store as it grows, in real browsers: open, list, search, save, export, size, heap',
  surfaces:
    'popup, side panel and library from being opened to their list, step by step, with 10 to 100,000 notes',
  page: 'what an article costs in the built extension: until it is marked, CPU, long tasks, and how that grows',
  library: 'the library of the built extension with 5,000 articles: listing, finding, opening, searching',
  article: 'detection, text and metadata beside Readability and Defuddle, cross-validated over domains',
};

const [name = '', ...options] = process.argv.slice(2);

if (Object.hasOwn(BENCHES, name)) {
  const { code } = await runLocal('tsx', [`scripts/bench/${name}.ts`, ...options], {
    show: true,
    minutes: 120,
  });
  process.exitCode = code;
} else {
  console.error('Name what to measure: npm run bench -- NAME');
  for (const [known, what] of Object.entries(BENCHES)) console.error(`  ${known.padEnd(10)} ${what}`);
  process.exitCode = 2;
}
