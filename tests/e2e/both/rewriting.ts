import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
import { WATCH_FRAMES } from '../page-scripts';
import type { Reader } from '../reader';
import { sample, withScript } from '../site';
import {
  ACROSS_LINK,
  ADDER_NOTE,
  expectNotesHere,
  FIELD,
  waitForMarks,
  waitForPaintedNotes,
  waitUntilSaved,
} from '../steps';

/**
 * The sample, which keeps its reader from seeing that it changes: `rewrite()` puts equal paragraphs in the place of those
 * that stand, twice, and `correct()` writes other words into the text nodes themselves, of the same length.
 */
const REWRITING = `
  window.rewrite = () => {
    const article = document.querySelector('article');
    const html = article.innerHTML;
    for (let round = 0; round < 2; round++) article.innerHTML = html;
  };
  window.correct = () => {
    const nodes = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) nodes.currentNode.data = nodes.currentNode.data.replace('mistake', 'triumph');
  };`;

/** The sample as a page that goes on growing: `grow()` has a ticker set three paragraphs before its text, one each second, and comments below it. */
const GROWING = `${WATCH_FRAMES}
  const paragraph = (text) => Object.assign(document.createElement('p'), { textContent: text });
  window.grow = () => {
    watchFrames();
    const first = document.querySelector('article p');
    const news = ['Tilde Osgood said on Monday that the ferry is late.', 'Ruben Achterberg said that the pier is closed.',
      'Mina Salcedo told reporters that the queue grows.'];
    for (const [at, text] of news.entries()) setTimeout(() => first.before(paragraph(text)), at * 1000);
    const comments = document.body.appendChild(document.createElement('section'));
    for (const at of [1, 2]) setTimeout(() => comments.append(paragraph('I do not believe a word of it.')), at * 700);
  };`;

const CORRECTED = 'the dismissals had been a triumph';

const writeDown = async (reader: Reader, words: string) => {
  await reader.shadow().click(ADDER_NOTE);
  await reader.shadow().waitFor(FIELD);
  await reader.typeKeys(words);
  await reader.press('Control+Enter');
  await waitUntilSaved(reader);
};

/** A page that changes under the reader's hands: a note is kept on what was selected, or the reader is told. */
export function rewritingTests(test: ReaderTest): void {
  test('keeps a note on the words that were selected, whatever the page writes anew meanwhile', async ({
    reader,
    site,
  }) => {
    site.set('/rewriting.html', withScript(sample(), REWRITING));
    await reader.goto(site.url('rewriting.html'));
    await waitForMarks(reader);

    // Written anew right before the reader selects: the nodes that were read are gone.
    await reader.run('rewrite();');
    await reader.select(ACROSS_LINK);
    await reader.shadow().waitFor(ADDER_NOTE);
    await writeDown(reader, 'Before');
    await waitForPaintedNotes(reader, ACROSS_LINK);

    // Other words in the very nodes that were read: what the reader has seen and selected counts.
    await reader.run('correct();');
    await reader.select(CORRECTED);
    await reader.shadow().click(ADDER_NOTE);
    await reader.shadow().waitFor(FIELD);
    expect(await reader.shadow().text('.editor .quote')).toBe(CORRECTED);
    // And while the reader writes, it says the first again.
    await reader.run(`rewrite(); document.querySelector('article').innerHTML =
      document.querySelector('article').innerHTML.replace('triumph', 'mistake');`);
    await reader.typeKeys('While');
    await reader.press('Control+Enter');
    await waitUntilSaved(reader);
    await expectNotesHere(
      reader,
      { quote: ACROSS_LINK, words: 'Before' },
      { quote: CORRECTED, words: 'While' },
    );
  });

  test('keeps every mark in every frame while the page goes on growing, and marks what has come', async ({
    reader,
    site,
  }, info) => {
    site.set('/growing.html', withScript(sample(), GROWING));
    await reader.goto(site.url('growing.html'));
    await waitForMarks(reader);
    await reader.run('grow();');
    const names = async () =>
      Object.values(await reader.highlights())
        .flat()
        .join('|');
    await expect.poll(names, { timeout: 20_000 }).toContain('Salcedo');
    expect(await names()).toContain('Osgood');
    expect(await reader.run<string[]>('return gone;')).toEqual([]);
    const frames = await reader.run<number>('return frames_;');
    info.annotations.push({ type: 'measured', description: `no mark missing in ${frames} frames` });
    expect(frames).toBeGreaterThan(10);
  });
}
