import type { Box } from '../frames/frame-place';
import type { HighlightName } from '../model/mark-categories';
import { elementOf, lineBoxes, type Places } from './measure-ranges';
import { isOnDark } from './page-light';

/** The ranges of one category, to be drawn as the registry would paint them. */
export interface LineItem {
  readonly name: HighlightName;
  readonly ranges: readonly Range[];
}

interface Drawn {
  /** `border-bottom` without its colour; the empty string for none. */
  readonly line: string;
  readonly light: string;
  readonly dark: string;
  readonly tint?: string;
}

/** The same looks as in entrypoints/marks.css, as boxes can have them: borders know no waves, so those are hatched. */
const LOOKS: Readonly<Record<HighlightName, Drawn>> = {
  h1: { line: '2px solid', light: '#2937a6', dark: '#5a71e4' },
  h2: { line: '3px double', light: '#9b5435', dark: '#c56452' },
  h3: { line: '2px dotted', light: '#6587ea', dark: '#2fccfe' },
  h4: { line: '3px ridge', light: '#55101d', dark: '#ebc149' },
  h5: { line: '1px dashed', light: '#6b6c75', dark: '#a9aab3' },
  h6: { line: '', light: '', dark: '', tint: 'rgb(75 101 217 / 0.1)' },
  h7: { line: '1px solid', light: '#b2860a', dark: '#ddb028', tint: 'rgb(221 176 40 / 0.14)' },
};

/** More than any article has; a page cannot make us draw for ever. */
const MOST_BOXES = 6_000;

/**
 * Draws marks as boxes in our closed shadow root instead of the registry that the page shares: the page cannot ask which
 * passages are marked. Document coordinates, so that scrolling costs nothing. Forced colours keep the borders.
 */
export class LineDrawer {
  readonly #window: Window;
  readonly #layer: HTMLElement;

  /** Lays its boxes into `layer`. */
  constructor(window: Window, layer: HTMLElement) {
    this.#window = window;
    this.#layer = window.document.createElement('div');
    this.#layer.className = 'lines';
    layer.append(this.#layer);
  }

  /** Measures, then replaces everything drawn. `origin`: the layer's own place in the viewport. */
  draw(items: readonly LineItem[], origin: DOMRect): void {
    const onDark = new Map<Element, boolean>();
    const boxes: HTMLElement[] = [];
    const places: Places = new Map();
    for (const { name, ranges } of items) {
      for (const range of ranges) {
        const element = elementOf(range);
        if (!element || boxes.length > MOST_BOXES) continue;
        if (!onDark.has(element)) onDark.set(element, isOnDark(this.#window, element));
        const isDark = onDark.get(element) === true;
        for (const box of lineBoxes([range], places)) boxes.push(this.#box(LOOKS[name], isDark, box, origin));
      }
    }
    this.#layer.replaceChildren(...boxes);
  }

  /** Takes everything away. */
  clear(): void {
    this.#layer.replaceChildren();
  }

  #box(look: Drawn, isDark: boolean, box: Box, origin: DOMRect): HTMLElement {
    const element = this.#window.document.createElement('div');
    const styles: Readonly<Record<string, string>> = {
      position: 'absolute',
      'box-sizing': 'border-box',
      left: `${box.left - origin.left}px`,
      top: `${box.top - origin.top}px`,
      width: `${box.right - box.left}px`,
      height: `${box.bottom - box.top}px`,
      ...(look.tint ? { 'background-color': look.tint } : {}),
      ...(look.line ? { 'border-bottom': `${look.line} ${isDark ? look.dark : look.light}` } : {}),
    };
    // Set one by one through the object model, styles are outside the page's content security policy.
    for (const name in styles) element.style.setProperty(name, styles[name]!);
    return element;
  }
}
