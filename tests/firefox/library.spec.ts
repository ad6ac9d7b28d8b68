import { expect } from '@playwright/test';
import { claimId } from '../../lib/findings/claim-id';
import { articleKey } from '../../lib/notes/article-key';
import { hashOf } from '../../lib/notes/library-route';
import { english } from '../e2e/library-steps';
import { waitForMarks, writeNote } from '../e2e/steps';
import type { FirefoxSession } from '../support/firefox';
import { until } from '../support/surfaces';
import { test } from './fixtures';

/** What is read and pressed in the library in front. */
function libraryIn(session: FirefoxSession) {
  const texts = (selector: string) =>
    session.run<string[]>(
      `return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent.replace(/\\s+/g, ' ').trim());`,
      selector,
    );
  return {
    texts,
    some: (selector: string) =>
      until(`${selector} in the library`, async () => {
        const found = await texts(selector);
        return found.length > 0 && found;
      }),
    tab: async (name: string) => {
      await session.run(`location.hash = arguments[0]; return null;`, `#${name}`);
    },
    /** Types into a field as the reader's keys would leave it. */
    fill: (selector: string, value: string) =>
      session.run(
        `const field = document.querySelector(arguments[0]);
         field.value = arguments[1];
         field.dispatchEvent(new Event('input', { bubbles: true }));
         return null;`,
        selector,
        value,
      ),
    press: (text: string) =>
      until(`the button “${text}”`, () =>
        session.run<boolean>(
          `const button = [...document.querySelectorAll('button')].find((b) => b.textContent.trim() === arguments[0] && !b.disabled);
           button?.click();
           return Boolean(button);`,
          text,
        ),
      ),
  };
}

test('the library in Firefox: articles, actors with what is said by and about them, claims, notes changed at once, history', async ({
  reader,
  site,
  session,
}) => {
  for (const [path, passage] of [
    ['harbour-talks.html', 'the dismissals had been a mistake'],
    ['river-compact.html', 'no business of its neighbours'],
  ] as const) {
    await reader.goto(site.url(path));
    await waitForMarks(reader);
    await writeNote(reader, passage, `quayside ${path}`);
  }
  const library = libraryIn(session);
  const article = await reader.tab();
  const tab = await reader.openTab(session.extensionUrl('library.html'));
  await library.some('.library-table tbody tr');
  // What other tests have kept is there as well.
  await library.fill('input[type=search]', 'Port Amsel');
  await until('the article alone', async () =>
    (await library.texts('.library-table tbody .title')).every((title) => title.includes('Port Amsel')),
  );
  await until('the findings', async () => (await library.texts('.index-progress')).length === 0, 20_000);

  // One who speaks, and one who is spoken about.
  for (const [name, part] of [
    ['Rashid Benhaddou', 'said'],
    ['Lisbon', 'about'],
  ] as const) {
    await library.tab('actors');
    await library.some('.library-table tbody tr');
    await library.fill('input[type=search]', name);
    await until('the actor', async () => {
      const rows = await library.texts('.library-table tbody .title');
      return rows.length > 0 && rows.every((row) => row.includes(name));
    });
    await session.click('.library-table a.title');
    await library.some(`section[aria-labelledby=${part}] .claim-rows li`);
  }

  await library.tab('claims');
  await library.some('.claim-rows li');
  await library.fill('input[type=search]', 'dismissals mistake');
  await until('the claim', async () => {
    const rows = await library.texts('.claim-rows .claim-text');
    return rows.length > 0 && rows.every((row) => row.includes('mistake'));
  });
  // No other article has it, so nothing leads there but its address.
  const [link] = await session.run<string[]>(
    `return [...document.querySelectorAll('.claim-rows a[href*="#:~:text="]')].map((a) => a.href);`,
  );
  const id = claimId({ article: articleKey(link ?? '') ?? '', n: 0 });
  await session.run('location.hash = arguments[0];', hashOf('claims', 'one', id));
  await library.some('.side-by-side .claim-card');

  await library.tab('notes');
  await library.some('.note');
  await library.fill('input[type=search]', 'quayside');
  const shown = () => library.texts('.note-body');
  await until('the notes of this test', async () => {
    const words = await shown();
    return words.length > 0 && words.every((text) => text.startsWith('quayside'));
  });
  const count = (await shown()).length;
  await session.click('.select-all input');
  await library.some('.change-all');
  await library.fill('.change-all .tags-field', 'harbours');
  await library.press(english('select_add_tags'));
  await until('the tag on each', async () =>
    (await library.texts('.note')).every((note) => note.includes('#harbours')),
  );
  await library.press(english('toast_undo'));
  await until('no tag any more', async () =>
    (await library.texts('.note')).every((note) => !note.includes('#harbours')),
  );
  expect(await shown()).toHaveLength(count);
  await session.click('.note a[href*="#notes/one"]');
  expect((await library.some('.history li')).length).toBeGreaterThanOrEqual(1);
  await tab.close();
  await article.toFront();
});
