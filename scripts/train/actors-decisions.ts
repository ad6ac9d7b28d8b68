/**
 * What annotators decided about the packets of `actors-packets.ts`:
 *   npx tsx scripts/train/actors-decisions.ts check FOLDER FILE…   every line whole, its spans inside and apart
 *   npx tsx scripts/train/actors-decisions.ts merge FOLDER         adds to scripts/train/actors-corrections.txt what it lacks
 *   npx tsx scripts/train/actors-decisions.ts agree FOLDER         first against second, blind reading
 * A line is `12345 a=ORG b=- +LOC@7-8 -@3`: each letter's type or none, spans added, agreed spans taken away.
 */
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CORRECTIONS, decidedIds } from './actors-data';
import { letterOf, overlap, readSpan, type Sentence, type Span, TYPES, writeSpan } from './actors-spans';

type Decisions = Map<number, readonly Span[] | null>;

function readSentences(folder: string): Map<number, Sentence> {
  const lines = readFileSync(path.join(folder, 'sentences.jsonl'), 'utf8').split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => JSON.parse(line) as Sentence).map((sentence) => [sentence.id, sentence]),
  );
}

/** The names of one sentence after a decision, in order; null where the reader calls it unreadable. Throws what is wrong. */
function decide(sentence: Sentence, parts: readonly string[]): Span[] | null {
  if (parts.length === 1 && parts[0] === '?') return null;
  const letters = new Map(sentence.differing.map((span, number) => [letterOf(number), span]));
  const missing = new Set(letters.keys());
  const spans: Span[] = [];
  let agreed = [...sentence.agreed];
  for (const part of parts) {
    const [, letter = '', type = ''] = /^([a-z]\d*)=(\S+)$/.exec(part) ?? [];
    const added = part.startsWith('+') ? readSpan(part.slice(1)) : null;
    const removed = part.startsWith('-@') ? readSpan(`PER${part.slice(1)}`) : null;
    if (letter) {
      const span = letters.get(letter);
      if (!span) throw new Error(`no letter ${letter} in this sentence`);
      if (!missing.delete(letter)) throw new Error(`letter ${letter} twice`);
      const known = TYPES.find((name) => name === type);
      if (known) spans.push({ from: span.from, to: span.to, type: known });
      else if (type !== '-') throw new Error(`"${part}": PER, ORG, LOC, MISC or -`);
    } else if (added) spans.push(added);
    else if (removed) {
      const left = agreed.filter(({ from, to }) => from !== removed.from || to !== removed.to);
      if (left.length === agreed.length) throw new Error(`"${part}": no agreed span there`);
      agreed = left;
    } else throw new Error(`cannot read "${part}"`);
  }
  if (missing.size > 0) throw new Error(`no decision on ${[...missing].join(', ')}`);
  const all = [...agreed.filter((span) => !spans.some((other) => overlap(span, other))), ...spans];
  all.sort((a, b) => a.from - b.from);
  all.forEach((span, at) => {
    if (span.to < span.from || span.to >= sentence.tokens.length)
      throw new Error(`${writeSpan(span)} lies outside`);
    const next = all[at + 1];
    if (next && overlap(span, next)) throw new Error(`${writeSpan(span)} and ${writeSpan(next)} overlap`);
  });
  return all;
}

/** Reads decision lines; what is wrong goes into `faults`. */
function readDecisions(file: string, sentences: ReadonlyMap<number, Sentence>, faults: string[]): Decisions {
  const decisions: Decisions = new Map();
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, at) => {
      const [id = '', ...parts] = line.replace(/#.*/, '').trim().split(/\s+/);
      if (id === '') return;
      const sentence = sentences.get(Number(id));
      try {
        if (!sentence) throw new Error('no such sentence');
        if (decisions.has(sentence.id)) throw new Error('decided twice');
        decisions.set(sentence.id, decide(sentence, parts));
      } catch (error) {
        faults.push(`${file}:${at + 1}: ${id}: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
  return decisions;
}

const idsOf = (file: string): number[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(\d+) {2}/gm)].map((match) => Number(match[1]));

function check(folder: string, files: readonly string[]): boolean {
  const sentences = readSentences(folder);
  const faults: string[] = [];
  for (const file of files) {
    const decisions = readDecisions(file, sentences, faults);
    const isSecond = path.basename(path.dirname(file)) === 'second-decisions';
    const packet = path.join(folder, isSecond ? 'second' : 'packets', path.basename(file));
    if (!existsSync(packet)) faults.push(`${file}: there is no packet ${packet}`);
    else {
      const ids = idsOf(packet);
      for (const id of ids) if (!decisions.has(id)) faults.push(`${file}: ${id} is missing`);
      for (const id of decisions.keys())
        if (!ids.includes(id)) faults.push(`${file}: ${id} is not in this packet`);
    }
    console.log(`${file}: ${decisions.size} sentences decided`);
  }
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? 'all fine' : `${faults.length} faults`);
  return faults.length === 0;
}

function readFolder(folder: string, name: string, sentences: ReadonlyMap<number, Sentence>): Decisions {
  const faults: string[] = [];
  const all: Decisions = new Map();
  const place = path.join(folder, name);
  if (!existsSync(place)) return all;
  for (const file of readdirSync(place)
    .filter((entry) => entry.endsWith('.txt'))
    .sort())
    for (const [id, spans] of readDecisions(path.join(place, file), sentences, faults)) all.set(id, spans);
  for (const fault of faults) console.error(fault);
  return all;
}

function merge(folder: string): void {
  const decisions = readFolder(folder, 'decisions', readSentences(folder));
  const known = decidedIds();
  // In the order they were read, which is a random one: every thousand is a sample of the whole.
  const lines = [...decisions].flatMap(([id, spans]) =>
    spans && !known.has(id) ? [[id, ...spans.map(writeSpan)].join(' ')] : [],
  );
  appendFileSync(CORRECTIONS, lines.map((line) => `${line}\n`).join(''));
  const unreadable = [...decisions.values()].filter((spans) => spans === null).length;
  console.log(`${lines.length} sentences added to ${known.size}, ${unreadable} unreadable`);
}

/** Span F1, and Cohen's kappa over the types (and "no name") of every span that either reading has or the packet doubts. */
function agree(folder: string): void {
  const sentences = readSentences(folder);
  const first = readFolder(folder, 'decisions', sentences);
  const second = readFolder(folder, 'second-decisions', sentences);
  const counts = { both: 0, first: 0, second: 0, exact: 0 };
  const pairs: [string, string][] = [];
  let read = 0;
  for (const [id, other] of second) {
    const one = first.get(id);
    if (!one || !other) continue;
    read += 1;
    const doubts = sentences.get(id)?.differing ?? [];
    const keys = new Set([...one, ...other, ...doubts].map(({ from, to }) => `${from}-${to}`));
    const typeIn = (list: readonly Span[], key: string): string =>
      list.find(({ from, to }) => `${from}-${to}` === key)?.type ?? '-';
    for (const key of keys) {
      const [a, b] = [typeIn(one, key), typeIn(other, key)];
      pairs.push([a, b]);
      if (a !== '-') counts.first += 1;
      if (b !== '-') counts.second += 1;
      if (a !== '-' && b !== '-') counts.both += 1;
      if (a !== '-' && a === b) counts.exact += 1;
    }
  }
  const share = (side: 0 | 1, type: string): number =>
    pairs.filter((pair) => pair[side] === type).length / Math.max(1, pairs.length);
  const observed = pairs.filter(([a, b]) => a === b).length / Math.max(1, pairs.length);
  const chance = ['-', ...TYPES].reduce((sum, type) => sum + share(0, type) * share(1, type), 0);
  const f1 = (right: number): string =>
    ((200 * right) / Math.max(1, counts.first + counts.second)).toFixed(1);
  console.log(
    `${read} sentences read twice, ${pairs.length} spans: F1 of spans ${f1(counts.both)}, with types ${f1(counts.exact)}, kappa ${((observed - chance) / (1 - chance)).toFixed(3)}`,
  );
}

const [command, folder, ...files] = process.argv.slice(2);
if (command === 'check' && folder && files.length > 0) process.exitCode = check(folder, files) ? 0 : 1;
else if (command === 'merge' && folder) merge(folder);
else if (command === 'agree' && folder) agree(folder);
else {
  console.error('usage: actors-decisions.ts check FOLDER FILE… | merge FOLDER | agree FOLDER');
  process.exitCode = 2;
}
