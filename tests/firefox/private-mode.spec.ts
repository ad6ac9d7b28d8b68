import { expect, test } from '@playwright/test';
import { english } from '../e2e/library-steps';
import { openSite, type Site } from '../e2e/site';
import { beginNote, FIELD, waitForMarks } from '../e2e/steps';
import { type FirefoxSession, firefoxMissing, launchFirefox } from '../support/firefox';
import { firefoxReader } from './firefox-reader';

const PASSAGE = 'the dismissals had been a mistake';

let site: Site;
let session: FirefoxSession;
test.beforeAll(async () => {
  const missing = firefoxMissing();
  test.skip(missing !== null, missing ?? '');
  site = await openSite();
  session = await launchFirefox({
    preferences: { 'browser.privatebrowsing.autostart': true },
    allowPrivate: true,
  });
});
test.afterAll(async () => {
  await session?.close();
  await site?.close();
});

test('in permanent private mode a note is kept or refused with a message, never lost in silence', async ({
  browserName: _,
}, info) => {
  const reader = firefoxReader(session);
  await reader.openTab(site.url('harbour-talks.html'));
  await waitForMarks(reader, 20_000);
  await beginNote(reader, PASSAGE);
  expect(await reader.shadow().text('.editor .hint')).toContain(english('editor_private'));
  await reader.typeKeys('written in private');
  await reader.press('Control+Enter');
  await expect
    .poll(
      async () =>
        (await reader.shadow().count(FIELD)) === 0 ? 'saved' : reader.shadow().text('.editor .status'),
      {
        timeout: 20_000,
      },
    )
    .toMatch(new RegExp(['^saved$', english('failure_unavailable').replace(/[().]/g, '.')].join('|')));
  const isSaved = (await reader.shadow().count(FIELD)) === 0;
  info.annotations.push({ type: 'measured', description: isSaved ? 'saved' : 'refused with its reason' });
  if (isSaved) {
    await reader.reload();
    await expect
      .poll(async () => (await reader.highlights())['h7']?.length ?? 0, { timeout: 15_000 })
      .toBe(1);
  } else {
    expect(await reader.shadow().value(FIELD)).toBe('written in private');
  }
});

test('a draft of a private window is given back while the browser runs', async () => {
  const reader = firefoxReader(session);
  const tab = await reader.openTab(site.url('river-compact.html'));
  await waitForMarks(reader, 20_000);
  await beginNote(reader, 'no business of its neighbours');
  await reader.typeKeys('half a thou');
  await expect.poll(() => reader.shadow().text('.editor .status')).toBe(english('editor_draft_private'));
  const again = await reader.openTab(site.url('river-compact.html'));
  await reader.shadow().waitFor('.unfinished', 15_000);
  expect(await reader.shadow().text('.unfinished p.hint')).toBe('half a thou');
  await again.close();
  await tab.toFront();
});
