import { seededRandom } from '../train/crf-random';
import { FIRST, LAST, NEWS, SUBJECTS } from './invented-news';

const PLAIN =
  'the council met again in the evening and went through the papers that had been left on the long table in the hall while the rain came down on the old roof'.split(
    ' ',
  );

/** The paragraphs of a story of so many words: people who speak, once or twice in each, between sentences that are nobody's. */
function paragraphsOf(words: number): string[] {
  const random = seededRandom(7);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!;
  const paragraphs: string[] = [];
  for (let count = 0, n = 0; count < words; n++) {
    const speaker = `${pick(FIRST)} ${pick(LAST)}`;
    const plain = Array.from({ length: 30 }, () => pick(PLAIN)).join(' ');
    const said = `The ${pick(SUBJECTS)} of district ${n} ${pick(NEWS)}, ${speaker} said on Monday after the talks.`;
    const told = `${pick(FIRST)} ${pick(LAST)} told the council that ${speaker} had not read the report on the ${pick(SUBJECTS)}.`;
    const text = `${said} ${plain[0]!.toUpperCase()}${plain.slice(1)}. ${told}`;
    count += text.split(' ').length;
    paragraphs.push(text);
  }
  return paragraphs;
}

/** The page of such a story. `edit` makes another version of a paragraph; `head` goes into its head. */
export function longStory(words: number, edit = (paragraph: string) => paragraph, head = ''): string {
  const paragraphs = paragraphsOf(words).map((paragraph) => `<p>${edit(paragraph)}</p>\n`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>The long report</title>${head}
    <style>body { max-width: 40em; margin: 2em auto; font: 17px/1.6 serif }</style>
    <article><h1>The long report</h1>${paragraphs.join('')}</article></html>`;
}

/** The text of that article as the page shows it. */
export const longText = (words: number): string => paragraphsOf(words).join('\n');
