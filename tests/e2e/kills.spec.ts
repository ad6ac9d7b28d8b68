import { expect, test } from '@playwright/test';
import { type ChromiumSession, launchChromium } from '../support/chromium';
import { killChromium, withProfile } from '../support/kill-chromium';
import { rounds } from '../support/rounds';
import { until } from '../support/surfaces';
import { chromiumReader } from './chromium-reader';
import { english } from './library-steps';
import { seededRandom, sleep } from './random';
import type { Reader } from './reader';
import { openSite } from './site';
import {
  beginNote,
  expectNotesHere,
  type ListedNote,
  paintedNotes,
  waitForMarks,
  waitForPaintedNotes,
  writeNote,
} from './steps';

const SEED = 20260103;
const KILLS = rounds(6, 24);
const PASSAGES = [
  'ending a 41-day closure',
  'Everybody got the harbour back.',
  'mixed crews until 30 April',
  'two patrol boats it stationed',
  'a victory for ordinary people',
  'there was something to sign',
  'dismissed 28 Tarvian pilots',
  'no vessel longer than 90 metres',
  'the dismissals had been a mistake',
  'did not wait for the fourth',
  'would be offered their posts again',
  'most of it in spoiled fruit',
  'a third dearer until autumn',
  'Insurers have long memories',
  'what happened in January',
  'relief and some suspicion',
  'the new container terminal',
  'left the roof open',
  'before the workers are heard',
  'has no plan to cut a single job',
  'should stay until the terminal is settled',
  'did not comment on the lease',
  'an abandoned barge still blocks the way',
  'the first ship to enter',
];

/** Saves a note and lets the browser be killed at some moment of that; what was typed stands as a draft before. */
async function killWhileSaving(session: ChromiumSession, reader: Reader, note: ListedNote, wait: number) {
  await beginNote(reader, note.quote);
  await reader.typeKeys(note.words);
  await expect.poll(() => reader.shadow().text('.editor .status')).toBe(english('editor_draft_kept'));
  await Promise.all([
    // The browser may be gone before it has answered.
    reader.press('Control+Enter').catch(() => {}),
    sleep(wait).then(() => killChromium(session)),
  ]);
}

/** Whether a note whose save was cut off stands; otherwise its draft must, and is let go. */
async function isSavedOrDraft(reader: Reader, note: ListedNote): Promise<boolean> {
  const outcome = await until('the note or its draft', async () => {
    if ((await paintedNotes(reader)).includes(note.quote)) return 'saved';
    return (await reader.shadow().count('.unfinished')) > 0 ? 'draft' : null;
  });
  if (outcome === 'saved') {
    // The draft goes with the save, in one transaction.
    expect(await reader.shadow().count('.unfinished')).toBe(0);
    return true;
  }
  expect(await reader.shadow().text('.unfinished p.hint')).toBe(note.words);
  await reader.shadow().click('.unfinished .button:not(.primary)');
  await expect.poll(() => reader.shadow().count('.unfinished')).toBe(0);
  return false;
}

test('has every acknowledged note when the browser is killed right after, and each other note or its draft when it is killed in between', async ({
  browserName,
}, info) => {
  expect(browserName).toBe('chromium');
  test.setTimeout(60_000 + KILLS * 20_000);
  const random = seededRandom(SEED);
  const site = await openSite();
  const kept: ListedNote[] = [];
  const cut = { saved: 0, drafts: 0 };
  let unsure: ListedNote | null = null;
  await withProfile(async (profile) => {
    for (let round = 0; round <= KILLS; round++) {
      const session = await launchChromium({ profile });
      const reader = await chromiumReader(session);
      if (round === 0) await (await reader.turnToActive(session.extensionUrl('welcome.html'))).toFront();
      await reader.openTab(site.url('harbour-talks.html'));
      await waitForMarks(reader);
      if (unsure !== null) {
        const isSaved = await isSavedOrDraft(reader, unsure);
        if (isSaved) kept.push(unsure);
        cut[isSaved ? 'saved' : 'drafts'] += 1;
        unsure = null;
      }
      await waitForPaintedNotes(reader, ...kept.map(({ quote }) => quote));
      await expectNotesHere(reader, ...kept);
      if (round === KILLS) {
        await session.close();
        break;
      }
      const note = { quote: PASSAGES[round]!, words: `Note ${round}` };
      if (round % 2 === 1) {
        await killWhileSaving(session, reader, note, random() * 40);
        unsure = note;
        continue;
      }
      await writeNote(reader, note.quote, note.words);
      kept.push(note);
      await sleep(random() * 20);
      await killChromium(session);
    }
    const between = `${cut.saved} of those in between stood, ${cut.drafts} as drafts`;
    info.annotations.push({
      type: 'measured',
      description: `${KILLS} kills: 0 notes lost, 0 torn, 0 doubled; ${between}`,
    });
  });
  await site.close();
});
