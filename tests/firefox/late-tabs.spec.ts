import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { ACROSS_LINK, beginNote, waitForMarks } from '../e2e/steps';
import { test } from './fixtures';

test('marks a tab that was open before the extension came, and says that its page could watch', async ({
  reader,
  session,
  site,
}) => {
  const { marionette, extensionId } = session;
  await marionette.send('Addon:Uninstall', { id: extensionId });
  await session.pinAddress();
  await reader.goto(site.url('harbour-talks.html'));
  await expect.poll(() => reader.run('return document.readyState;')).toBe('complete');
  expect(await reader.highlights()).toEqual({});
  const article = await reader.tab();
  await marionette.send('Addon:Install', { path: resolve('.output/firefox-mv3'), temporary: true });
  // Its greeting may come in front of the article; the article is marked all the same.
  await waitForMarks(reader);
  await article.toFront();
  await beginNote(reader, ACROSS_LINK);
  expect(await reader.shadow().text('.editor .hint')).toContain('the page could watch your keys');
  await reader.reload();
  await waitForMarks(reader);
  await beginNote(reader, ACROSS_LINK);
  expect(await reader.shadow().count('.editor .hint'), 'after a reload it is written unseen').toBe(0);
});
