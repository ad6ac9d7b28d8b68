/**
 * `npm run bench -- long-page [--words 200000] [--notes 500] [--browsers chromium,firefox]`, after `npm run build`: a story
 * of very many words in the built extension: read and marked, given notes, edited by its newsroom and visited again. How long
 * each takes, and the longest stretch in which the page could do nothing, by a clock of the page's own.
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { describeTarget } from '../../lib/anchoring/describe-target';
import type { AnnotationRecord } from '../../lib/model/annotation';
import { articleKey } from '../../lib/notes/article-key';
import { blocksOf } from '../../lib/text/blocks';
import { chromiumReader } from '../../tests/e2e/chromium-reader';
import type { Reader } from '../../tests/e2e/reader';
import { inPopup } from '../../tests/e2e/steps';
import { firefoxReader } from '../../tests/firefox/firefox-reader';
import { launchChromium } from '../../tests/support/chromium';
import { launchFirefox } from '../../tests/support/firefox';
import { storedNote } from '../../tests/support/many-records';
import { type Served, serve } from '../../tests/support/serve';
import { until } from '../../tests/support/surfaces';
import { seededRandom } from '../train/crf-random';
import { longStory, longText } from './long-story';

const { values } = parseArgs({
  options: {
    words: { type: 'string', default: '200000' },
    notes: { type: 'string', default: '500' },
    browsers: { type: 'string', default: 'chromium,firefox' },
  },
});
const NOTES = Number(values.notes);
const WITHIN_MS = 300_000;

/** In the page: the longest time by which its own clock was ever late, and what is painted. */
const CLOCK = `<script>{
  let last = performance.now(), worst = 0;
  setInterval(() => { const now = performance.now(); worst = Math.max(worst, now - last - 5); last = now; }, 5);
  globalThis.takeWorst = () => { const taken = worst; worst = 0; return taken; };
  globalThis.painted = () => [...CSS.highlights].map(([name, one]) => [name, one.size]);
}</script>`;

type Painted = readonly (readonly [string, number])[];

/** Waits until what is painted fits and stays as it is for a while; milliseconds until it was last changed. */
async function settled(
  reader: Reader,
  fits: (painted: Painted) => boolean,
): Promise<{ ms: number; painted: Painted }> {
  const start = performance.now();
  let [last, since] = ['', start];
  return until(
    'the marks',
    async () => {
      const painted = await reader.run<Painted>('return painted()');
      const now = performance.now();
      if (JSON.stringify(painted) !== last) [last, since] = [JSON.stringify(painted), now];
      return fits(painted) && now - since > 3000 && { ms: since - start, painted };
    },
    WITHIN_MS,
    () => reader.run<string>('return JSON.stringify(painted())'),
  );
}

const sum = (painted: Painted) => painted.reduce((all, [, count]) => all + count, 0);
const countOf = (painted: Painted, name: string) => painted.find(([each]) => each === name)?.[1] ?? 0;

async function report(reader: Reader, name: string, ms: number, painted: Painted): Promise<void> {
  const worst = await reader.run<number>('return takeWorst()');
  console.log(
    `   ${name.padEnd(44)} ${ms.toFixed(0).padStart(6)} ms  longest stretch ${worst.toFixed(0).padStart(5)}  marks ${sum(painted)}, of notes ${countOf(painted, 'h7')}`,
  );
}

/** Notes on passages all over the page, as another device would have made them. */
async function notesOn(url: string, text: string): Promise<AnnotationRecord[]> {
  const blocks = blocksOf(text).map((block) => ({ ...block, path: 'p<article' }));
  const version = createHash('sha256').update(text).digest('hex');
  const random = seededRandom(20261130);
  return Promise.all(
    Array.from({ length: NOTES }, (_, n) => {
      const start = Math.floor((n / NOTES) * (text.length - 400) + random() * 100);
      const span = { start, end: start + 5 + Math.floor(random() * 200) };
      const target = describeTarget(text, blocks, span, version, 'article');
      return storedNote(n, { article: articleKey(url)!, target });
    }),
  );
}

async function merge(reader: Reader, annotations: readonly AnnotationRecord[]): Promise<void> {
  const sent = JSON.stringify({ type: 'notes.merge', annotations, articles: [] });
  // Not waited for: the driver of Firefox' popup has less patience than a busy machine needs.
  await inPopup(reader, (popup) =>
    popup.evaluate(`void (globalThis.browser ?? globalThis.chrome).runtime.sendMessage(${sent})`),
  );
}

async function measure(reader: Reader, site: Served): Promise<void> {
  const words = Number(values.words);
  site.set('/long.html', longStory(words, undefined, CLOCK));
  const url = `${site.origin}/long.html`;
  await reader.goto(url);
  const first = await settled(reader, (painted) => sum(painted) > 0);
  await report(reader, 'read and marked', first.ms, first.painted);
  const records = await notesOn(url, longText(words));
  await reader.run('takeWorst()');
  const start = performance.now();
  await merge(reader, records);
  const noted = await settled(reader, (painted) => countOf(painted, 'h7') >= NOTES * 0.9);
  await report(reader, `${NOTES} notes from elsewhere`, performance.now() - start - 3000, noted.painted);
  await reader.reload();
  const again = await settled(reader, (painted) => countOf(painted, 'h7') >= NOTES * 0.9);
  await report(reader, 'visited again', again.ms, again.painted);
  const random = seededRandom(11);
  const edit = (paragraph: string) =>
    random() < 0.05 ? paragraph.replace('council', 'assembly') : paragraph;
  site.set('/long.html', longStory(words, edit, CLOCK));
  await reader.reload();
  const edited = await settled(reader, (painted) => countOf(painted, 'h7') >= NOTES * 0.8);
  await report(reader, 'visited after edits', edited.ms, edited.painted);
}

const site = await serve();
for (const browser of values.browsers.split(',')) {
  console.log(`\n== ${values.words} words in ${browser}`);
  if (browser === 'firefox') {
    const session = await launchFirefox();
    const reader = firefoxReader(session);
    await reader.turnToActive(session.extensionUrl('welcome.html'));
    await measure(reader, site).finally(() => session.close());
  } else {
    const session = await launchChromium();
    const reader = await chromiumReader(session);
    await reader.turnToActive(session.extensionUrl('welcome.html'));
    await measure(reader, site).finally(() => session.close());
  }
}
await site.close();
