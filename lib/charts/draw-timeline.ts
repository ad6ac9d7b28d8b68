import type { ActorType } from '../model/actor';
import { ACTOR_LETTER } from '../model/actor-signs';
import type { ClaimKind } from '../model/claim';
import { actorLine, type Drawing, FIGURE_WIDTH, fitText, type Look, type Shape, textWidth } from './drawing';
import type { SpeakerTimeline, TimelineRow } from './speaker-timeline';

/** The words of the figure, in the reader's language. */
export interface TimelineWords {
  readonly unnamed: string;
  readonly beginning: string;
  readonly end: string;
  readonly kinds: Readonly<Record<SpokenKind, string>>;
}

export type SpokenKind = Exclude<ClaimKind, 'author'>;

const SIZE = 10.5;
const ROW = 22;
const BAR = 12;
const TOP = 20;
const SIGN = 14;
const NAMES = 116;
const TRACK = { from: NAMES + 8, to: FIGURE_WIDTH - 6 };
const NARROWEST = 3;

/** How quoted a claim is, without colour: full, half full, a frame, a broken frame. */
const BARS: Readonly<Record<SpokenKind, Look>> = {
  direct: { fill: 'accent', stroke: 'accent', width: 1 },
  mixed: { fill: 'line', stroke: 'accent', width: 1.5 },
  indirect: { fill: 'paper', stroke: 'accent', width: 1.5 },
  nominal: { fill: 'paper', stroke: 'accent', width: 1.5, dash: '2 2' },
};
const KINDS = Object.keys(BARS) as SpokenKind[];

/** Draws who speaks where: a line for each speaker from the beginning of the text to its end, a bar for each claim. */
export function drawTimeline({ rows }: SpeakerTimeline, words: TimelineWords): Drawing {
  const bottom = TOP + rows.length * ROW;
  const key = keyShapes(words, bottom + 16);
  const shapes: Shape[] = [
    label(TRACK.from, TOP - 8, words.beginning, 'start'),
    label(TRACK.to, TOP - 8, words.end, 'end'),
    ...[TRACK.from, TRACK.to].map(
      (x): Shape => ({ kind: 'path', d: `M${x} ${TOP} V${bottom}`, stroke: 'line', width: 1 }),
    ),
    ...rows.flatMap((row, at) => rowShapes(row, TOP + at * ROW, words)),
    ...key.shapes,
  ];
  return { width: FIGURE_WIDTH, height: key.bottom + 8, shapes };
}

function rowShapes(row: TimelineRow, top: number, words: TimelineWords): Shape[] {
  const middle = top + ROW / 2;
  const name = row.name ?? words.unnamed;
  const of = row.id === null ? {} : { of: row.id };
  // Where no sign stands before it, a name has that room too.
  const nameAt = row.type ? SIGN + 8 : 1;
  const track: Shape = {
    kind: 'path',
    d: `M${TRACK.from} ${middle} H${TRACK.to}`,
    stroke: 'line',
    width: 1,
  };
  const bars = row.claims.map(({ id, kind, from, to }): Shape => {
    const x = placeOnTrack(from);
    const w = Math.max(NARROWEST, placeOnTrack(to) - x);
    const bar = { kind: 'rect', x: Math.min(x, TRACK.to - w), y: middle - BAR / 2, w, h: BAR } as const;
    return { ...bar, ...BARS[kind as SpokenKind], of: id };
  });
  return [
    ...(row.type ? signShapes(row.type, middle) : []),
    {
      kind: 'text',
      x: nameAt,
      y: middle + SIZE * 0.36,
      text: fitText(name, NAMES - nameAt, SIZE),
      anchor: 'start',
      size: SIZE,
      fill: 'ink',
      title: name,
      ...of,
    },
    track,
    ...bars,
  ];
}

function signShapes(type: ActorType, middle: number): Shape[] {
  const { look, isDouble } = actorLine(type);
  const x = 1 + SIGN / 2;
  return [
    { kind: 'circle', x, y: middle, r: SIGN / 2, ...look, width: isDouble ? 2.5 : 1.5, fill: 'paper' },
    ...(isDouble
      ? [{ kind: 'circle', x, y: middle, r: SIGN / 2, stroke: 'paper', width: 0.8, fill: 'none' } as const]
      : []),
    {
      kind: 'text',
      x,
      y: middle + 3.2,
      text: ACTOR_LETTER[type],
      anchor: 'middle',
      size: 9,
      isBold: true,
      fill: 'ink',
    },
  ];
}

/** What the bars mean, on as many lines as that takes. */
function keyShapes({ kinds }: TimelineWords, top: number): { shapes: Shape[]; bottom: number } {
  const shapes: Shape[] = [];
  let [x, y] = [1, top];
  for (const kind of KINDS) {
    const width = 22 + textWidth(kinds[kind], SIZE);
    if (x > 1 && x + width > FIGURE_WIDTH) [x, y] = [1, y + 16];
    shapes.push({ kind: 'rect', x, y: y - 9, w: 14, h: 10, ...BARS[kind] });
    shapes.push(label(x + 19, y, kinds[kind], 'start'));
    x += width + 12;
  }
  return { shapes, bottom: y };
}

function label(x: number, y: number, text: string, anchor: 'start' | 'end'): Shape {
  return { kind: 'text', x, y, text, anchor, size: SIZE, fill: 'soft' };
}

function placeOnTrack(share: number): number {
  return Math.round((TRACK.from + share * (TRACK.to - TRACK.from)) * 10) / 10;
}
