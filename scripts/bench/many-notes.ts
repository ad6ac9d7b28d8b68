/** 500 notes on 100,000 characters of the development pages, and what becomes of that text: for the benches of anchoring. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { describeTarget } from '../../lib/anchoring/describe-target';
import type { IdentifiedTarget } from '../../lib/anchoring/find-targets';
import { blocksOf } from '../../lib/text/blocks';
import { seededRandom } from '../train/crf-random';

const DATA = process.env['PRESSMARK_DATA'] ?? '../shared/data';
export const BENCH = path.resolve(DATA, '..', 'bench', 'anchoring', 'bench.mjs');
const LENGTH = 100_000;
export const NOTES = 500;

/** How much of the text is edited: the share of words, and of sentences followed by a new one. */
export const EDITS = { unchanged: 0, 'light edits': 0.02, 'medium edits': 0.08 } as const;

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The texts of the development pages, one after the other, until there are enough characters. */
export async function longText(): Promise<string> {
  const { loadPages } = (await import(BENCH)) as { loadPages(): { text: string }[] };
  let text = '';
  for (const page of loadPages()) {
    if (text.length >= LENGTH) break;
    text += `${page.text.replace(/[^\S\n]+/g, ' ').replace(/\s*\n\s*/g, '\n')}\n`;
  }
  return text.slice(0, LENGTH);
}

/** Every so many-th word replaced by another of the text, and a sentence put in now and then. */
export function edited(text: string, share: number): string {
  if (share === 0) return text;
  const random = seededRandom(20260301);
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  const other = () => words[Math.floor(random() * words.length)] ?? 'word';
  return text
    .replace(/\p{L}{3,}/gu, (word) => (random() < share ? other() : word))
    .replace(/\. /g, (stop) => (random() < share ? `. ${other()} ${other()} ${other()}. ` : stop));
}

export function notesOn(text: string): IdentifiedTarget[] {
  const random = seededRandom(20260302);
  const blocks = blocksOf(text);
  const hash = hashOf(text);
  return Array.from({ length: NOTES }, (_, number) => {
    const start = Math.floor(random() * (text.length - 320));
    const span = { start, end: start + 5 + Math.floor(random() * 300) };
    return { id: String(number), target: describeTarget(text, blocks, span, hash, 'article') };
  });
}
