import type { Page } from '@playwright/test';
import { locatePassage, oneBlank, selectedText } from './locate-passage';

/** Everything the page can read of `CSS.highlights`: name → the texts of its ranges, in their order. */
export function highlights(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const found: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<AbstractRange>>) {
      found[name] = [...highlight].map((part) => {
        const range = document.createRange();
        range.setStart(part.startContainer, part.startOffset);
        range.setEnd(part.endContainer, part.endOffset);
        return range.toString();
      });
    }
    return found;
  });
}

/**
 * Selects the first place in the page's running text that reads `needle` (white space counts as one blank) with a real
 * mouse drag, across inline elements. Where both ends are links, which a drag would pull along, the selection is set
 * and then walked back and forth by a real key. Throws when the passage is not there or something else got selected.
 */
export async function selectText(page: Page, needle: string): Promise<void> {
  const drag = await page.evaluate(locatePassage, oneBlank(needle));
  if (drag === null) throw new Error(`The page does not contain “${needle}”.`);
  if (drag.startsInLink && drag.endsInLink) {
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowRight');
  } else {
    await page.evaluate(selectedText, true);
    const [from, to] = drag.startsInLink ? [drag.to, drag.from] : [drag.from, drag.to];
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 8 });
    await page.mouse.up();
  }
  const selected = oneBlank(await page.evaluate(selectedText, false));
  if (selected !== oneBlank(needle)) throw new Error(`Selected “${selected}” instead of “${needle}”.`);
}
