import type { ActorType } from '../model/actor';
import { ACTOR_MARK } from '../model/mark-categories';

/** A colour by what it is for; the panel and a file each have their own for it. */
export type Paint =
  | 'none'
  | 'paper'
  | 'ink'
  | 'soft'
  | 'line'
  | 'accent'
  | 'person'
  | 'organisation'
  | 'place'
  | 'group'
  | 'media';

/** How a shape is painted. `dash` as in SVG's stroke-dasharray. */
export interface Look {
  readonly fill?: Paint;
  readonly stroke?: Paint;
  readonly width?: number;
  readonly dash?: string;
}

interface Common extends Look {
  /** What the pointer is told; the shape's words in full. */
  readonly title?: string;
  /** The claim or actor that the shape stands for. */
  readonly of?: string;
}

export type Shape = Common &
  (
    | { readonly kind: 'path'; readonly d: string }
    | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number }
    | {
        readonly kind: 'rect';
        readonly x: number;
        readonly y: number;
        readonly w: number;
        readonly h: number;
      }
    | {
        readonly kind: 'text';
        readonly x: number;
        readonly y: number;
        readonly text: string;
        readonly anchor: 'start' | 'middle' | 'end';
        readonly size: number;
        readonly isBold?: boolean;
        /** Stands on its own strip of paper, so that a line below it does not strike it through. */
        readonly hasHalo?: boolean;
      }
  );

/** A figure as shapes, in units of its own box. Drawn by a component on the screen and by `svgFile` for a file. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** How wide figures are: about as wide as a side panel, so that their letters are as large as the panel's. */
export const FIGURE_WIDTH = 360;

/** How far the paper around a text reaches, both sides together. */
export const HALO = 3;

const PAINTS: Readonly<Record<string, Paint>> = {
  '--person': 'person',
  '--organisation': 'organisation',
  '--place': 'place',
  '--group': 'group',
  '--media': 'media',
};

// Rings cannot be wavy; dots and dashes in turn are as far from the others.
const DASHES: Readonly<Record<string, string | undefined>> = {
  dotted: '1 3',
  dashed: '5 3',
  wavy: '6 2 1 2',
};

/** The line of an actor's kind: the page's own line styles, as far as a figure can have them. */
export function actorLine(type: ActorType): { look: Look; isDouble: boolean } {
  const { line, colour } = ACTOR_MARK[type];
  const dash = DASHES[line];
  return {
    look: { stroke: PAINTS[colour] ?? 'media', width: 2, ...(dash ? { dash } : {}) },
    isDouble: line === 'double',
  };
}

// Widths in ems, those of a wide sans-serif face: a name may stand narrower than was thought, but is not cut off by the figure's edge.
const WIDTHS: readonly (readonly [letters: RegExp, ems: number])[] = [
  // Marks of direction and the like.
  [/\p{Cf}/u, 0],
  [/[ijl'’.,:;|!ftr()[\]\s-]/, 0.4],
  [/[mwMW@%]/, 0.98],
  [/\p{Lu}/u, 0.75],
];

/** About how wide a text is: no figure is worth asking a browser, and East Asian letters are twice as wide. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) {
    const isWide = (letter.codePointAt(0) ?? 0) > 0x2e7f;
    ems += isWide ? 1 : (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.62);
  }
  return ems * size;
}

/** Cuts a text off so that it is at most `width` wide. */
export function fitText(text: string, width: number, size: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (textWidth(flat, size) <= width) return flat;
  const letters = [...flat.slice(0, 400)];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
