import type { Signals } from './signal';

/** Characters of running text that are enough to hear how it speaks. */
export const MAX_SAMPLE = 12_000;

/** Words by which a sample of running text speaks, and how many of them a hundred words make a signal of 1. */
const STYLE: readonly (readonly [name: string, words: string, scale: number])[] = [
  ['style-you', 'you your yours yourself sie ihr ihre vous votre usted tu', 4],
  ['style-we', 'we our us ours wir nous notre', 3],
  ['style-i', 'i my me ich je mon', 3],
  ['style-they', 'he she they his her their him them', 3],
  [
    'style-said',
    'said says told according announced reported explained added sagte sagt laut dit selon dijo zei sier',
    1.5,
  ],
  ['style-past', 'was were had did went came became war waren hatte wurde wurden fue', 3],
  ['style-order', 'click select enter choose install run configure use set see note follow open type', 2],
  [
    'style-sell',
    'offer offers free contact call today book schedule quality team service services customer customers client clients ' +
      'solution solutions shipping warranty buy order',
    3,
  ],
  [
    'style-forum',
    'thanks thank hi hello posted reply quote thread edit edited anyone please joined lol btw',
    1.5,
  ],
  [
    'style-time',
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september ' +
      'october november december yesterday montag dienstag mittwoch donnerstag freitag samstag sonntag',
    1.5,
  ],
];

/** What is no single word of plain letters, with a part of it that tells whether it need be looked for at all. */
const IRREGULAR: readonly (readonly [name: string, part: string, pattern: RegExp])[] = [
  ['style-we', 'unser', /\bunser\w*\b/g],
  ['style-we', 'nuestr', /\bnuestr\w*\b/g],
  ['style-i', 'mein', /\bmein\w*\b/g],
  ['style-said', 'erklärte', /\berklärte\b/g],
  ['style-said', 'según', /\bsegún\b/g],
  ['style-said', 'säger', /\bsäger\b/g],
  ['style-said', 'ha detto', /\bha detto\b/g],
  ['style-order', 'make sure', /\bmake sure\b/g],
  ['style-time', 'last ', /\blast (?:week|month|year)\b/g],
];

/**
 * Signals of how a sample of running text speaks. The words are counted in one pass: a pattern for each signal would have
 * to be made on every page.
 */
export function styleSignals(sample: string, signals: Signals): void {
  const words = Math.max(50, sample.length / 6);
  // The dotted capital of Turkish becomes two characters, the first of them a plain i: a word of its own in English.
  const lower = sample.replaceAll('İ', ' ').toLowerCase();
  const kinds = new Map<string, string>();
  const hits: Record<string, number> = {};
  for (const [name, list] of STYLE) {
    hits[name] = 0;
    for (const word of list.split(' ')) kinds.set(word, name);
  }
  for (const word of lower.match(/\w+/g) ?? []) {
    const name = kinds.get(word);
    if (name !== undefined) hits[name]!++;
  }
  for (const [name, part, pattern] of IRREGULAR) {
    if (lower.includes(part)) hits[name]! += lower.match(pattern)?.length ?? 0;
  }
  for (const [name, , scale] of STYLE) signals[name] = Math.min(1.5, (hits[name]! * 100) / words / scale);
}
