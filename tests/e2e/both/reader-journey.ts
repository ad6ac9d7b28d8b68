import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
import { sample } from '../site';
import {
  awaitTexts,
  expectNotesHere,
  inPopup,
  oneBlank,
  paintedNotes,
  textsIn,
  waitForMarks,
  waitForPaintedNotes,
  writeNote,
} from '../steps';

const KEPT = 'Tarvia and Meridon agreed early on Tuesday';
const EDITED = 'shelves on both sides of the strait';
const DELETED = 'He hopes to be home by Easter.';

/** The first journey of the product: a reader annotates while browsing, and comes back to an article that was edited. */
export function readerJourney(test: ReaderTest): void {
  test('the journey of a reader: annotates while browsing, closes the tab, and finds each note or what became of it', async ({
    reader,
    site,
  }) => {
    await reader.goto(site.url('harbour-talks.html'));
    const marks = await waitForMarks(reader);
    expect(Object.keys(marks).length).toBeGreaterThan(2);
    await writeNote(reader, KEPT, 'Which hour?');
    await writeNote(reader, EDITED, 'Ask the grocers');
    await writeNote(reader, DELETED, 'The human end of it');
    const first = await reader.tab();

    // Meanwhile the newsroom edits: one passage moves, one changes, one goes.
    const edited = sample()
      .replace('<p>Tarvia and Meridon agreed', '<p>Correction: a date was wrong.</p>$&')
      .replace(DELETED, '')
      .replace(EDITED, 'shelves on both shores of the strait');
    site.set('/harbour-talks.html', edited);
    const second = await reader.openTab(site.url('harbour-talks.html'));
    await first.close();
    await second.toFront();
    await waitForMarks(reader);
    await expect.poll(() => paintedNotes(reader)).toContain(oneBlank(KEPT));
    expect((await paintedNotes(reader)).join(' ')).not.toContain('Easter');

    await inPopup(reader, async (popup) => {
      const here = 'section[aria-labelledby="notes-here"]';
      await awaitTexts(popup, `${here} .note-body`);
      expect((await textsIn(popup, `${here} .note-body`)).sort()).toEqual(
        ['Which hour?', 'Ask the grocers', 'The human end of it'].sort(),
      );
      // What is gone is still shown with the words it stood on, and says so.
      expect(await textsIn(popup, `${here} .note-quote`)).toContain(DELETED);
      expect((await textsIn(popup, `${here} .note-warning`)).length).toBeGreaterThan(0);
      // On a busy machine the page may stand below all notes.
      expect((await textsIn(popup, 'section h2')).join(' ')).toContain('Notes on this page');
      // What its paragraph was and is can be read here too.
      expect((await textsIn(popup, `${here} .paragraph-edit del`)).join(' ')).toContain('sides');
      expect((await textsIn(popup, `${here} .paragraph-edit ins`)).join(' ')).toContain('shores');
    });

    // The note on what changed shows what its paragraph was and is, word by word.
    for (let step = 0; step < 100; step++) {
      await reader.command('next-mark');
      await reader.shadow().waitFor('.card');
      if ((await reader.shadow().count('.note-card .paragraph-edit')) > 0) break;
    }
    await reader.shadow().click('.paragraph-edit summary');
    expect(await reader.shadow().text('.paragraph-edit del')).toContain('sides');
    expect(await reader.shadow().text('.paragraph-edit ins')).toContain('shores');
  });

  test('a reader annotates what is selected from the context menu', async ({ reader, site }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await reader.select(KEPT);
    await reader.menu('annotate');
    await reader.shadow().waitFor('.editor textarea');
    expect(oneBlank(await reader.shadow().text('.editor .quote'))).toBe(KEPT);
    await reader.typeKeys('From the menu');
    await reader.press('Control+Enter');
    await waitForPaintedNotes(reader, KEPT);
    await expectNotesHere(reader, { quote: KEPT, words: 'From the menu' });
  });
}
