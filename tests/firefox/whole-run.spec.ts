import { expect } from '@playwright/test';
import { ACROSS_LINK, waitForMarks, waitForPaintedNotes, writeNote } from '../e2e/steps';
import { test } from './fixtures';

test('sends no request in a whole journey, nor in all the journeys before', async ({
  reader,
  session,
  site,
}, info) => {
  await reader.goto(site.url('harbour-talks.html'));
  await waitForMarks(reader);
  await writeNote(reader, ACROSS_LINK, 'Nobody else reads this');
  await reader.stopBackground();
  await reader.reload();
  await waitForPaintedNotes(reader, ACROSS_LINK);
  const requests = await session.requests();
  const ofThePage = requests.filter(({ url }) => url.startsWith(site.origin));
  const ours = requests.filter(({ byExtension }) => byExtension);
  info.annotations.push({
    type: 'measured',
    description: `${requests.length} requests in the browser, ${ofThePage.length} of this page, ${ours.length} by the extension`,
  });
  expect(ofThePage.length, 'the log sees what a page asks for').toBeGreaterThanOrEqual(2);
  expect(ours).toEqual([]);
});
