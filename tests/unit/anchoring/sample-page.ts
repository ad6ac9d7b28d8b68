import type { Block, BlockKind } from '../../../lib/model/article';

/** A page in miniature: lines of text with their kinds; `## ` begins a subheading, `> ` a block quote. */
export interface SamplePage {
  readonly text: string;
  readonly blocks: readonly Block[];
}

const MARKS: readonly (readonly [string, BlockKind])[] = [
  ['## ', 'subheading'],
  ['> ', 'quote'],
];

/** Joins lines into a page the way lib/article does: one block a line, one line feed between. */
export function pageOf(lines: readonly string[]): SamplePage {
  let text = '';
  const blocks: Block[] = [];
  for (const line of lines) {
    const [mark, kind] = MARKS.find(([prefix]) => line.startsWith(prefix)) ?? ['', 'paragraph' as const];
    if (blocks.length > 0) text += '\n';
    const words = line.slice(mark.length);
    blocks.push({ kind, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, blocks };
}

/** Own text for anchoring: an invented story with a repeated word, a repeated sentence, and a subheading. */
export const STORY: readonly string[] = [
  'The harbour council of Velm decided on Monday to close the old fish market, three years after the storm that tore off half its roof.',
  'Mayor Ines Tarrant said the building had become a danger to everyone who passed below it. “We waited too long,” she told reporters on the quay.',
  '## A market older than the town',
  'Fishermen have sold their catch on this spot since the fourteenth century. The council paid for repairs twice, and twice the money ran out before the work was done.',
  'Opponents call the decision premature. Their petition, signed by nine thousand residents, asks the council to wait for the engineers’ second report.',
  '## What comes next',
  'Demolition could begin in March. The council will meet again in two weeks. Until then the stalls may stay on the eastern pier.',
  'A spokesman for the traders’ union said that nobody had asked the people who work there. The council will meet again in two weeks.',
];

/** Offsets of the n-th occurrence of some words in a text. */
export function spanOf(text: string, words: string, nth = 0): { start: number; end: number } {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}
