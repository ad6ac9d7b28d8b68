import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
import type { Reader } from '../reader';
import { sample } from '../site';
import { ADDER_NOTE, FIELD, waitForMarks, waitUntilSaved } from '../steps';

const DAYS = Array.from(
  { length: 400 },
  (_, n) => `<p id="day${n}">On day ${n + 1} the vote was put off again.</p>`,
);
const LONG = Array.from(
  { length: 50 },
  (_, n) => `<p id="long${n}">${`Clause ${n + 1} says what the pilots may do. `.repeat(28)}</p>`,
);
const TABLE = `<table><caption id="caption">Ships in the strait</caption><tr><th id="ship">Ship</th><th>Days</th></tr>
  <tr><td id="first">Aurora</td><td>41</td></tr><tr><td>Bright Star</td><td id="last">63 in all</td></tr></table>
  <p id="letter">It ended with a single é in the log.</p>`;

const page = (days: readonly string[]) =>
  sample().replace('</article>', () => `${TABLE}${days.join('')}${LONG.join('')}</article>`);

/** Selects from one place to another, each given by an element, words in it, and an offset from where these begin. */
type Place = readonly [id: string, words: string, offset: number];
const SELECT = `
  const [from, to] = arguments[0].map(([id, words, offset]) => {
    const node = document.getElementById(id).firstChild;
    return [node, node.data.indexOf(words) + offset];
  });
  from[0].parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
  getSelection().setBaseAndExtent(...from, ...to);
  return String(getSelection()).length;`;

/** What is painted as a note: the element it stands in and the words, one entry a stretch. */
const paintedIn = (reader: Reader) =>
  reader.run<string[]>(`return [...(CSS.highlights.get('h7') ?? [])]
    .map((range) => range.startContainer.parentElement.id + ': ' + range.toString().trim()).sort();`);

async function annotate(reader: Reader, from: Place, to: Place, words: string): Promise<number> {
  const length = await reader.run<number>(SELECT, [from, to]);
  await reader.shadow().click(ADDER_NOTE);
  await reader.shadow().waitFor(FIELD);
  await reader.typeKeys(words);
  await reader.press('Control+Enter');
  await waitUntilSaved(reader);
  return length;
}

/** Notes on what nobody would think of. */
export function oddNoteTests(test: ReaderTest): void {
  test('keeps notes on one letter, on 50,000 characters, across a table, and on words that stand there 400 times', async ({
    reader,
    site,
  }) => {
    site.set('/harbour-talks.html', page(DAYS));
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await annotate(reader, ['letter', 'é', 0], ['letter', 'é', 1], 'One letter');
    await annotate(reader, ['day216', 'vote', 0], ['day216', 'put off', 7], 'Which of the 400?');
    await annotate(reader, ['first', 'Aurora', 0], ['last', '63', 2], 'Two rows');
    const length = await annotate(reader, ['long0', 'Clause', 0], ['long49', 'pilots', 6], 'All of it');
    expect(length).toBeGreaterThan(50_000);
    const before = await paintedIn(reader);
    expect(before).toContain('letter: é');
    expect(before.filter((each) => each.startsWith('day'))).toEqual(['day216: vote was put off']);
    expect(before).toContain('first: Aurora');
    expect(before).toContain('last: 63');
    expect(before.filter((each) => each.startsWith('long'))).toHaveLength(50);

    await reader.reload();
    await expect.poll(() => paintedIn(reader), { timeout: 15_000 }).toEqual(before);
    // Days are taken out and new ones put in front: the words stand elsewhere, the elements keep their names.
    site.set(
      '/harbour-talks.html',
      page(['<p>New days were added to the log.</p>', ...DAYS.slice(30), ...DAYS.slice(0, 7)]),
    );
    await reader.reload();
    await expect.poll(() => paintedIn(reader), { timeout: 15_000 }).toEqual(before);
  });
}
