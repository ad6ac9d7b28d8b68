import { expect } from '@playwright/test';
import { english } from '../e2e/library-steps';
import { waitForMarks } from '../e2e/steps';
import { test } from './fixtures';

test('the sidebar shows the article in front and follows the tab', async ({ reader, site, session }) => {
  await reader.goto(site.url('harbour-talks.html'));
  await waitForMarks(reader);
  const sidebar = await session.openSidebar();
  const title = () => sidebar.evaluate<string>("document.querySelector('h1')?.textContent ?? ''");
  await expect
    .poll(title, { timeout: 10_000 })
    .toBe('Tarvia and Meridon agree to reopen Port Amsel after night of talks');
  expect(
    await sidebar.evaluate<number>("document.querySelectorAll('.panel-claims li').length"),
  ).toBeGreaterThan(10);
  await sidebar.evaluate("document.querySelector('.panel-claims li:last-child button').click()");
  await expect.poll(() => reader.run<number>('return window.scrollY;')).toBeGreaterThan(200);
  const article = await reader.tab();
  const other = await reader.openTab(site.url('no-article.html'));
  await expect.poll(title, { timeout: 10_000 }).toBe(english('panel_title'));
  await other.close();
  await article.toFront();
  await session.closeSidebar();
});
