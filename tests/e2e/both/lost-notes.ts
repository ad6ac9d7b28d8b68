import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
import { english } from '../library-steps';
import type { Reader } from '../reader';
import { sample } from '../site';
import { inPopup, paintedNotes, textsIn, waitForMarks, waitForPaintedNotes, writeNote } from '../steps';

const DELETED = 'the dismissals had been a mistake';
const SENTENCE = new RegExp(`[^.>]*${DELETED}[^.<]*\\.`);
const ELSEWHERE = 'ending a 41-day closure';
const ATTACH = '.adder .button:nth-of-type(3)';

/** A note whose passage the newsroom took away. */
export function lostNoteTests(test: ReaderTest): void {
  test('attaches a note that has lost its passage to what is selected, takes that back, and keeps where it stood', async ({
    reader,
    site,
  }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await writeNote(reader, DELETED, 'Who said so?');
    site.set('/harbour-talks.html', sample().replace(SENTENCE, ''));
    await reader.reload();
    await waitForMarks(reader);
    expect(await paintedNotes(reader)).toEqual([]);
    await inPopup(reader, async (popup) => {
      const all = 'section[aria-labelledby="notes-all"]';
      const expected = english('popup_note_was_gone');
      await expect.poll(() => textsIn(popup, `${all} .note-warning`)).toEqual([expected]);
    });

    await reader.select(ELSEWHERE);
    await reader.shadow().click(ATTACH);
    expect(await reader.shadow().text('.lost-notes .quote')).toBe(DELETED);
    await reader.shadow().click('.lost-notes .button.primary');
    await waitForPaintedNotes(reader, ELSEWHERE);
    await reader.shadow().click('.toast .button');
    await waitForPaintedNotes(reader);

    await reader.select(ELSEWHERE);
    await reader.shadow().click(ATTACH);
    await reader.shadow().click('.lost-notes .button.primary');
    await waitForPaintedNotes(reader, ELSEWHERE);
    await reader.reload();
    await waitForPaintedNotes(reader, ELSEWHERE);
    await inPopup(reader, async (popup) => {
      const here = 'section[aria-labelledby="notes-here"]';
      await expect.poll(() => textsIn(popup, `${here} .note-body`)).toEqual(['Who said so?']);
    });
  });

  test('asks where a note belongs that stands in two places by now, remembers a no, and paints it once told where', async ({
    reader,
    site,
  }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await writeNote(reader, DELETED, 'Which of the two?');
    site.set('/harbour-talks.html', movedTwice(sample()));
    await reader.reload();
    await waitForMarks(reader);
    expect(await paintedNotes(reader)).toEqual([]);
    await inPopup(reader, async (popup) => {
      await expect.poll(() => textsIn(popup, '.note-warning')).toEqual([english('popup_note_uncertain')]);
      await popup.click('.note-open');
    });
    await reader.shadow().waitFor('.place-question');
    expect(await reader.shadow().text('.place-question .quote')).toBe(DELETED);
    // The first place is none: the other one is asked about, now and on the next visit.
    const first = await askedAt(reader);
    await reader.shadow().click('.place-question .button:not(.primary)');
    await expect.poll(async () => Math.abs((await askedAt(reader)) - first)).toBeGreaterThan(100);
    const second = await askedAt(reader);
    expect(await paintedNotes(reader)).toEqual([]);
    await reader.reload();
    await waitForMarks(reader);
    await inPopup(reader, async (popup) => {
      await expect.poll(() => textsIn(popup, '.note-warning')).toEqual([english('popup_note_uncertain')]);
      await popup.click('.note-open');
    });
    await reader.shadow().waitFor('.place-question');
    expect(Math.abs((await askedAt(reader)) - second), 'the same place again').toBeLessThan(20);
    // Neither is the second; taken back, it is asked about again.
    await reader.shadow().click('.place-question .button:not(.primary)');
    await reader.shadow().click('.toast .button');
    await inPopup(reader, async (popup) => {
      await expect.poll(() => textsIn(popup, '.note-warning')).toEqual([english('popup_note_uncertain')]);
      await popup.click('.note-open');
    });
    await reader.shadow().click('.place-question .button.primary');
    await waitForPaintedNotes(reader, DELETED);
    await reader.reload();
    await waitForPaintedNotes(reader, DELETED);
  });
}

/** Where on the page the question stands, in pixels from its top. */
function askedAt(reader: Reader): Promise<number> {
  return reader
    .shadow()
    .evaluate('.place-question', '(card) => Math.round(card.getBoundingClientRect().top + scrollY)');
}

/** The page with the sentence of the passage taken from its place and put into two others far from it. */
function movedTwice(html: string): string {
  const [sentence] = SENTENCE.exec(html)!;
  const paragraphs = html.match(/<p>[\s\S]*?<\/p>/g)!;
  const longer = (paragraph: string) => paragraph.replace('</p>', ` ${sentence}</p>`);
  return [paragraphs[1]!, paragraphs[13]!].reduce(
    (page, paragraph) => page.replace(paragraph, () => longer(paragraph)),
    html.replace(sentence, ''),
  );
}
