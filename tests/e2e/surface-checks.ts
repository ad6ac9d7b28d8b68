import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

export const LOOKS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

/**
 * Rules that a page breaks, with the first element that breaks each. `within` is a selector, by default everything; `rules`
 * names the rules that are asked for, by default all.
 */
export async function violations(
  surface: Page,
  { within = null, rules = null }: { within?: string | null; rules?: readonly string[] | null } = {},
): Promise<string[]> {
  const options = { iframes: false, ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}) };
  const where = within === null ? 'document' : JSON.stringify(within);
  // Not through a script element: the page's own policy allows no inline script, as it should.
  const { violations: found, passes } = await surface.evaluate<AxeResults, string>(
    `(async () => { ${AXE}; return axe.run(${where}, ${JSON.stringify(options)}); })()` as never,
    '',
  );
  // A run that saw nothing would pass as well.
  if (rules === null && passes.length < 4) return [`only ${passes.length} rules found something to judge`];
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** The rules a surface breaks in any look. What does not depend on the look is asked once. */
export async function violationsInAllLooks(surface: Page, within: string | null = null): Promise<string[]> {
  const found: string[] = [];
  for (const [at, look] of LOOKS.entries()) {
    await surface.emulateMedia(look);
    const broken = await violations(surface, { within, rules: at === 0 ? null : ['color-contrast'] });
    found.push(...broken.map((rule) => `${look.colorScheme}, ${look.forcedColors}: ${rule}`));
  }
  await surface.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  return found;
}

/**
 * Source of a function `(root) => string[]`: what is smaller than 24 × 24 CSS pixels of what can be pressed (links within
 * running text apart, as in WCAG 2.5.8), what is wider than its window, and what is cut off.
 */
export const MISFITS = `(root) => {
  const document = root.ownerDocument ?? root;
  const window = document.defaultView;
  const says = (e) => e.localName + '.' + e.className + ' "' + (e.getAttribute('aria-label') ?? e.textContent).trim().slice(0, 50) + '"';
  const found = [];
  const scroller = document.scrollingElement;
  if (root === document && scroller.scrollWidth > window.innerWidth)
    found.push('the page is ' + scroller.scrollWidth + ' px wide in ' + window.innerWidth);
  const isShown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.closest('.visually-hidden');
  const within = (e) => { for (let a = e.parentElement; a; a = a.parentElement) {
    if (/auto|scroll|hidden/.test(window.getComputedStyle(a).overflowX)) return true; } return false; };
  for (const e of root.querySelectorAll('button, a[href], input, select, textarea, summary, [role=tab]')) {
    if (!isShown(e)) continue;
    // A box to tick is as large as the label that is pressed as well.
    const label = /checkbox|radio/.test(e.type) ? e.closest('label') ?? (e.labels ?? [])[0] : null;
    const { width, height } = (label ?? e).getBoundingClientRect();
    const isInText = e.localName === 'a' && window.getComputedStyle(e).display === 'inline' && e.closest('p, li, dd')?.textContent.trim() !== e.textContent.trim();
    if ((width < 23.9 || height < 23.9) && !isInText) found.push(says(e) + ' is ' + width.toFixed(1) + ' × ' + height.toFixed(1));
  }
  for (const e of root.querySelectorAll('*')) {
    if (!isShown(e) || e.closest('svg')) continue;
    const { left, right, width } = e.getBoundingClientRect();
    const isOut = left < -1 || right > window.innerWidth + 1;
    if (isOut && width > 1 && !within(e) && e.children.length === 0) found.push(says(e) + ' stands from ' + left.toFixed(0) + ' to ' + right.toFixed(0));
    const { overflowX, textOverflow, display } = window.getComputedStyle(e);
    // What is drawn into the margin on purpose, as rows whose words stand in line with the heading, is not cut off.
    const drawnOut = Math.max(0, ...[...e.children].map((child) => -parseFloat(window.getComputedStyle(child).marginRight) || 0));
    if (overflowX === 'visible' && /block|flex|grid|inline-block/.test(display) && e.scrollWidth > e.clientWidth + drawnOut + 1 && e.clientWidth > 0
      && !within(e) && textOverflow !== 'ellipsis' && !/select|input|textarea|option/.test(e.localName))
      found.push(says(e) + ' holds ' + e.scrollWidth + ' in ' + e.clientWidth);
  }
  return [...new Set(found)].slice(0, 12);
}`;

/** See `MISFITS`. */
export const misfits = (surface: Page): Promise<string[]> =>
  surface.evaluate<string[]>(`(${MISFITS})(document)`);
