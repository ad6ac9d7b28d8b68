import { expect } from '@playwright/test';
import { until } from '../support/surfaces';

/** A place that is walked through by keys: one of the extension's own pages, or its closed root in a page. */
export interface Walked {
  /** Evaluates the source of a function `(root) => JSON value` there. */
  ask<T>(functionSource: string): Promise<T>;
  press(keys: 'Tab' | 'Shift+Tab'): Promise<void>;
}

/** Something the Tab key stops at, or where it is now. */
interface Stop {
  /** Its place among the stops in the order of the document; -1 where the focus is on none of them. */
  readonly at: number;
  /** Tag, role and name, for messages. */
  readonly says: string;
  readonly name: string;
  /** Whether it can only be scrolled: the browser itself makes it a stop. */
  readonly isScroller: boolean;
  /** Whether it is a document within the page, whose own stops come in between. */
  readonly isFrame: boolean;
}

interface FocusedStop extends Stop {
  /** What is wrong with how the focus shows, in words. */
  readonly problems: readonly string[];
}

/** Runs in the page: the stops, and what the focus looks like. Browsers agree on all that is asked of them here. */
const LOOK = `(root, isBrief) => {
  const document = root.ownerDocument ?? root;
  const window = document.defaultView;
  const parent = (e) => e.assignedSlot ?? e.parentElement ?? (e.getRootNode().host ?? null);
  const POSSIBLE = 'a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]';
  const modal = root.querySelector('dialog:modal');
  const isStop = (e) => {
    if (e.tabIndex < 0 || e.disabled || e.closest('fieldset:disabled, [inert]')) return false;
    if (!e.checkVisibility({ visibilityProperty: true })) return false;
    if (e.localName === 'summary' && e !== e.parentElement.querySelector(':scope > summary')) return false;
    if (modal && !modal.contains(e)) return false;
    // Of radio buttons of one name the Tab key stops at one.
    if (e.type === 'radio' && !e.checked) {
      const group = [...(e.form ?? root).querySelectorAll('input[type=radio]')].filter((o) => o.name === e.name);
      if (group.some((o) => o.checked)) return false;
    }
    return true;
  };
  const stops = [...root.querySelectorAll(POSSIBLE)].filter(isStop);
  const textOf = (ids) => (ids ?? '').split(/\\s+/).map((id) => root.getElementById(id)?.textContent ?? '').join(' ').trim();
  const nameOf = (e) => (e.getAttribute('aria-label') || textOf(e.getAttribute('aria-labelledby'))
    || [...(e.labels ?? [])].map((l) => l.textContent).join(' ').trim()
    || (/^(a|button|summary)$/.test(e.localName) ? e.textContent : '') || e.title || '').replace(/\\s+/g, ' ').trim();
  const isScroller = (e) => !e.matches(POSSIBLE) && (e.scrollHeight > e.clientHeight || e.scrollWidth > e.clientWidth);
  const describe = (e) => ({
    at: stops.indexOf(e),
    says: e.localName + (e.getAttribute('role') ? '[' + e.getAttribute('role') + ']' : '') + ' "' + nameOf(e).slice(0, 60) + '"',
    name: nameOf(e),
    isScroller: isScroller(e),
    isFrame: e.localName === 'iframe',
  });
  const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (a, b) => {
    const [hi, lo] = [light(parts(a)), light(parts(b))].sort((x, y) => y - x);
    return (hi + 0.05) / (lo + 0.05);
  };
  // The ring stands outside the element, on what is behind it.
  const groundOf = (e) => {
    for (let around = parent(e); around; around = parent(around)) {
      const colour = window.getComputedStyle(around).backgroundColor;
      const [, , , alpha = 1] = parts(colour);
      if (alpha > 0.9) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const ringProblems = (e) => {
    const { outlineStyle, outlineWidth, outlineColor } = window.getComputedStyle(e);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 1) return ['no focus ring'];
    // The browser's own ring has two tones, one for every ground.
    if (outlineStyle === 'auto') return [];
    const found = contrast(outlineColor, groundOf(e));
    return found < 3 ? ['a focus ring of ' + found.toFixed(1) + ' : 1'] : [];
  };
  const viewProblems = (e) => {
    const box = [...e.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    if (!box) return ['no box'];
    const [left, right] = [Math.max(0, box.left), Math.min(window.innerWidth, box.right)];
    const [top, bottom] = [Math.max(0, box.top), Math.min(window.innerHeight, box.bottom)];
    if (left >= right || top >= bottom) return ['out of view'];
    // Enough of it is seen: a point of its first line, of its middle, or of its last.
    const points = [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, bottom - 3]];
    const isSeen = points.some(([x, y]) => {
      const top = root.elementFromPoint(x, y);
      return top && (e.contains(top) || top.contains(e) || [...(e.labels ?? [])].some((l) => l.contains(top)));
    });
    return isSeen ? [] : ['covered'];
  };
  const active = root.activeElement === document.body ? null : root.activeElement;
  return {
    stops: isBrief ? [] : stops.map(describe),
    focus: active && { ...describe(active), problems: [
      ...(isScroller(active) ? [] : [...ringProblems(active), ...viewProblems(active)]),
    ] },
  };
}`;

const BRIEF = `(root) => (${LOOK})(root, true)`;

interface Look {
  readonly stops: readonly Stop[];
  readonly focus: FocusedStop | null;
}

/** Where the focus is, as tag, role and name; empty where it is nowhere. */
export async function focusIn(place: Walked): Promise<string> {
  return (await place.ask<Look>(BRIEF)).focus?.says ?? '';
}

/** Presses Tab until the focus is on something whose name contains `name`. */
export async function tabTo(
  place: Walked,
  name: string,
  keys: 'Tab' | 'Shift+Tab' = 'Tab',
  most = 150,
): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < most; step++) {
    await place.press(keys);
    const says = await focusIn(place);
    if (says.includes(name)) return;
    seen.push(says);
  }
  throw new Error(`Tab does not lead to “${name}”; it led to ${seen.join(', ')}`);
}

/** How long nothing new may come to a place before it is walked through; hints come after the lists they speak of. */
const REST_MS = 300;

/** What the keys shall stop at, once no more of it comes. */
async function stopsAtRest(place: Walked): Promise<readonly Stop[]> {
  let stops: readonly Stop[] = [];
  await until('the place to be at rest', async () => {
    const before = stops;
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    stops = (await place.ask<Look>(LOOK)).stops;
    return stops.length > 0 && stops.length === before.length;
  });
  return stops;
}

/**
 * Goes with Tab through everything that is there, from where the focus is, and holds it to: each stop once, in the order of
 * the document, named, with a ring that is seen, itself in view; and at the end the focus goes on; Shift+Tab leads the same
 * way back.
 * @param goesOut whether Tab goes on to something else at once; in Firefox it goes through the browser's own window first
 * @returns what was stopped at
 */
export async function walkThrough(place: Walked, goesOut = true): Promise<readonly string[]> {
  const stops = await stopsAtRest(place);
  const problems: string[] = [];
  const go = async (keys: 'Tab' | 'Shift+Tab', most: number): Promise<string[]> => {
    const reached: Stop[] = [];
    // A frame's own stops come in between, and a scroller is one more; so is the browser's own window.
    for (let step = 0; reached.length < most && step < stops.length + 40; step++) {
      await place.press(keys);
      const { focus } = await place.ask<Look>(BRIEF);
      if (!focus || focus.isScroller || (focus.isFrame && focus.at === reached.at(-1)?.at)) continue;
      if (focus.at === reached.at(-1)?.at) problems.push(`${focus.says}: the focus stays`);
      reached.push(focus);
      if (focus.name === '') problems.push(`${focus.says}: no name`);
      if (!focus.isFrame) problems.push(...focus.problems.map((problem) => `${focus.says}: ${problem}`));
    }
    // From where the walk began, round to there again.
    const ordered = keys === 'Tab' ? reached : reached.toReversed();
    const first = ordered.findIndex(({ at }) => at === 0);
    return [...ordered.slice(first), ...ordered.slice(0, first)].map(({ says }) => says);
  };
  const forth = await go('Tab', stops.length);
  const last = (await place.ask<Look>(BRIEF)).focus?.at;
  if (goesOut) {
    await place.press('Tab');
    expect((await place.ask<Look>(BRIEF)).focus?.at, 'no trap').not.toBe(last);
  }
  const expected = stops.map(({ says }) => says);
  const before = goesOut ? expected : expected.slice(0, -1);
  const back = await go('Shift+Tab', before.length);
  expect({ forth, back, problems }).toEqual({ forth: expected, back: before, problems: [] });
  return expected;
}
