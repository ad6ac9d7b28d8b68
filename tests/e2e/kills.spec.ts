import { expect, test } from '@playwright/test';
import { launchChromium } from '../support/chromium';
import { killChromium, withProfile } from '../support/kill-chromium';
import { rounds } from '../support/rounds';
import { chromiumReader } from './chromium-reader';
import { seededRandom, sleep } from './random';
import { openSite } from './site';
import { expectNotesHere, waitForMarks, waitForPaintedNotes, writeNote } from './steps';

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

test('has every acknowledged note when the browser is killed right after', async ({ browserName }, info) => {
  expect(browserName).toBe('chromium');
  test.setTimeout(60_000 + KILLS * 20_000);
  const random = seededRandom(SEED);
  const site = await openSite();
  const kept: { quote: string; words: string }[] = [];
  await withProfile(async (profile) => {
    for (let round = 0; round <= KILLS; round++) {
      const session = await launchChromium({ profile });
      const reader = await chromiumReader(session);
      if (round === 0) await (await reader.turnToActive(session.extensionUrl('welcome.html'))).toFront();
      await reader.openTab(site.url('harbour-talks.html'));
      await waitForMarks(reader);
      await waitForPaintedNotes(reader, ...kept.map(({ quote }) => quote));
      await expectNotesHere(reader, ...kept);
      if (round === KILLS) {
        await session.close();
        break;
      }
      const quote = PASSAGES[round]!;
      await writeNote(reader, quote, `Note ${round}`);
      kept.push({ quote, words: `Note ${round}` });
      await sleep(random() * 20);
      await killChromium(session);
    }
    info.annotations.push({ type: 'measured', description: `${KILLS} kills, 0 notes lost` });
  });
  await site.close();
});
