import type { ActorType } from '../../lib/model/actor';
import { splitSentences } from '../../lib/text/sentences';

export type BlockKind = 'paragraph' | 'heading' | 'standfirst' | 'list' | 'question' | 'furniture';

/** A sentence with its number in the file and the annotation lines below it, without their indent. */
export interface FileSentence {
  readonly number: number;
  readonly text: string;
  readonly marks: readonly FileMark[];
}

/** One annotation line; `line` counts from 1 in the file. */
export interface FileMark {
  readonly line: number;
  readonly text: string;
}

export interface FileBlock {
  readonly kind: BlockKind;
  readonly sentences: readonly FileSentence[];
}

export interface FileActor {
  readonly id: string;
  readonly type: ActorType;
  readonly name: string;
  readonly line: number;
}

/** An article's file taken apart: nothing is looked up in the text yet. */
export interface ArticleFile {
  readonly headline: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly actors: readonly FileActor[];
  readonly blocks: readonly FileBlock[];
}

/** What is wrong in an article's file, with the line where it stands. */
export class CorpusError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(`line ${line}: ${message}`);
  }

  /** One error for several, in the order of their lines. */
  static join(errors: readonly CorpusError[]): CorpusError {
    const [first, ...others] = [...errors].sort((a, b) => a.line - b.line);
    const joined = new CorpusError(first?.line ?? 1, '');
    joined.message = [first, ...others].map((error) => error?.message).join('\n  ');
    return joined;
  }
}

export const TYPE_LETTERS: Readonly<Record<string, ActorType>> = {
  P: 'person',
  O: 'organisation',
  Y: 'party',
  S: 'state',
  L: 'place',
  N: 'people',
  A: 'armed-group',
  M: 'media',
  X: 'other',
};

const MARKERS: readonly (readonly [string, BlockKind])[] = [
  ['## ', 'heading'],
  ['> ', 'standfirst'],
  ['^ ', 'furniture'],
  ['- ', 'list'],
];
const QUESTION = /^\*\*(.+)\*\*$/;

function markerOf(line: string): { kind: BlockKind; text: string } {
  for (const [marker, kind] of MARKERS) {
    if (line.startsWith(marker)) return { kind, text: line.slice(marker.length) };
  }
  const question = QUESTION.exec(line)?.[1];
  return question ? { kind: 'question', text: question } : { kind: 'paragraph', text: line };
}

function withMarker(kind: BlockKind, text: string): string {
  if (kind === 'question') return `**${text}**`;
  return `${MARKERS.find(([, of]) => of === kind)?.[0] ?? ''}${text}`;
}

/**
 * Turns a plain article (headline, fields, blank line, paragraphs) into a file to annotate: one numbered sentence a line,
 * an empty list of actors. Throws a `CorpusError` where the text could not be given back exactly.
 */
export function scaffold(plain: string): string {
  const { head, body } = splitHead(plain.replaceAll('\r\n', '\n').trimEnd());
  let number = 0;
  const blocks = body.map(({ text: line, line: at }) => {
    const { kind, text } = markerOf(line);
    const lines = splitSentences(text).map(({ start, end }) => text.slice(start, end));
    if (lines.join(' ') !== text)
      throw new CorpusError(at, 'sentences must stand one space apart, with no space at either end');
    return lines
      .map((sentence, index) => {
        number += 1;
        return `${number} ${index === 0 ? openMarker(kind) : ''}${sentence}`;
      })
      .join('\n');
  });
  return `${head.join('\n')}\n\nactors\n\n${blocks.join('\n\n')}\n`;
}

function openMarker(kind: BlockKind): string {
  return kind === 'question' ? '?? ' : withMarker(kind, '');
}

function splitHead(plain: string): { head: string[]; body: { text: string; line: number }[] } {
  const lines = plain.split('\n');
  const gap = lines.findIndex((line) => line.trim() === '');
  if (!lines[0]?.startsWith('# ') || gap < 0)
    throw new CorpusError(1, 'the file begins with "# headline", fields and a blank line');
  const body = lines
    .map((text, index) => ({ text, line: index + 1 }))
    .slice(gap)
    .filter(({ text }) => text.trim() !== '');
  return { head: lines.slice(0, gap), body };
}

/** The plain article again, byte for byte as `scaffold` took it (blocks one blank line apart). */
export function plainOf(file: ArticleFile): string {
  const fields = [...file.fields].map(([key, value]) => `${key}: ${value}`);
  const blocks = file.blocks.map(({ kind, sentences }, index) => {
    const block = withMarker(kind, sentences.map(({ text }) => text).join(' '));
    const isTight = kind === 'list' && file.blocks[index + 1]?.kind === 'list';
    return `${block}\n${isTight ? '' : '\n'}`;
  });
  return `${[`# ${file.headline}`, ...fields].join('\n')}\n\n${blocks.join('').replace(/\n+$/, '\n')}`;
}

interface OpenBlock {
  kind: BlockKind;
  sentences: { number: number; text: string; marks: FileMark[] }[];
}

/** Takes an annotated file apart. Throws a `CorpusError` at the first line that is none of the known ones. */
export function readArticleFile(source: string): ArticleFile {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  if (!lines[0]?.startsWith('# ')) throw new CorpusError(1, 'the first line is "# headline"');
  const start = lines.indexOf('actors');
  if (start < 0) throw new CorpusError(1, 'no line "actors" between the fields and the text');
  const fields = new Map<string, string>();
  lines.slice(1, start).forEach((line, index) => {
    if (line === '') return;
    const [, key, value] = /^([a-z]+): (.+)$/.exec(line) ?? [];
    if (!key || !value) throw new CorpusError(index + 2, `"${line}" is no field`);
    fields.set(key, value);
  });
  const actors: FileActor[] = [];
  let at = start + 1;
  for (; lines[at]?.trim(); at += 1) actors.push(readActor(lines[at] ?? '', at + 1, actors));
  return { headline: lines[0].slice(2), fields, actors, blocks: readBlocks(lines, at) };
}

function readActor(text: string, line: number, known: readonly FileActor[]): FileActor {
  const [, id, letter, name] = /^([a-z0-9-]+) ([A-Z]) (.+)$/.exec(text) ?? [];
  const type = TYPE_LETTERS[letter ?? ''];
  if (!id || !name || !type) throw new CorpusError(line, `"${text}" is no actor ("id TYPE name")`);
  if (known.some((actor) => actor.id === id)) throw new CorpusError(line, `actor ${id} stands there twice`);
  return { id, type, name, line };
}

function readBlocks(lines: readonly string[], from: number): OpenBlock[] {
  const blocks: OpenBlock[] = [];
  let block: OpenBlock | null = null;
  let expected = 1;
  for (let at = from; at < lines.length; at += 1) {
    const text = lines[at] ?? '';
    const sentence = /^(\d+) (.+)$/.exec(text);
    if (text.trim() === '') block = null;
    else if (sentence) {
      if (Number(sentence[1]) !== expected) throw new CorpusError(at + 1, `sentence ${expected} is missing`);
      block = addSentence(blocks, block, expected, sentence[2] ?? '');
      expected += 1;
    } else if (/^ {2}[@>!] ?/.test(text) && block) {
      block.sentences.at(-1)?.marks.push({ line: at + 1, text: text.trim() });
    } else throw new CorpusError(at + 1, `"${text}" is neither a numbered sentence nor an annotation`);
  }
  return blocks;
}

function addSentence(blocks: OpenBlock[], block: OpenBlock | null, number: number, line: string): OpenBlock {
  if (block) {
    block.sentences.push({ number, text: line, marks: [] });
    return block;
  }
  const isQuestion = line.startsWith('?? ');
  const { kind, text } = isQuestion ? { kind: 'question' as const, text: line.slice(3) } : markerOf(line);
  const opened: OpenBlock = { kind, sentences: [{ number, text, marks: [] }] };
  blocks.push(opened);
  return opened;
}

/**
 * Puts marks that were written apart into a scaffolded article: first the actors, then `N @ …`, `N > …`, `N ! …`; a line without
 * a number belongs to the sentence before. Throws a `CorpusError` (line of `marks`) for a sentence that is not there.
 */
export function weave(scaffolded: string, marks: string): string {
  const actors: string[] = [];
  const bySentence = new Map<number, string[]>();
  let current = 0;
  marks.split('\n').forEach((raw, index) => {
    const line = raw.trim();
    if (line === '' || line === 'actors') return;
    const [, number, mark] = /^(?:(\d+) )?([@>!].*)$/.exec(line) ?? [];
    if (!mark) {
      if (current > 0) throw new CorpusError(index + 1, `"${line}" is no annotation`);
      actors.push(line);
      return;
    }
    current = number ? Number(number) : current;
    bySentence.set(current, [...(bySentence.get(current) ?? []), `  ${mark}`]);
  });
  const lines = scaffolded.split('\n').flatMap((line) => {
    if (line === 'actors') return [line, ...actors];
    const number = Number(/^(\d+) /.exec(line)?.[1] ?? 0);
    const own = bySentence.get(number) ?? [];
    bySentence.delete(number);
    return [line, ...own];
  });
  const [lost] = bySentence.keys();
  if (lost !== undefined) throw new CorpusError(1, `marks for sentence ${lost}, which is not there`);
  return lines.join('\n');
}
