/**
 * Picks the sentences of the silver newswire that somebody should read, and writes them as packets of a hundred:
 *   PRESSMARK_ACTORS_MODEL=FILE npx tsx scripts/train/actors-packets.ts FOLDER
 * FILE is a model trained without the newswire (PRESSMARK_WITHOUT=gmb_news). Where it and the silver label differ, both
 * readings are shown in an order that does not tell which is whose. What is decided already is left out. Same data, model
 * and seed give the same packets.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ActorModel, loadActorModel } from '../../lib/actors/actor-model';
import { readText } from '../../lib/actors/reading';
import { tagByModel } from '../../lib/actors/tag-model';
import { appendRow, dataFolder, decidedIds, type Place, type Row, readRows } from './actors-data';
import { type Difference, letterOf, overlap, type Sentence, type Span, spansOf } from './actors-spans';
import { seededRandom, shuffled } from './crf-random';

const CHUNK = 20;
const PACKET = 100;
const HELD_FROM = 0.95;
const random = seededRandom(20261126);

const inAnyOrder = (list: readonly Picked[]): Picked[] =>
  Array.from(shuffled(list.length, random), (at) => list[at] as Picked);

interface Picked extends Sentence {
  /** How much a reading would tell: organisations, types that differ, an unsure model. */
  readonly worth: number;
  readonly keys: readonly string[];
}

interface Guess extends Span {
  readonly confidence: number;
}

/** The model's spans over rows that stand together, by row and token. */
function tagRows(rows: readonly Row[], model: ActorModel): Guess[][] {
  let text = '';
  const places: Place[][] = rows.map((row) => {
    const own: Place[] = [];
    text = appendRow(text, [], row, own);
    return own;
  });
  const reading = readText(text);
  const found = rows.map((): Guess[] => []);
  for (const candidate of tagByModel(reading, model)) {
    const start = reading.tokens[candidate.from]?.start ?? 0;
    const end = reading.tokens[candidate.to - 1]?.end ?? 0;
    const row = places.findIndex((own) => own.some((place) => place.start < end && start < place.end));
    const covered = (places[row] ?? []).flatMap((place, at) =>
      place.start < end && start < place.end ? [at] : [],
    );
    const from = covered[0];
    const to = covered.at(-1);
    if (from === undefined || to === undefined || found[row]?.some((span) => span.to >= from)) continue;
    found[row]?.push({ from, to, type: candidate.label, confidence: candidate.confidence });
  }
  return found;
}

function compare(id: number, row: Row, guesses: readonly Guess[]): Picked {
  const silver = spansOf(row.tags);
  const same = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to;
  const agreed = silver.filter((a) => guesses.some((b) => same(a, b) && a.type === b.type));
  const isFirst = random() < 0.5;
  const differing = new Map<string, Difference>();
  let worth = 0;
  for (const span of [...silver, ...guesses]) {
    if (agreed.some((other) => same(span, other))) continue;
    const left = silver.find((other) => same(span, other))?.type ?? null;
    const right = guesses.find((other) => same(span, other));
    const [one, two] = isFirst ? [left, right?.type ?? null] : [right?.type ?? null, left];
    const key = `${span.from}-${span.to}`;
    if (differing.has(key)) continue;
    differing.set(key, { from: span.from, to: span.to, one, two });
    const hasOrganisation = one === 'ORG' || two === 'ORG';
    worth += (hasOrganisation ? 3 : 0) + (one && two ? 1 : 0) + (right && right.confidence < 0.8 ? 1 : 0);
    if (!hasOrganisation) worth += 0.5;
  }
  const list = [...differing.values()].sort((a, b) => a.from - b.from || b.to - a.to);
  return {
    id,
    tokens: row.tokens,
    agreed,
    differing: list,
    worth: worth / Math.sqrt(Math.max(8, row.tokens.length)),
    keys: list.map(({ from, to }) =>
      row.tokens
        .slice(from, to + 1)
        .join(' ')
        .toLowerCase(),
    ),
  };
}

/** Keeps one of near duplicates, and no more than a few sentences about one and the same span. */
function spread(
  list: readonly Picked[],
  most: number,
  seen: Set<string>,
  spans: Map<string, number>,
): Picked[] {
  const kept: Picked[] = [];
  for (const sentence of list) {
    if (kept.length >= most) break;
    const words = sentence.tokens.map((token) => token.toLowerCase());
    const grams = words.slice(3).map((_, at) => words.slice(at, at + 4).join(' '));
    const known = grams.filter((gram) => seen.has(gram)).length;
    if (grams.length < 4 || known > grams.length * 0.4) continue;
    if (sentence.keys.length > 0 && sentence.keys.every((key) => (spans.get(key) ?? 0) >= 8)) continue;
    for (const gram of grams) seen.add(gram);
    for (const key of sentence.keys) spans.set(key, (spans.get(key) ?? 0) + 1);
    kept.push(sentence);
  }
  return kept;
}

/** The sentence on one line, names and places of doubt marked, capitalised tokens numbered. */
function show({ id, tokens, agreed, differing }: Sentence): string {
  const words = tokens.map((token, at) => {
    const isEdge = [...agreed, ...differing].some(({ from, to }) => from === at || to === at);
    const opening = differing
      .map(({ from }, number) => (from === at ? `{${letterOf(number)} ` : ''))
      .join('');
    const closing = differing
      .map(({ to }, number) => (to === at ? ` ${letterOf(number)}}` : ''))
      .reverse()
      .join('');
    const left = agreed.some(({ from }) => from === at) ? '[' : '';
    const end = agreed.find(({ to }) => to === at);
    const number = isEdge || /^\p{Lu}/u.test(token) ? `_${at}` : '';
    return `${opening}${left}${token}${number}${end ? `]${end.type}` : ''}${closing}`;
  });
  const doubts = differing.map(
    ({ from, to, one, two }, number) =>
      `   ${letterOf(number)} ${from}${to > from ? `-${to}` : ''} "${tokens.slice(from, to + 1).join(' ')}": ${one ?? '-'} | ${two ?? '-'}`,
  );
  return [`${id}  ${words.join(' ')}`, ...doubts].join('\n');
}

function writePackets(folder: string, sentences: readonly Sentence[], first: number): void {
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at * PACKET < sentences.length; at += 1) {
    const name = `${String(first + at).padStart(3, '0')}.txt`;
    const part = sentences.slice(at * PACKET, (at + 1) * PACKET);
    writeFileSync(path.join(folder, name), `${part.map(show).join('\n\n')}\n`);
  }
}

function main(data: string, target: string, modelFile: string): void {
  const model = loadActorModel(new Uint8Array(readFileSync(modelFile)));
  const rows = readRows(path.join(data, 'gmb_news.jsonl'));
  const all: Picked[] = [];
  for (let at = 0; at < rows.length; at += CHUNK) {
    const part = rows.slice(at, at + CHUNK);
    tagRows(part, model).forEach((guesses, row) => {
      const line = part[row];
      if (line) all.push(compare(at + row, line, guesses));
    });
  }
  const chunks = Math.ceil(rows.length / CHUNK);
  const isHeld = (id: number): boolean => Math.floor(id / CHUNK) >= chunks * HELD_FROM;
  const decided = decidedIds();
  const doubted = all.filter(({ id, differing }) => !isHeld(id) && !decided.has(id) && differing.length > 0);
  const byWorth = (list: readonly Picked[]): Picked[] =>
    [...list].sort((a, b) => b.worth - a.worth || a.id - b.id);
  const hasOrganisation = ({ differing }: Sentence): boolean =>
    differing.some(({ one, two }) => one === 'ORG' || two === 'ORG');
  const seen = new Set<string>();
  const spans = new Map<string, number>();
  const chosen = [
    ...spread(byWorth(doubted.filter(hasOrganisation)), 3000, seen, spans),
    ...spread(byWorth(doubted.filter((sentence) => !hasOrganisation(sentence))), 900, seen, spans),
  ];
  // Every packet holds the same mixture, so that a reading that stops early is still a sample of the whole.
  const mixed = inAnyOrder(chosen);
  // Whole documents of the part held back for reports, to be measured on and never trained on.
  const examChunks = Array.from({ length: chunks }, (_, at) => at).filter((at) => at >= chunks * HELD_FROM);
  const exam = examChunks
    .filter((_, at) => at % 6 === 1)
    .slice(0, 20)
    .flatMap((chunk) => all.slice(chunk * CHUNK, (chunk + 1) * CHUNK))
    .filter(({ id }) => !decided.has(id));
  writePackets(path.join(target, 'packets'), mixed, 1);
  writePackets(path.join(target, 'packets'), exam, 901);
  const second = inAnyOrder(mixed).slice(0, 300);
  writePackets(path.join(target, 'second'), second, 1);
  const known = [...mixed, ...exam].map(({ id, tokens, agreed, differing }) => ({
    id,
    tokens,
    agreed,
    differing,
  }));
  writeFileSync(
    path.join(target, 'sentences.jsonl'),
    known.map((line) => `${JSON.stringify(line)}\n`).join(''),
  );
  const crossing = mixed.filter(({ agreed, differing }) =>
    differing.some((a) => agreed.some((b) => overlap(a, b))),
  ).length;
  console.log(
    `${doubted.length} sentences differ (${doubted.filter(hasOrganisation).length} over organisations); ${mixed.length} chosen (${crossing} with crossing spans), ${exam.length} for the exam`,
  );
}

const data = dataFolder();
const [target] = process.argv.slice(2);
const modelFile = process.env['PRESSMARK_ACTORS_MODEL'];
if (data && target && modelFile) main(data, target, modelFile);
else console.error('usage: PRESSMARK_DATA=… PRESSMARK_ACTORS_MODEL=FILE actors-packets.ts FOLDER');
