import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CoarseType } from '../../lib/actors/candidate';
import { readSpan } from './actors-spans';

/** A labelled name in a document, UTF-16 offsets. */
export interface Entity {
  readonly start: number;
  readonly end: number;
  readonly type: CoarseType;
  readonly text: string;
}

/** A training or held-back document; `open` where the source has no label for MISC, so that a missing one says nothing. */
export interface LabelledDocument {
  readonly doc: string;
  readonly text: string;
  readonly ents: readonly Entity[];
  readonly open: boolean;
}

/** Where a token of a row stands in the running text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Row {
  readonly doc: string;
  readonly tokens: readonly string[];
  readonly tags: readonly string[];
  readonly agree?: number;
}

interface Source {
  readonly file: string;
  readonly open?: true;
  /** Rows to a document where the source does not say where documents end. */
  readonly chunk?: number;
  /** Labelled by people, in edited prose: counts more than silver labels and short messages. */
  readonly edited?: true;
  /** Which documents are held back, by their running number. */
  readonly held: (number: number, total: number) => boolean;
}

const everySixth = (number: number): boolean => number % 6 === 5;
const lastSixth = (number: number, total: number): boolean => number >= total - Math.ceil(total / 6);

export const SOURCES: readonly Source[] = [
  { file: 'wikigold', edited: true, held: everySixth },
  { file: 'crossner_politics_traindev', edited: true, chunk: 20, held: lastSixth },
  { file: 'crossner_other', edited: true, chunk: 20, held: lastSixth },
  { file: 'uner_ewt_dev', edited: true, open: true, held: everySixth },
  { file: 'wnut17_train', chunk: 20, held: lastSixth },
  { file: 'btc_news_g', chunk: 20, open: true, held: lastSixth },
  // Neighbouring sentences of the newswire are one story: contiguous runs, the last twentieth held back.
  { file: 'gmb_news', chunk: 20, held: (number, total) => number >= total * 0.95 },
];

/** The folder of the development data, or null where it is absent. */
export function dataFolder(): string | null {
  const folder = path.resolve(process.env['PRESSMARK_DATA'] ?? '../shared/data', 'actors');
  return existsSync(folder) ? folder : null;
}

const GLUED_LEFT = /^(?:[.,;:!?%)\]}”’…]|'s|’s|'S|n't|n’t|'re|'ve|'ll|'d|'m)$/;
const GLUED_RIGHT = /^[([{“‘$£€#@]$/;
const WRITTEN: Readonly<Record<string, string>> = { '-LRB-': '(', '-RRB-': ')', '``': '"', "''": '"' };

/** Puts the tokens of one sentence back into running text after `text`, their labels into spans, and where each stands into `places`. */
export function appendRow(text: string, ents: Entity[], row: Row, places: Place[] = []): string {
  let out = text === '' ? '' : `${text}\n`;
  let glue = true;
  let quoteOpen = false;
  let open: { start: number; end: number; type: CoarseType } | null = null;
  const close = (): void => {
    if (open) ents.push({ ...open, text: out.slice(open.start, open.end) });
    open = null;
  };
  row.tokens.forEach((token, at) => {
    const word = WRITTEN[token] ?? token;
    const closing = word === '"' && quoteOpen;
    if (word === '"') quoteOpen = !quoteOpen;
    if (!glue && !GLUED_LEFT.test(word) && !closing) out += ' ';
    const start = out.length;
    out += word;
    places.push({ start, end: out.length });
    glue = GLUED_RIGHT.test(word) || (word === '"' && !closing);
    const tag = row.tags[at] ?? 'O';
    const isHandle = row.tokens[at - 1] === '@' && tag !== 'O';
    if ((isHandle || tag.startsWith('I-')) && open && open.type === tag.slice(2)) open.end = out.length;
    else {
      close();
      if (tag !== 'O') open = { start, end: out.length, type: tag.slice(2) as CoarseType };
    }
  });
  close();
  return out;
}

function toDocuments(source: Source, rows: readonly Row[]): LabelledDocument[] {
  const documents = new Map<string, { text: string; ents: Entity[] }>();
  rows.forEach((row, at) => {
    const doc = source.chunk ? `${source.file}-${Math.floor(at / source.chunk)}` : row.doc;
    const document = documents.get(doc) ?? { text: '', ents: [] };
    documents.set(doc, document);
    document.text = appendRow(document.text, document.ents, row);
  });
  return [...documents].map(([doc, document]) => ({ doc, ...document, open: source.open === true }));
}

export function readRows(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

/** One source, split by whole documents. Silver sentences on which an earlier model disagrees are kept out of training only. */
export function readSource(
  folder: string,
  source: Source,
): { training: LabelledDocument[]; held: LabelledDocument[] } {
  const rows = readRows(path.join(folder, `${source.file}.jsonl`));
  const isSilver = source.file === 'gmb_news';
  const all = toDocuments(source, rows);
  const held = all.filter((_, number) => source.held(number, all.length));
  if (!isSilver) return { training: all.filter((_, number) => !source.held(number, all.length)), held };
  const first = Math.floor((all.length - held.length) * (source.chunk ?? 1));
  const agreed = rows.slice(0, first).filter((row) => row.agree === 1);
  return { training: toDocuments(source, agreed), held };
}

/** The file of what was decided by hand: a sentence's number and its names on a line, no text. */
export const CORRECTIONS = fileURLToPath(new URL('./actors-corrections.txt', import.meta.url));
const NEWSWIRE = 'gmb_news';

/**
 * The sentences of the newswire that were read and decided by hand, in documents of neighbours: `training` stands beside
 * the silver labels, `held` (of the held-back part) measures.
 */
export function readCorrected(folder: string): { training: LabelledDocument[]; held: LabelledDocument[] } {
  const source = SOURCES.find(({ file }) => file === NEWSWIRE);
  if (!source?.chunk) return { training: [], held: [] };
  const rows = readRows(path.join(folder, `${NEWSWIRE}.jsonl`));
  const chunks = Math.ceil(rows.length / source.chunk);
  const parts: { training: Row[]; held: Row[] } = { training: [], held: [] };
  const decided = readLines().map(readCorrection);
  for (const { id, tags } of decided.sort((a, b) => a.id - b.id)) {
    const row = rows[id];
    if (!row) throw new Error(`${CORRECTIONS}: there is no sentence ${id}`);
    const isHeld = source.held(Math.floor(id / source.chunk), chunks);
    parts[isHeld ? 'held' : 'training'].push({ ...row, tags: tags(row.tokens.length) });
  }
  const asDocuments = (chosen: readonly Row[]) =>
    toDocuments({ ...source, file: `${NEWSWIRE}-read` }, chosen);
  return { training: asDocuments(parts.training), held: asDocuments(parts.held) };
}

const readLines = (): string[] =>
  existsSync(CORRECTIONS) ? readFileSync(CORRECTIONS, 'utf8').split('\n').filter(Boolean) : [];

/** The numbers of the sentences of the newswire that were decided by hand. */
export const decidedIds = (): Set<number> => new Set(readLines().map((line) => Number.parseInt(line, 10)));

/** "17029 ORG@16-18 PER@3": a sentence's number and its names. */
function readCorrection(line: string): { id: number; tags: (length: number) => string[] } {
  const [id, ...written] = line.split(' ');
  const spans = written.map((part) => {
    const span = readSpan(part);
    if (!span) throw new Error(`${CORRECTIONS}: "${part}" is no span`);
    return span;
  });
  const tags = (length: number) => {
    const row = Array.from({ length }, () => 'O');
    for (const { from, to, type } of spans)
      for (let at = from; at <= to; at += 1) row[at] = `${at === from ? 'B' : 'I'}-${type}`;
    return row;
  };
  return { id: Number(id), tags };
}
