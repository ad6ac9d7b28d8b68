import { expect } from '@playwright/test';
import { rounds } from '../../support/rounds';
import type { ReaderTest } from '../fixtures';
import { seededRandom, sleep } from '../random';
import type { Reader } from '../reader';
import { ACROSS_LINK, beginNote, expectNotesHere, FIELD, waitForMarks, waitForPaintedNotes } from '../steps';

const MOST_LOST_MS = 1000;
const WORDS = 'the quick clerk counts sixty three ships and asks the envoy about bread ';

/** Types one key after the other for `milliseconds`, as fast as a quick writer. @returns what stood when. */
async function typeFor(reader: Reader, milliseconds: number, pause: () => number) {
  const log: { readonly at: number; readonly text: string }[] = [];
  const start = Date.now();
  let text = '';
  while (Date.now() - start < milliseconds) {
    const key = WORDS[text.length % WORDS.length]!;
    await reader.typeKeys(key);
    text += key;
    log.push({ at: Date.now(), text });
    await sleep(pause());
  }
  return log;
}

/** What the reader was writing when the page went away. */
export function draftTests(test: ReaderTest): void {
  test('gives back what was being typed when the tab was closed, but for the last second', async ({
    reader,
    site,
  }, info) => {
    const seed = 20260101;
    const random = seededRandom(seed);
    const closings = reader.browser === 'chromium' ? rounds(6, 50) : rounds(4, 20);
    test.setTimeout(closings * 12_000);
    const base = await reader.openTab(site.url('no-article.html'));
    const lost: number[] = [];
    for (let round = 0; round < closings; round++) {
      const tab = await reader.openTab(site.url('harbour-talks.html'));
      await waitForMarks(reader);
      await beginNote(reader, ACROSS_LINK);
      const log = await typeFor(reader, 1100 + random() * 1500, () => 20 + random() * 130);
      const closedAt = Date.now();
      await tab.close();
      await base.toFront();

      const again = await reader.openTab(site.url('harbour-talks.html'));
      await reader.shadow().waitFor('.unfinished');
      const kept = await reader.shadow().evaluate<string>('.unfinished p.hint', '(e) => e.textContent');
      const all = log.at(-1)!.text;
      expect(all.startsWith(kept), `${kept} is what was typed (seed ${seed}, round ${round})`).toBe(true);
      const firstLost = log.find(({ text }) => text.length > kept.length)?.at ?? closedAt;
      lost.push(closedAt - firstLost);
      expect(await reader.shadow().text('.unfinished .quote')).toBe(ACROSS_LINK);
      await reader.shadow().click('.unfinished .button:not(.primary)');
      await expect.poll(() => reader.shadow().count('.unfinished')).toBe(0);
      await again.close();
      await base.toFront();
    }
    info.annotations.push({
      type: 'measured',
      description: `${closings} closings, typing lost (ms): ${lost.join(', ')}`,
    });
    expect(Math.max(...lost)).toBeLessThanOrEqual(MOST_LOST_MS);
  });

  test('goes on with a draft and saves it as one note', async ({ reader, site }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await beginNote(reader, ACROSS_LINK);
    await reader.typeKeys('Half a th');
    await expect.poll(() => reader.shadow().text('.editor .status')).toBe('Draft kept');
    await reader.reload();
    await reader.shadow().click('.unfinished .button.primary');
    expect(await reader.shadow().value(FIELD)).toBe('Half a th');
    await reader.typeKeys('ought');
    await reader.press('Control+Enter');
    await waitForPaintedNotes(reader, ACROSS_LINK);
    await reader.reload();
    await waitForPaintedNotes(reader, ACROSS_LINK);
    await expectNotesHere(reader, { quote: ACROSS_LINK, words: 'Half a thought' });
    expect(await reader.shadow().count('.unfinished')).toBe(0);
  });
}
