import { expect, type Page, test } from '@playwright/test';
import type { ChromiumSession } from '../support/chromium';
import { selectText } from '../support/page-probes';
import type { Shadow } from '../support/surfaces';
import { annotate } from './library-steps';
import { type OpenedSample, openSample } from './opened-sample';
import { LOOKS, violations } from './surface-checks';

const PASSAGE = 'shelves on both sides of the strait';
const OTHER = 'He hopes to be home by Easter.';
const UNFOLD = `(e) => { for (const d of e.querySelectorAll('details')) d.open = true; return null; }`;
let sample: OpenedSample;
let session: ChromiumSession;
let page: Page;
let shadow: Shadow;

test.beforeAll(async () => {
  sample = await openSample();
  ({ session, page } = sample);
  shadow = session.shadow(page);
  await annotate(session, page, PASSAGE, 'a note with **words** and a [link](https://example.org)');
});
test.afterAll(() => sample.close());

/**
 * Shows our part of the page to axe: the root is closed, so the host gets a property that only the page's copy of the object
 * has, set by the debugger and gone with the page.
 */
async function reveal(within: string): Promise<void> {
  await shadow.evaluate(
    within,
    `(element) => {
       const root = element.getRootNode();
       Object.defineProperty(root.host, 'shadowRoot', { configurable: true, get: () => root });
       root.host.id = 'under-test';
     }`,
  );
}

async function judge(name: string, within: string): Promise<void> {
  // What a card keeps folded is judged as well.
  await shadow.evaluate(within, UNFOLD);
  await reveal(within);
  for (const look of LOOKS) {
    await page.emulateMedia(look);
    await page.waitForTimeout(200);
    await page.screenshot({ path: `artifacts/card-${name}-${look.colorScheme}-${look.forcedColors}.png` });
    expect(await violations(page, { within: '#under-test' }), `${name}, ${JSON.stringify(look)}`).toEqual([]);
  }
}

/** Opens the card of a mark as a click on it does; false where nothing of that name is painted. */
async function clickPainted(name: string): Promise<void> {
  const [x, y] = await page.evaluate((highlight) => {
    getSelection()?.removeAllRanges();
    const [part] = [...(CSS.highlights.get(highlight) ?? [])];
    const range = document.createRange();
    range.setStart(part!.startContainer, part!.startOffset);
    range.setEnd(part!.endContainer, part!.endOffset);
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, height } = range.getClientRects()[0]!;
    return [left + 6, top + height / 2] as const;
  }, name);
  await page.mouse.click(x, y);
}

async function select(passage: string): Promise<void> {
  await page.bringToFront();
  await selectText(page, passage);
}

test('the card of an actor breaks no accessibility rule, light, dark or in forced colours', async () => {
  await clickPainted('h1');
  await shadow.waitFor('.actor-card');
  await judge('actor', '.actor-card');
  await page.keyboard.press('Escape');
});

test('the card of a claim breaks none', async () => {
  const bar = '[style*="cursor: pointer"]';
  await shadow.click(bar);
  await shadow.waitFor('.claim-card');
  await judge('claim', '.claim-card');
  await page.keyboard.press('Escape');
});

test('the card of a note breaks none, nor does the toast after its deletion', async () => {
  await clickPainted('h7');
  await shadow.waitFor('.note-card');
  await judge('note', '.note-card');
  await shadow.click('.note-card .danger');
  await shadow.waitFor('.toast .button');
  await reveal('.toast');
  expect(await violations(page, { within: '#under-test' })).toEqual([]);

  // In a low window a card reaches down to where the message stands, which makes way for its buttons.
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 640, height: 440 });
  await clickPainted('h1');
  await shadow.waitFor('.actor-card');
  await shadow.evaluate('.actor-card', UNFOLD);
  await expect.poll(() => shadow.attribute('.toasts', 'class')).toBe('toasts at-top');
  await page.keyboard.press('Escape');
  await page.setViewportSize(size);
  await shadow.click('.toast .button');
});

test('the adder, the editor and the unfinished note break none', async () => {
  await select(OTHER);
  await shadow.waitFor('.adder');
  await judge('adder', '.adder');
  await shadow.click('.adder .button.primary');
  await shadow.waitFor('.editor textarea');
  await page.keyboard.type('half a thought');
  await judge('editor', '.editor');
  await page.keyboard.press('Escape');
  await shadow.waitFor('.unfinished');
  await judge('unfinished', '.unfinished');
});
