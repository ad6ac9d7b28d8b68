import { endApart, isRightToLeft, runsLeft, setInto } from '../text/direction';
import type { Drawing, Paint, Shape } from './drawing';
import { FIGURE_WIDTH, HALO, textWidth } from './drawing';

/** What a figure says of itself: its title, what it shows, and where the article is to be found. */
export interface Caption {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A figure for print: the colours of the light scheme, on white. */
const COLOURS: Readonly<Record<Paint, string>> = {
  none: 'none',
  paper: '#ffffff',
  ink: '#1d1d1f',
  soft: '#55565c',
  line: '#d0d0cb',
  accent: '#2b3cad',
  person: '#2937a6',
  organisation: '#9b5435',
  place: '#6587ea',
  group: '#55101d',
  media: '#6b6c75',
};

const FONT = 'system-ui, -apple-system, &quot;Segoe UI&quot;, Roboto, &quot;Noto Sans&quot;, sans-serif';
const MARGIN = 12;
const TITLE = 13;
const SMALL = 9;
const LINE = 13;

/** A figure as a file of its own: nothing in it needs the extension, a script, a style sheet or the network. */
export interface SvgFile {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Writes a drawing with its caption as an SVG file, in CSS pixels at the size of the panel. */
export function svgFile(drawing: Drawing, caption: Caption): SvgFile {
  const width = drawing.width + 2 * MARGIN;
  const top = MARGIN + TITLE + 10;
  const runsFromRight = isRightToLeft(caption.title);
  const said = [...namesInFull(drawing.shapes, runsFromRight), ...caption.lines];
  // The words around the figure stand on the side from which they are read; the drawing is of the article's text.
  const side = runsFromRight
    ? ({ x: width - MARGIN, anchor: 'end' } as const)
    : ({ x: MARGIN, anchor: 'start' } as const);
  const lines = said.flatMap((line) =>
    endApart(wrapText(line, FIGURE_WIDTH, SMALL)).map(
      runsFromRight || isRightToLeft(line) ? runsLeft : String,
    ),
  );
  const below = top + drawing.height + LINE;
  const height = Math.ceil(below + lines.length * LINE + MARGIN - 4);
  const text = [caption.title, ...said].join('\n');
  const written = lines.map((line, at) =>
    shapeText({
      kind: 'text',
      ...side,
      y: below + at * LINE,
      text: line,
      size: SMALL,
      fill: 'soft',
    }),
  );
  const heading = shapeText({
    kind: 'text',
    ...side,
    y: MARGIN + TITLE,
    text: runsFromRight ? runsLeft(caption.title) : caption.title,
    size: TITLE,
    isBold: true,
    fill: 'ink',
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${FONT}">`,
    `<title>${escapeXml(caption.title)}</title>`,
    `<desc>${escapeXml(text)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${COLOURS.paper}"/>`,
    heading,
    `<g transform="translate(${MARGIN} ${top})">`,
    ...drawing.shapes.map(shapeText),
    '</g>',
    ...written,
    '</svg>',
  ].join('\n');
  return { svg, width, height };
}

/** The names that had no room in the figure: on paper nobody can point at them to see them whole. */
function namesInFull(shapes: readonly Shape[], runsFromRight: boolean): string[] {
  const whole = new Set<string>();
  for (const shape of shapes) {
    if (shape.kind === 'text' && shape.title && shape.text.endsWith('…') && shape.text !== shape.title)
      whole.add(setInto(runsFromRight, `${shape.text} = ${shape.title.replace(/\s+/g, ' ').trim()}`));
  }
  return whole.size > 0 ? [[...whole].join('; ')] : [];
}

function shapeText(shape: Shape): string {
  const look = [
    `fill="${COLOURS[shape.fill ?? 'none']}"`,
    ...(shape.stroke ? [`stroke="${COLOURS[shape.stroke]}" stroke-width="${shape.width ?? 1}"`] : []),
    ...(shape.dash ? [`stroke-dasharray="${shape.dash}"`] : []),
  ].join(' ');
  const title = shape.title ? `<title>${escapeXml(shape.title)}</title>` : '';
  if (shape.kind === 'path') return `<path d="${shape.d}" ${look}>${title}</path>`;
  if (shape.kind === 'circle')
    return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.r}" ${look}>${title}</circle>`;
  if (shape.kind === 'rect')
    return `<rect x="${shape.x}" y="${shape.y}" width="${shape.w}" height="${shape.h}" ${look}>${title}</rect>`;
  const halo = shape.hasHalo ? ` stroke="${COLOURS.paper}" stroke-width="${HALO}" paint-order="stroke"` : '';
  const bold = shape.isBold ? ' font-weight="700"' : '';
  return `<text x="${shape.x}" y="${shape.y}" text-anchor="${shape.anchor}" font-size="${shape.size}"${bold} ${look}${halo}>${title}${escapeXml(shape.text)}</text>`;
}

/** Breaks a text into lines of at most `width`; a word that is longer, an address say, is broken inside. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/\s+/).flatMap((word) => breakWord(word, width, size))) {
    const longer = line === '' ? piece : `${line} ${piece}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = piece;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function breakWord(word: string, width: number, size: number): string[] {
  if (textWidth(word, size) <= width) return [word];
  const most = Math.max(1, Math.floor(width / size));
  const letters = [...word];
  const pieces: string[] = [];
  for (let at = 0; at < letters.length; at += most) pieces.push(letters.slice(at, at + most).join(''));
  return pieces;
}

// Characters that XML cannot carry at all come out of some pages' metadata; a file with one could not be opened.
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(NO_XML, '').replace(/[&<>"]/g, (letter) => ENTITIES[letter] as string);
}
