import { expect } from '@playwright/test';
import { focusIn, tabTo, type Walked, walkThrough } from '../e2e/keyboard-walk';
import { english } from '../e2e/library-steps';
import { waitForMarks, waitForPaintedNotes, writeNote } from '../e2e/steps';
import { until } from '../support/surfaces';
import { test } from './fixtures';

const [TAB, SHIFT] = ['\uE004', '\uE008'];
const [ENTER, ESCAPE] = ['\uE007', '\uE00C'];
const PASSAGE = 'ending a 41-day closure';

test('popup, library and the card of a note are walked through by keys; a note is deleted and given back', async ({
  reader,
  site,
  session,
}) => {
  const press: Walked['press'] = (keys) => (keys === 'Tab' ? session.chord(TAB) : session.chord(SHIFT, TAB));
  const ownPage: Walked = { ask: (source) => session.run(`return (${source})(document);`), press };
  const card: Walked = {
    ask: (source) => reader.shadow().evaluate('.cards', `(e) => (${source})(e.getRootNode())`),
    press,
  };
  await reader.goto(site.url('harbour-talks.html'));
  await waitForMarks(reader);
  await writeNote(reader, PASSAGE, 'How many days?');
  const article = await reader.tab();
  const tab = await session.tabId();

  for (const [path, shows] of [
    // What is known of the page may come after the notes.
    [`popup.html?tab=${tab}`, 'main:has(.legend) section[aria-labelledby="notes-all"] .heading .button'],
    ['library.html#notes', '.notes .note'],
  ] as const) {
    const own = await reader.openTab(session.extensionUrl(path));
    await until(`${shows} in ${path}`, () =>
      session.run<boolean>('return document.querySelector(arguments[0]) !== null;', shows),
    );
    expect((await walkThrough(ownPage, false)).length).toBeGreaterThan(5);
    await own.close();
    await article.toFront();
  }

  for (let step = 0; step < 60; step++) {
    await reader.command('next-mark');
    await reader.shadow().waitFor('.card');
    if ((await reader.shadow().count('.note-card')) > 0) break;
  }
  await walkThrough(card, false);
  await session.chord(ESCAPE);
  await expect.poll(() => reader.shadow().count('.card')).toBe(0);
  await reader.command('next-mark');
  await reader.command('previous-mark');
  await reader.shadow().waitFor('.note-card');
  await tabTo(card, english('card_delete'));
  await session.chord(ENTER);
  await expect.poll(() => focusIn(card)).toContain(english('toast_undo'));
  await waitForPaintedNotes(reader);
  await session.chord(ENTER);
  await waitForPaintedNotes(reader, PASSAGE);
});
