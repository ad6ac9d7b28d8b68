import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
import { inRoots } from '../site';
import { inPopup, waitForMarks, writeNote } from '../steps';

const PASSAGE = 'the dismissals had been a mistake';
const CHANGE = (hidesMarks: boolean) =>
  `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage(${JSON.stringify({
    type: 'settings.change',
    change: { hidesMarks },
  })}).then((answer) => answer.value.settings.hidesMarks)`;

const MIDDLE = `(first) => {
  // One that is in view.
  const boxes = [...first.parentElement.children].map((line) => line.getBoundingClientRect());
  const { left, top, width, height } = boxes.find(({ top }) => top > 0 && top < innerHeight - 40);
  return [left + width / 2, top + height / 2];
}`;
const IS_IN_ROOT = 'return document.elementFromPoint(arguments[0], arguments[1]).shadowRoot !== null;';

/** Marks that the page cannot ask for. */
export function hiddenMarkTests(test: ReaderTest): void {
  test('draws the marks where the page cannot ask for them, and gives them back to the registry when told', async ({
    reader,
    site,
  }) => {
    await reader.goto(site.url('harbour-talks.html'));
    const before = await waitForMarks(reader);
    await writeNote(reader, PASSAGE, 'seen by nobody');
    try {
      await inPopup(reader, async (popup) => expect(await popup.evaluate(CHANGE(true))).toBe(true));
      await expect.poll(() => reader.highlights()).toEqual({});
      await expect.poll(() => reader.shadow().count('.lines > div')).toBeGreaterThan(10);
      await reader.reload();
      await reader.shadow().waitFor('.lines > div', 15_000);
      expect(await reader.highlights(), 'the page sees none').toEqual({});
      // What is under a line is still found, by key and by pointer.
      await reader.command('next-mark');
      await reader.shadow().waitFor('.card');
      await reader.screenshot(`test-results/hidden-marks-${reader.browser}.png`);

      // The same in open shadow roots: lines lie on the words there, and a click on one opens its card.
      site.set('/in-roots.html', inRoots());
      await reader.goto(site.url('in-roots.html'));
      await reader.shadow().waitFor('.lines > div', 15_000);
      expect(await reader.highlights(), 'the page sees none').toEqual({});
      const line = await reader.shadow().evaluate<[number, number]>('.lines > div', MIDDLE);
      expect(await reader.run<boolean>(IS_IN_ROOT, ...line), 'the words under the line').toBe(true);
      await reader.clickAt(...line);
      await reader.shadow().waitFor('.card');
      await reader.goto(site.url('harbour-talks.html'));
    } finally {
      await inPopup(reader, async (popup) => expect(await popup.evaluate(CHANGE(false))).toBe(false));
    }
    const after = await waitForMarks(reader);
    expect(after['h1']).toEqual(before['h1']);
    expect(await reader.shadow().count('.lines > div')).toBe(0);
  });
}
