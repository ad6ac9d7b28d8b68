import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
import type { Reader } from '../reader';
import { sample } from '../site';
import { ACROSS_LINK, expectNotesHere, oneBlank, writeNote } from '../steps';

/** As viewers and embedded stories are built: the site's own head and foot, and the article in a frame of the same origin. */
const VIEWER = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour talks</title>
  <style>body { margin: 0; font: 16px serif } header { padding: 20px } iframe { border: 7px solid #ccc; margin-left: 30px }</style>
  </head><body><header>The Courier</header><iframe src="/harbour-talks.html" width="1000" height="600"></iframe></body></html>`;

/** The passages that are painted in the frame, by highlight, and whether the style of the marks reaches them. */
const IN_FRAME = `const { contentWindow, contentDocument } = document.querySelector('iframe');
  const found = { marks: {}, unstyled: 0 };
  for (const [name, parts] of contentWindow.CSS?.highlights ?? []) {
    found.marks[name] = [...parts].map((part) => {
      const range = contentDocument.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      const { parentElement } = part.startContainer;
      const style = contentWindow.getComputedStyle(parentElement, '::highlight(' + name + ')');
      if (style.textDecorationLine !== 'underline' && style.backgroundColor === 'rgba(0, 0, 0, 0)') found.unstyled += 1;
      return range.toString();
    });
  }
  return found;`;

interface InFrame {
  readonly marks: Readonly<Record<string, string[]>>;
  readonly unstyled: number;
}

const inFrame = (reader: Reader) => reader.run<InFrame>(IN_FRAME);
const notesInFrame = async (reader: Reader) => ((await inFrame(reader)).marks['h7'] ?? []).map(oneBlank);

/** The first painted name in the frame, in the viewport of the page. */
const FIRST_NAME = `const frame = document.querySelector('iframe');
  const [part] = frame.contentWindow.CSS.highlights.get('h1');
  const range = frame.contentDocument.createRange();
  range.setStart(part.startContainer, part.startOffset);
  range.setEnd(part.endContainer, part.endOffset);
  part.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = range.getClientRects()[0];
  const box = frame.getBoundingClientRect();
  return [box.left + 7 + left + width / 2, box.top + 7 + top + height / 2];`;

/** Articles in frames of the page's own origin are read, marked and annotated like others. */
export function frameTests(test: ReaderTest): void {
  test('marks an article in a frame of the page, opens its cards there, and keeps a note on its words', async ({
    reader,
    site,
  }) => {
    site.set('/viewer.html', VIEWER);
    await reader.goto(site.url('viewer.html'));
    await expect
      .poll(async () => (await inFrame(reader)).marks['h1']?.length ?? 0, { timeout: 15_000 })
      .toBeGreaterThan(1);
    await expect.poll(async () => (await inFrame(reader)).unstyled).toBe(0);
    const [x, y] = await reader.run<[number, number]>(FIRST_NAME);
    await reader.clickAt(x, y);
    await reader.shadow().waitFor('.card');
    const top = await reader.shadow().evaluate<number>('.card', '(card) => card.getBoundingClientRect().top');
    expect(Math.abs(top - y), 'the card stands by the name').toBeLessThan(60);
    await reader.press('Escape');
    await expect.poll(() => reader.shadow().count('.card')).toBe(0);

    await writeNote(reader, ACROSS_LINK, 'In a frame');
    await expect.poll(() => notesInFrame(reader)).toEqual([ACROSS_LINK]);
    await reader.reload();
    await expect.poll(() => notesInFrame(reader), { timeout: 15_000 }).toEqual([ACROSS_LINK]);
    await expectNotesHere(reader, { quote: ACROSS_LINK, words: 'In a frame' });

    // Another story in the frame: nothing of the first one stays, and its note waits without a passage.
    site.set('/other.html', sample().replaceAll('<p>', '<p>Meanwhile, elsewhere: '));
    await reader.run(`document.querySelector('iframe').src = '/other.html';`);
    await expect
      .poll(async () => (await inFrame(reader)).marks['h1']?.length ?? 0, { timeout: 15_000 })
      .toBeGreaterThan(1);
    expect(await reader.takeErrors()).toEqual([]);
  });
}
