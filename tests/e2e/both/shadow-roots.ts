import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
import { inRoots } from '../site';
import {
  ACROSS_LINK,
  clickMark,
  expectNotesHere,
  paintedNotes,
  waitForMarks,
  waitForPaintedNotes,
  writeNote,
} from '../steps';

/** Of the marks that are painted: how many lie in shadow roots, and whether the style of the highlight reaches them. */
const IN_ROOTS = `const found = { inside: 0, outside: 0, unstyled: 0 };
  for (const [name, parts] of CSS.highlights) for (const part of parts) {
    const { parentElement } = part.startContainer;
    const isInside = part.startContainer.getRootNode() !== document;
    found[isInside ? 'inside' : 'outside'] += 1;
    const { textDecorationLine, backgroundColor } = getComputedStyle(parentElement, '::highlight(' + name + ')');
    if (textDecorationLine !== 'underline' && backgroundColor === 'rgba(0, 0, 0, 0)') found.unstyled += 1;
  }
  return found;`;

interface InRoots {
  readonly inside: number;
  readonly unstyled: number;
}

/** Articles in open shadow roots are read, marked and annotated like others. */
export function shadowRootTests(test: ReaderTest): void {
  test('marks an article in open shadow roots, and the style of the marks reaches them', async ({
    reader,
    site,
  }) => {
    site.set('/in-roots.html', inRoots());
    await reader.goto(site.url('in-roots.html'));
    await waitForMarks(reader);
    const { inside, unstyled } = await reader.run<InRoots>(IN_ROOTS);
    expect(inside).toBeGreaterThan(5);
    expect(unstyled).toBe(0);
    await clickMark(reader, 'h1');
    await reader.shadow().waitFor('.card');
  });

  test('keeps a note on words in an open shadow root, painted again after a reload', async ({
    reader,
    site,
  }) => {
    site.set('/in-roots.html', inRoots());
    await reader.goto(site.url('in-roots.html'));
    await waitForMarks(reader);
    await writeNote(reader, ACROSS_LINK, 'In a root');
    await waitForPaintedNotes(reader, ACROSS_LINK);
    await reader.reload();
    await waitForPaintedNotes(reader, ACROSS_LINK);
    expect(await paintedNotes(reader)).toHaveLength(1);
    await expectNotesHere(reader, { quote: ACROSS_LINK, words: 'In a root' });
  });
}
