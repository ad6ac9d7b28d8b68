import type { Box } from '../frames/frame-place';
import { lineBoxes } from './measure-ranges';
import { groundOf, isOnDark } from './page-light';

/** Pixels around a line that stay clear, so that no letter is cut. */
const MARGIN = 2;
const OPACITY = '0.72';
const GROUND = { light: '#ffffff', dark: '#121214' };

/**
 * The veil of the who-says-what view: covers the page but for the lines of some ranges. One element with a clip path in
 * document coordinates, so that scrolling costs nothing; it lets every click through.
 */
export class Dimmer {
  readonly #window: Window;
  readonly #veil: HTMLElement;

  /** The veil is laid into `layer`, under everything that is there. */
  constructor(window: Window, layer: HTMLElement) {
    this.#window = window;
    this.#veil = window.document.createElement('div');
    const style = { position: 'absolute', 'pointer-events': 'none', opacity: OPACITY, display: 'none' };
    for (const [name, value] of Object.entries(style)) this.#veil.style.setProperty(name, value);
    layer.prepend(this.#veil);
  }

  /** Takes the veil away. */
  lift(): void {
    this.#veil.style.setProperty('display', 'none');
  }

  /** Covers everything but `clear`. `origin`: the layer's own place in the viewport. */
  draw(clear: readonly Range[], origin: DOMRect): void {
    const { style } = this.#veil;
    style.setProperty('display', 'block');
    const { body, documentElement } = this.#window.document;
    const { scrollWidth, scrollHeight } = documentElement;
    const { scrollX, scrollY } = this.#window;
    style.setProperty('left', `${-scrollX - origin.left}px`);
    style.setProperty('top', `${-scrollY - origin.top}px`);
    style.setProperty('width', `${scrollWidth}px`);
    style.setProperty('height', `${scrollHeight}px`);
    style.setProperty('background-color', this.#ground(body ?? documentElement));
    style.setProperty('clip-path', clipPath(lineBoxes(clear), scrollWidth, scrollHeight, scrollX, scrollY));
  }

  /** The page's own ground, so that the veil takes the ink away and not the paper. */
  #ground(element: Element): string {
    const other = isOnDark(this.#window, element) ? GROUND.dark : GROUND.light;
    return groundOf(this.#window, element) ?? other;
  }
}

/** A rectangle with holes. Boxes that overlap would, under the even-odd rule, be covered again; they are joined first. */
function clipPath(boxes: readonly Box[], width: number, height: number, x: number, y: number): string {
  const holes = joinLines(boxes).map(({ left, top, right, bottom }) => {
    const [l, t] = [Math.round(left + x) - MARGIN, Math.round(top + y)];
    const [r, b] = [Math.round(right + x) + MARGIN, Math.round(bottom + y)];
    return `M${l} ${t}V${b}H${r}V${t}Z`;
  });
  return `path(evenodd, "M0 0H${width}V${height}H0Z${holes.join('')}")`;
}

/** Boxes of one line that touch or overlap become one; lines that reach into one another are cut at the lower one's top. */
export function joinLines(boxes: readonly Box[]): Box[] {
  const sorted = [...boxes].sort((a, b) => a.top - b.top || a.left - b.left);
  const lines: Box[][] = [];
  for (const box of sorted) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && box.top < (first.top + first.bottom) / 2) line.push(box);
    else lines.push([box]);
  }
  return lines.flatMap((line, at) => {
    const top = Math.min(...line.map((box) => box.top));
    const below = lines[at + 1]?.map((box) => box.top) ?? [];
    const bottom = Math.min(Math.max(...line.map((box) => box.bottom)), ...below);
    const joined: Box[] = [];
    for (const box of [...line].sort((a, b) => a.left - b.left)) {
      const last = joined.at(-1);
      if (last && box.left <= last.right + 2 * MARGIN) {
        joined[joined.length - 1] = { ...last, right: Math.max(last.right, box.right) };
      } else joined.push({ left: box.left, right: box.right, top, bottom });
    }
    return joined;
  });
}
