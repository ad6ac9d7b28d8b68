import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
import type { Reader } from '../reader';
import { awaitTexts, inPopup, waitForMarks } from '../steps';

const countOf = async (reader: Reader) => Object.values(await reader.highlights()).flat().length;
const ACTORS = ['h1', 'h2', 'h3', 'h4', 'h5'];

const actorCount = async (reader: Reader) => {
  const painted = await reader.highlights();
  return ACTORS.flatMap((name) => painted[name] ?? []).length;
};

const choose = (reader: Reader, value: string, of: '.marks-control' | '.site-rule' = '.marks-control') =>
  inPopup(reader, async (popup) => {
    await awaitTexts(popup, '.summary p');
    await popup.evaluate(
      `(() => { const select = document.querySelector('${of} select');
        select.value = ${JSON.stringify(value)};
        select.dispatchEvent(new Event('change', { bubbles: true })); })()`,
    );
    await expect
      .poll(() => popup.evaluate<string>(`document.querySelector('${of} select').value`))
      .toBe(value);
  });

const toggleInPopup = (reader: Reader) =>
  inPopup(reader, async (popup) => {
    await awaitTexts(popup, '.verdict');
    await popup.click('.marks-control input');
  });

/** How the reader switches marks. */
export function markTests(test: ReaderTest): void {
  test('switches all marks off and on by the key and by the popup, and remembers it', async ({
    reader,
    site,
  }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    const before = await countOf(reader);
    try {
      await reader.command('toggle-marks');
      await expect.poll(() => countOf(reader)).toBe(0);
      await reader.reload();
      await inPopup(reader, async (popup) => {
        expect(await awaitTexts(popup, '.title'), 'the page is still read').toHaveLength(1);
        expect(await popup.evaluate("document.querySelector('.marks-control input').checked")).toBe(false);
      });
      expect(await countOf(reader)).toBe(0);
      await reader.command('toggle-marks');
      await expect.poll(() => countOf(reader)).toBe(before);

      await toggleInPopup(reader);
      await expect.poll(() => countOf(reader)).toBe(0);
    } finally {
      if ((await countOf(reader)) === 0) await toggleInPopup(reader);
    }
    await expect.poll(() => countOf(reader)).toBe(before);
    await reader.reload();
    await waitForMarks(reader);
    expect(await countOf(reader)).toBe(before);
  });

  test('marks as much as the density says, also after a reload', async ({ reader, site }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    const first = await actorCount(reader);
    expect((await reader.highlights())['h6'] ?? [], 'claims are bars alone at first').toEqual([]);
    try {
      await choose(reader, 'everything');
      await expect.poll(() => actorCount(reader)).toBeGreaterThan(first);
      const everything = await actorCount(reader);
      expect((await reader.highlights())['h6']?.length).toBeGreaterThan(3);
      await reader.reload();
      await expect.poll(() => actorCount(reader)).toBe(everything);

      await choose(reader, 'main');
      await expect.poll(() => actorCount(reader)).toBeLessThan(everything);
      await choose(reader, 'off');
      await expect.poll(() => actorCount(reader)).toBe(0);
    } finally {
      await choose(reader, 'first');
    }
    await expect.poll(() => actorCount(reader)).toBe(first);
  });

  test('takes its marks off an open page as soon as the site is closed to it, and puts them back', async ({
    reader,
    site,
  }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    const before = await countOf(reader);
    try {
      await choose(reader, 'never', '.site-rule');
      await expect.poll(() => countOf(reader)).toBe(0);
      // Another choice does not bring them back: only who asks for them here.
      await choose(reader, 'main');
      expect(await countOf(reader)).toBe(0);
      await inPopup(reader, async (popup) => {
        await awaitTexts(popup, '.summary p');
        // Nothing is offered that would do nothing on a closed page.
        expect(await popup.evaluate("document.querySelectorAll('details, [aria-pressed]').length")).toBe(0);
        await popup.click('.summary button');
      });
      await expect.poll(() => countOf(reader)).toBeGreaterThan(0);
      await choose(reader, 'first');
      await reader.reload();
    } finally {
      await choose(reader, 'automatic', '.site-rule');
    }
    await expect.poll(() => countOf(reader)).toBe(before);
  });
}
