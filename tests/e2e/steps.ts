import { expect } from '@playwright/test';
import type { Answer, Envelope, PageReport, ToBackground } from '../../lib/messaging/protocol';
import type { ActionPopup } from '../support/surfaces';
import { until } from '../support/surfaces';
import type { Reader } from './reader';

type Status = Answer<ToBackground, 'page.status'>;

/** The sample's sentence with a link in its middle, and a passage that begins before the link and ends behind it. */
export const ACROSS_LINK = 'Meridon will lift its levy on grain in transit, and Tarvia will withdraw';

export const oneBlank = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The adder's buttons and the editor's field, by what they are. */
export const ADDER_NOTE = '.adder .button.primary';
export const ADDER_HIGHLIGHT = '.adder .button:not(.primary)';
export const FIELD = '.editor textarea';

/** Waits until actors are painted on the page in front. */
export async function waitForMarks(reader: Reader, milliseconds?: number): Promise<Record<string, string[]>> {
  return until(
    'marks on the page',
    async () => {
      const found = await reader.highlights();
      return ['h1', 'h2', 'h3', 'h4'].some((name) => (found[name]?.length ?? 0) > 0) ? found : null;
    },
    milliseconds,
  );
}

/** The passages painted as notes, one text each range, white space as one blank. */
export async function paintedNotes(reader: Reader): Promise<string[]> {
  return ((await reader.highlights())['h7'] ?? []).map(oneBlank);
}

/** Waits until the painted notes read exactly `passages`. */
export async function waitForPaintedNotes(reader: Reader, ...passages: string[]): Promise<void> {
  await expect.poll(() => paintedNotes(reader)).toEqual(passages.map(oneBlank));
}

/** Selects a passage and opens the note editor on it. */
export async function beginNote(reader: Reader, passage: string): Promise<void> {
  await reader.select(passage);
  await reader.shadow().click(ADDER_NOTE);
  await reader.shadow().waitFor(FIELD);
}

/** Selects a passage, writes a note on it, saves with the keys, and waits until that is acknowledged. */
export async function writeNote(reader: Reader, passage: string, words: string): Promise<void> {
  await beginNote(reader, passage);
  await reader.typeKeys(words);
  await reader.press('Control+Enter');
  await waitUntilSaved(reader);
}

/** Waits until the editor is closed, as it is once the note stands on disk. */
export async function waitUntilSaved(reader: Reader, milliseconds = 15_000): Promise<void> {
  await until(
    'the note to be saved',
    async () => (await reader.shadow().count(FIELD)) === 0,
    milliseconds,
    async () => `The card says: ${await reader.shadow().text('.cards')}`,
  );
}

/** Opens the popup, lets `look` read it, and closes it. */
export async function inPopup<T>(reader: Reader, look: (popup: ActionPopup) => Promise<T>): Promise<T> {
  const popup = await reader.popup();
  const answer = await look(popup);
  await reader.closePopup(popup);
  return answer;
}

/** What the popup is told about the tab in front. */
export async function askStatus(popup: ActionPopup): Promise<Status> {
  const answer = await popup.evaluate<Envelope<Status>>(
    `(async () => {
      const api = globalThis.browser ?? globalThis.chrome;
      const [tab] = await api.tabs.query({ active: true, currentWindow: true });
      return api.runtime.sendMessage({ type: 'page.status', tabId: tab.id });
    })()`,
  );
  if ('error' in answer) throw new Error(`page.status: ${answer.error} ${answer.detail}`);
  return answer.value;
}

/** What the extension found on the page in front; waits until its text was taken. */
export async function readReport(reader: Reader): Promise<PageReport> {
  return inPopup(reader, (popup) =>
    until('the page to be read', async () => {
      const { report } = await askStatus(popup);
      return report?.mode === 'idle' ? null : report;
    }),
  );
}

/** All texts of the elements that match `selector` in the popup. */
export function textsIn(popup: ActionPopup, selector: string): Promise<string[]> {
  return popup.evaluate<string[]>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((e) => e.textContent.replace(/\\s+/g, ' ').trim())`,
  );
}

/** Waits until `selector` is in the popup and answers the texts of all that match. */
export function awaitTexts(popup: ActionPopup, selector: string): Promise<string[]> {
  return until(`${selector} in the popup`, async () => {
    const found = await textsIn(popup, selector);
    return found.length > 0 ? found : null;
  });
}

/** A note as the popup lists it. */
export interface ListedNote {
  readonly quote: string;
  readonly words: string;
}

const byQuote = (a: ListedNote, b: ListedNote) => (a.quote < b.quote ? -1 : 1);

/** Opens the popup and waits until it lists exactly `notes`, in whatever order, under this page. */
export async function expectNotesHere(reader: Reader, ...notes: ListedNote[]): Promise<void> {
  const within = 'section[aria-labelledby="notes-here"]';
  await inPopup(reader, async (popup) => {
    await awaitTexts(popup, '.summary');
    const listed = async () => {
      // Of many only the first stand there, until the reader wants the others.
      await popup.evaluate(`document.querySelector(${JSON.stringify(`${within} .more button`)})?.click()`);
      const quotes = await textsIn(popup, `${within} .note-quote`);
      const words = await textsIn(popup, `${within} .note-body`);
      return quotes.map((quote, index) => ({ quote, words: words[index] ?? '' })).sort(byQuote);
    };
    await expect.poll(listed).toEqual([...notes].sort(byQuote));
  });
}

/** Clicks the middle of the first painted passage of a highlight, which opens the card of its mark. */
export async function clickMark(reader: Reader, name: string, index = 0): Promise<void> {
  const place = await reader.run<[number, number] | null>(
    `const part = [...(CSS.highlights.get(arguments[0]) ?? [])][arguments[1]];
     if (!part) return null;
     const range = document.createRange();
     range.setStart(part.startContainer, part.startOffset);
     range.setEnd(part.endContainer, part.endOffset);
     range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
     getSelection().removeAllRanges();
     const box = range.getClientRects()[0];
     return box ? [box.left + Math.min(12, box.width / 2), box.top + box.height / 2] : null;`,
    name,
    index,
  );
  if (!place) throw new Error(`Nothing is painted as ${name}.`);
  await reader.clickAt(...place);
}
