import type { Page } from '@playwright/test';

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

interface Drag {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** A drag that begins on a link drags the link instead of selecting. */
  readonly startsInLink: boolean;
  readonly endsInLink: boolean;
}

const oneBlank = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * Selects the first place in the page's running text that reads `needle` (white space counts as one blank) with a real
 * mouse drag, across inline elements. Where both ends are links, which a drag would pull along, the selection is set
 * and then walked back and forth by a real key. Throws when the passage is not there or something else got selected.
 */
export async function selectText(page: Page, needle: string): Promise<void> {
  const drag = await page.evaluate(locate, oneBlank(needle));
  if (drag === null) throw new Error(`The page does not contain “${needle}”.`);
  if (drag.startsInLink && drag.endsInLink) {
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowRight');
  } else {
    await page.evaluate(() => getSelection()?.removeAllRanges());
    const [from, to] = drag.startsInLink ? [drag.to, drag.from] : [drag.from, drag.to];
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 8 });
    await page.mouse.up();
  }
  const selected = oneBlank(await page.evaluate(() => String(getSelection())));
  if (selected !== oneBlank(needle)) throw new Error(`Selected “${selected}” instead of “${needle}”.`);
}

/** Runs in the page: finds the needle, scrolls it into view, leaves it selected, tells where to drag. */
function locate(needle: string): Drag | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    (node.parentElement?.checkVisibility() ?? false) && !node.parentElement?.closest('script, style')
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_REJECT,
  );
  let text = '';
  const places: (readonly [Text, number])[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    for (let index = 0; index < node.data.length; index++) {
      const isBlank = /\s/.test(node.data[index]!);
      if (isBlank && (text === '' || text.endsWith(' '))) continue;
      text += isBlank ? ' ' : node.data[index];
      places.push([node, index]);
    }
  }
  const start = text.indexOf(needle);
  if (start < 0) return null;
  const [first, last] = [places[start]!, places[start + needle.length - 1]!];
  const range = document.createRange();
  range.setStart(...first);
  range.setEnd(last[0], last[1] + 1);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  first[0].parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  // No named function here: tsx would add a call that the page does not know.
  const [head, tail] = [first, last].map(([node, index]) => {
    const glyph = document.createRange();
    glyph.setStart(node, index);
    glyph.setEnd(node, index + 1);
    const { left, right, top, bottom } = glyph.getBoundingClientRect();
    return { left, right, middle: (top + bottom) / 2, inLink: node.parentElement?.closest('a') != null };
  });
  return {
    from: [head!.left + 0.5, head!.middle],
    to: [tail!.right - 0.5, tail!.middle],
    startsInLink: head!.inLink,
    endsInLink: tail!.inLink,
  };
}
