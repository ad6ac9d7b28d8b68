import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
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
}
