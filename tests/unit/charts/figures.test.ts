import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { drawNetwork } from '../../../lib/charts/draw-network';
import { drawTimeline } from '../../../lib/charts/draw-timeline';
import { type Drawing, fitText, type Shape, textWidth } from '../../../lib/charts/drawing';
import { speakerTimeline } from '../../../lib/charts/speaker-timeline';
import { speechNetwork } from '../../../lib/charts/speech-network';
import { svgFile, wrapText } from '../../../lib/charts/svg-file';
import type { ActorType } from '../../../lib/model/actor';
import { ACTOR_LETTER } from '../../../lib/model/actor-signs';
import { actor, claim } from './sample-speech';

const LOCALES = 'assets/public/_locales';
const words = {
  unnamed: 'unnamed source',
  beginning: 'beginning',
  end: 'end',
  kinds: {
    direct: 'direct quotation',
    mixed: 'partly quoted',
    indirect: 'in other words',
    nominal: 'as a noun',
  },
};
const textsOf = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

/** 200 actors who speak about each other, and 3,000 claims. */
function crowd() {
  const actors = Array.from({ length: 200 }, (_, at) => actor(`a${at}`, [at * 100, at * 100 + 50_000]));
  const claims = Array.from({ length: 3000 }, (_, at) =>
    claim(`c${at}`, at % 11 === 0 ? null : `a${(at * 7) % 200}`, [at * 30, at * 30 + 29], 'direct'),
  );
  return { actors, claims };
}

describe('the figure of the network', () => {
  const actors = [actor('ana', [0, 220]), actor('ben', [120], 'organisation')];
  const claims = [claim('c1', 'ana', [100, 200]), claim('c2', 'ben', [210, 300])];
  const { shapes } = drawNetwork(speechNetwork(actors, claims));

  it('names each actor and tells its kind by a letter and a line, not by colour alone', () => {
    expect(textsOf(shapes)).toEqual(['P', 'Name of ana', 'O', 'Name of ben']);
    const rings = (id: string) => shapes.filter(({ kind, of }) => kind === 'circle' && of === id).length;
    expect([rings('ana'), rings('ben')]).toEqual([1, 2]);
  });

  it('gives every kind another line or another letter', () => {
    const signs = (Object.keys(ACTOR_LETTER) as ActorType[]).map((type) => {
      const drawn = drawNetwork(speechNetwork([actor('x', [110], type)], [claim('c', null, [100, 200])]));
      const circles = drawn.shapes.filter(({ kind }) => kind === 'circle');
      return `${textsOf(drawn.shapes)[0]} ${circles.length} ${circles[0]?.dash}`;
    });
    expect(new Set(signs).size).toBe(signs.length);
  });

  it('draws two arrows where two speak about each other', () => {
    const lines = shapes.filter((shape) => shape.kind === 'path' && shape.fill === 'none');
    expect(lines.map(({ title }) => title)).toEqual([
      'Name of ana → Name of ben: 1',
      'Name of ben → Name of ana: 1',
    ]);
    expect(new Set(lines.map((line) => line.kind === 'path' && line.d)).size).toBe(2);
  });

  it('draws the arrow wider the more claims it stands for', () => {
    const more = Array.from({ length: 8 }, (_, at) => claim(`m${at}`, 'ana', [100, 200]));
    const width = (all: typeof claims) =>
      drawNetwork(speechNetwork(actors, all)).shapes.find(({ title }) => title?.startsWith('Name of ana →'))
        ?.width;
    expect(width(more)).toBeGreaterThan(width(claims) ?? 0);
  });

  it('stays small for a crowd, with no number that is none', () => {
    const { actors: many, claims: all } = crowd();
    const drawing = drawNetwork(speechNetwork(many, all));
    expect(drawing.shapes.length).toBeLessThan(1000);
    expect(JSON.stringify(drawing)).not.toMatch(/NaN|null/);
  });
});

describe('the figure of the timeline', () => {
  it('tells how quoted a claim is by its frame and its filling, and says so below', () => {
    const actors = [actor('ana', [0])];
    const kinds = ['direct', 'mixed', 'indirect', 'nominal'] as const;
    const claims = kinds.map((kind, at) => claim(kind, 'ana', [at * 100, at * 100 + 50], kind));
    const { shapes } = drawTimeline(speakerTimeline(actors, claims, 1000), words);
    const bars = shapes.filter((shape) => shape.kind === 'rect' && shape.of !== undefined);
    expect(new Set(bars.map(({ fill, dash }) => `${fill} ${dash}`)).size).toBe(4);
    expect(textsOf(shapes)).toEqual(expect.arrayContaining(['Name of ana', ...Object.values(words.kinds)]));
  });

  it('has room for the words of who is not named, in every language', () => {
    const languages = readdirSync(LOCALES);
    expect(languages.length).toBeGreaterThan(4);
    for (const language of languages) {
      const messages = JSON.parse(readFileSync(`${LOCALES}/${language}/messages.json`, 'utf8'));
      const unnamed: string = messages.popup_unnamed_source.message;
      const timeline = speakerTimeline([], [claim('c1', null, [1, 9])], 100);
      expect(textsOf(drawTimeline(timeline, { ...words, unnamed }).shapes)).toContain(unnamed);
    }
  });

  it('keeps every bar on its line, also at the very end', () => {
    const claims = [claim('c1', 'ana', [999, 1000])];
    const { shapes, width } = drawTimeline(speakerTimeline([actor('ana', [0])], claims, 1000), words);
    const bar = shapes.find((shape) => shape.of === 'c1');
    expect(bar?.kind === 'rect' && bar.w).toBeGreaterThanOrEqual(3);
    expect(bar?.kind === 'rect' && bar.x + bar.w).toBeLessThanOrEqual(width);
  });
});

describe('the width of a name', () => {
  // Measured in DejaVu Sans, a wide face, in ems.
  const MEASURED = {
    'Amsel Harbour Au…': 10.09,
    'Priyanka Raghuna…': 10.04,
    'Institute for St…': 8.19,
    'Bundesverfassungsg…': 11.41,
    'Joaquim dos Reis': 8.51,
    'Володимир Ковал': 9.41,
    WWWMMM: 5.55,
    NATO: 2.75,
  };

  it('is hardly thought narrower than it is in a wide face, nor much wider', () => {
    for (const [name, ems] of Object.entries(MEASURED)) {
      expect(textWidth(name, 1), name).toBeGreaterThan(0.98 * ems);
      expect(textWidth(name, 1), name).toBeLessThan(1.2 * ems);
    }
  });
});

describe('a figure as a file', () => {
  const caption = {
    title: 'Who speaks where',
    lines: ['“A & B <c>”. The Courier.', 'https://example.org/a'],
  };
  const drawing = drawTimeline(
    speakerTimeline(
      [{ ...actor('ana', [0]), name: '<script>"&\u0000\u0008' }],
      [claim('c1', 'ana', [1, 9])],
      10,
    ),
    words,
  );
  const { svg, width, height } = svgFile(drawing, caption);
  const parse = (text: string) => new JSDOM(text, { contentType: 'image/svg+xml' }).window.document;

  it('is well-formed whatever stands in a name', () => {
    const root = parse(svg).documentElement;
    expect(root.tagName).toBe('svg');
    expect(root.querySelector('script')).toBeNull();
    expect([...root.querySelectorAll('text')].map((text) => text.lastChild?.textContent)).toContain(
      '<script>"&',
    );
  });

  it('carries its caption to be seen and to be read out', () => {
    const root = parse(svg).documentElement;
    expect(root.querySelector('title')?.textContent).toBe(caption.title);
    expect(root.querySelector('desc')?.textContent).toBe([caption.title, ...caption.lines].join('\n'));
    const texts = [...root.querySelectorAll('text')].map((text) => text.lastChild?.textContent);
    expect(texts).toEqual(expect.arrayContaining([caption.title, ...caption.lines]));
  });

  it('needs nothing from outside: no address but as words, no script, no style sheet', () => {
    const root = parse(svg).documentElement;
    const attributes = [root, ...root.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
    expect(
      attributes.filter(({ name, value }) => name !== 'xmlns' && /:\/\/|url\(|^on/.test(`${name}${value}`)),
    ).toEqual([]);
    expect(root.querySelector('style, image, use, foreignObject, a')).toBeNull();
    expect(svg).not.toContain('var(');
  });

  it('is as large as what it holds', () => {
    expect([width, height].every((side) => Number.isInteger(side) && side > 0)).toBe(true);
    expect(height).toBeGreaterThan(drawing.height);
  });

  it('breaks long captions into lines, and an address inside where it must', () => {
    const lines = wrapText(`Read at https://example.org/${'x'.repeat(300)} in May`, 100, 10);
    expect(lines.every((line) => textWidth(line, 10) <= 100)).toBe(true);
    expect(lines.join('').replaceAll(' ', '')).toBe(`Readathttps://example.org/${'x'.repeat(300)}inMay`);
  });

  it('lets a caption in Arabic run from right to left, and leaves others as they are', () => {
    const lines = ['رُسم باستخدام Pressmark.', 'Drawn with Pressmark.'];
    const texts = [...parse(svgFile(drawing, { ...caption, lines }).svg).querySelectorAll('text')];
    expect(texts.slice(-2).map(({ textContent }) => textContent)).toEqual([
      '\u2067رُسم باستخدام Pressmark.\u2069',
      'Drawn with Pressmark.',
    ]);
  });

  it('stands its words at the right where they are read from there, and the drawing as ever', () => {
    const title = 'من يتحدث عن من';
    const root = parse(svgFile(drawing, { title, lines: ['Drawn with Pressmark.'] }).svg);
    const [heading, ...rest] = root.querySelectorAll('svg > text');
    expect(heading?.textContent).toBe(`\u2067${title}\u2069`);
    for (const text of [heading, ...rest]) {
      expect(text?.getAttribute('x')).toBe(String(width - 12));
      expect(text?.getAttribute('text-anchor')).toBe('end');
    }
    const inDrawing = (file: ParentNode) => file.querySelector('g')?.innerHTML;
    expect(inDrawing(root)).toBe(inDrawing(parse(svg).documentElement));
  });

  it('says below the figure in full, once, each name that had no room in it', () => {
    const long = { ...actor('ana', [0, 210]), name: 'Institute for the Study of Inland Waterways' };
    const network = speechNetwork([long, actor('ben', [120])], [claim('c1', 'ana', [100, 200])]);
    const file = (shapes: Drawing) => parse(svgFile(shapes, caption).svg).querySelector('desc')?.textContent;
    const cut = fitText(long.name, 104, 10.5);
    expect(file(drawNetwork(network))?.split('\n')[1]).toBe(`${cut} = ${long.name}`);
    expect(file(drawing)?.split('\n')[1]).toBe(caption.lines[0]);
  });

  it('cuts a name of 300 letters off, and leaves a short one alone', () => {
    expect(textWidth(fitText('N'.repeat(300), 100, 10), 10)).toBeLessThanOrEqual(100);
    expect(fitText('Ana Okoye', 100, 10)).toBe('Ana Okoye');
  });
});
