import { expect } from '@playwright/test';
import { until } from '../../support/surfaces';
import type { ReaderTest } from '../fixtures';
import type { Reader } from '../reader';
import {
  ACROSS_LINK,
  ADDER_HIGHLIGHT,
  askStatus,
  awaitTexts,
  beginNote,
  clickMark,
  expectNotesHere,
  FIELD,
  inPopup,
  paintedNotes,
  waitForMarks,
  waitForPaintedNotes,
  writeNote,
} from '../steps';

const LAST_SENTENCE = 'He hopes to be home by Easter.';

/** Whether the first painted note lies within the window. */
const isNoteInView = (reader: Reader) =>
  reader.run<boolean>(
    `const [part] = CSS.highlights.get('h7') ?? [];
     if (!part) return false;
     const range = document.createRange();
     range.setStart(part.startContainer, part.startOffset);
     range.setEnd(part.endContainer, part.endOffset);
     const { top, bottom } = range.getBoundingClientRect();
     return top >= 0 && bottom <= innerHeight;`,
  );

/** How many boxes are drawn around passages. */
const rings = (reader: Reader) =>
  reader
    .shadow()
    .evaluate<number>(
      '[aria-hidden=true]',
      `(layer) => [...layer.querySelectorAll('div')].filter(({ style }) => style.borderRadius === '3px').length`,
    );

const openListedNote = async (reader: Reader) => {
  const popup = await reader.popup();
  await awaitTexts(popup, '.note-open');
  await popup.click('.note-open');
};

/** The journey of a note: written, painted, kept, found again. */
export function noteTests(test: ReaderTest): void {
  test('keeps a note on a passage that crosses a link, painted at once and again after a reload', async ({
    reader,
    site,
  }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await beginNote(reader, ACROSS_LINK);
    // The field takes the selection away; what is written about stays ringed.
    expect(await rings(reader)).toBeGreaterThan(0);
    await reader.typeKeys('Who pays for the grain?');
    await reader.press('Control+Enter');
    await waitForPaintedNotes(reader, ACROSS_LINK);
    await expect.poll(() => rings(reader)).toBe(0);
    expect(await reader.badge()).toBe('1');
    await reader.reload();
    await waitForPaintedNotes(reader, ACROSS_LINK);
    expect(await reader.badge()).toBe('1');
    await expectNotesHere(reader, { quote: ACROSS_LINK, words: 'Who pays for the grain?' });
  });

  test('opens the article at the passage, from another tab and when its own tab was closed', async ({
    reader,
    site,
  }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await writeNote(reader, LAST_SENTENCE, 'The human end of it');
    const article = await reader.tab();
    await reader.run('scrollTo({ top: 0, behavior: "instant" });');
    expect(await isNoteInView(reader)).toBe(false);

    const other = await reader.openTab(site.url('river-compact.html'));
    await waitForMarks(reader);
    await expectNotesHere(reader);
    await openListedNote(reader);
    await reader.turnToActive(site.url('harbour-talks.html'));
    await expect.poll(() => isNoteInView(reader)).toBe(true);

    await article.close();
    await other.toFront();
    await openListedNote(reader);
    await reader.turnToActive(site.url('harbour-talks.html'));
    await waitForPaintedNotes(reader, LAST_SENTENCE);
    await expect.poll(() => isNoteInView(reader)).toBe(true);
    await other.close();
    await (await reader.turnToActive(site.url('harbour-talks.html'))).toFront();
  });

  test('tells a tab that is busy what the reader chose, and does not wait for it', async ({
    reader,
    site,
  }) => {
    await reader.goto(site.url('river-compact.html'));
    const other = await reader.tab();
    const busy = await reader.openTab(site.url('harbour-talks.html').replace('127.0.0.1', 'localhost'));
    await waitForMarks(reader);
    const [start, end] = await reader.run<[number, number]>(
      `const [start, end] = [Date.now() + 500, Date.now() + 4500];
       setTimeout(() => { while (Date.now() < end); }, 500);
       return [start, end];`,
    );
    await other.toFront();
    await inPopup(reader, async (popup) => {
      await until('the tab to be busy', async () => Date.now() > start + 100);
      for (const density of ['everything', 'first'])
        await popup.evaluate(
          `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ type: 'settings.change', change: { density: '${density}' } })`,
        );
    });
    expect(Date.now()).toBeLessThan(end);
    await busy.toFront();
    await waitForMarks(reader);
    await other.close();
    await busy.toFront();
  });

  test('keeps a highlight without words', async ({ reader, site }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await reader.select(ACROSS_LINK);
    await reader.shadow().click(ADDER_HIGHLIGHT);
    await waitForPaintedNotes(reader, ACROSS_LINK);
    await reader.reload();
    await waitForPaintedNotes(reader, ACROSS_LINK);
    await expectNotesHere(reader, { quote: ACROSS_LINK, words: 'Highlight' });
  });

  test('changes a note, deletes it, and gives it back', async ({ reader, site }) => {
    const passage = 'Within a week no vessel longer than 90 metres could enter.';
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await writeNote(reader, passage, 'First words');
    const shadow = () => reader.shadow();

    await clickMark(reader, 'h7');
    expect(await shadow().text('.note-card .note-text')).toBe('First words');
    await shadow().click('.note-card .button:not(.danger)');
    expect(await shadow().value(FIELD)).toBe('First words');
    await shadow().click(FIELD);
    await reader.press('Control+a');
    await reader.typeKeys('Second words');
    await reader.press('Control+Enter');
    await expect.poll(() => shadow().count(FIELD)).toBe(0);
    await expectNotesHere(reader, { quote: passage, words: 'Second words' });

    await clickMark(reader, 'h7');
    expect(await shadow().text('.note-card .note-text')).toBe('Second words');
    await shadow().click('.note-card .danger');
    await shadow().waitFor('.toast .button');
    await waitForPaintedNotes(reader);
    expect(await reader.badge()).toBe('');

    await shadow().click('.toast .button');
    await waitForPaintedNotes(reader, passage);
    expect(await reader.badge()).toBe('1');
    await reader.reload();
    await waitForPaintedNotes(reader, passage);
    await expectNotesHere(reader, { quote: passage, words: 'Second words' });
  });

  test('keeps a note on the page as a whole', async ({ reader, site }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await reader.command('write-note');
    await reader.shadow().waitFor(FIELD);
    await reader.typeKeys('Compare with last year');
    await reader.press('Control+Enter');
    await reader.shadow().waitFor('.toast');
    await reader.reload();
    await waitForMarks(reader);
    expect(await reader.badge()).toBe('1');
    await expectNotesHere(reader, { quote: 'On the whole page', words: 'Compare with last year' });
    expect(await beginNote(reader, ACROSS_LINK)).toBeUndefined();
    await reader.press('Escape');
    await expect.poll(() => reader.shadow().count(FIELD)).toBe(0);
  });

  test('finds notes on pages that are no articles, and that keep silent until they are found to have some', async ({
    reader,
    site,
  }) => {
    const passage = 'Adults 4.50';
    const baths = site.url('no-article.html');
    await reader.goto(baths);
    await reader.command('write-note');
    await reader.shadow().waitFor(FIELD);
    await reader.press('Escape');
    await expect.poll(() => reader.shadow().count(FIELD)).toBe(0);
    await writeNote(reader, passage, 'Dearer than last year');
    await reader.reload();
    await waitForPaintedNotes(reader, passage);
    expect(await reader.badge()).toBe('1');

    site.set('/prices', await reader.run('return document.documentElement.outerHTML;'));
    await reader.goto(site.url('prices'));
    const asked = inPopup(reader, async (popup) => (await askStatus(popup)).report?.detection?.verdict);
    expect(await asked, 'a silent page answers when it is asked').toBe('no');
    expect(await paintedNotes(reader)).toEqual([]);
    await reader.reload();
    await reader.run('history.pushState(null, "", arguments[0]);', baths);
    await waitForPaintedNotes(reader, passage);
    expect(await reader.badge()).toBe('1');
  });
}
