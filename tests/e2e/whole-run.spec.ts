import { expect, test } from '@playwright/test';
import { launchChromium } from '../support/chromium';
import { chromiumReader } from './chromium-reader';
import { openSite } from './site';
import { ACROSS_LINK, expectNotesHere, waitForMarks, waitForPaintedNotes, writeNote } from './steps';

test('sends no request in a whole journey, from the start of the browser to its end', async ({
  browserName,
}, info) => {
  expect(browserName).toBe('chromium');
  const site = await openSite();
  const session = await launchChromium();
  const reader = await chromiumReader(session);
  await reader.turnToActive(session.extensionUrl('welcome.html'));
  await reader.openTab(site.url('harbour-talks.html'));
  await waitForMarks(reader);
  await writeNote(reader, ACROSS_LINK, 'Nobody else reads this');
  await expectNotesHere(reader, { quote: ACROSS_LINK, words: 'Nobody else reads this' });
  await reader.stopBackground();
  await reader.reload();
  await waitForPaintedNotes(reader, ACROSS_LINK);
  const requests = await session.close();
  await site.close();
  const ofThePage = requests.filter(({ url }) => url.startsWith(site.origin));
  const ours = requests.filter(({ byExtension }) => byExtension);
  info.annotations.push({
    type: 'measured',
    description: `${requests.length} requests in the browser's log, ${ofThePage.length} of the page, ${ours.length} by the extension`,
  });
  expect(ofThePage.length, 'the log sees what a page asks for').toBeGreaterThanOrEqual(2);
  expect(ours).toEqual([]);
});
