import { expect } from '@playwright/test';
import { english } from '../e2e/library-steps';
import { until } from '../support/surfaces';
import { test } from './fixtures';

test('a request of the library or of the background is stopped and told in the proof of privacy', async ({
  reader,
  site,
  session,
}) => {
  const before = await reader.tab();
  const library = await reader.openTab(session.extensionUrl('library.html'));
  const outcome = await until('both answers', () =>
    session.run<string[] | null>(
      `if (!window.asked) {
         window.asked = [];
         const note = (from) => (words) => window.asked.push(from + ' ' + words);
         const ask = (view, from) => view.fetch(arguments[0] + '/' + from).then(() => note(from)('answered'), () => note(from)('stopped'));
         ask(window, 'library');
         browser.runtime.getBackgroundPage().then((background) => ask(background, 'background'));
       }
       return window.asked.length === 2 ? window.asked.sort() : null;`,
      site.origin,
    ),
  );
  expect(outcome).toEqual(['background stopped', 'library stopped']);
  await reader.goto(session.extensionUrl('options.html#privacy'));
  const told = await until('what was stopped', async () => {
    const rows = await session.run<string[]>(
      `return [...document.querySelectorAll('.requests tbody tr')].map((row) => row.textContent);`,
    );
    const ours = rows.filter((row) => row.includes(site.origin));
    return ours.length >= 2 && ours;
  });
  for (const from of ['background', 'library']) {
    const row = told.find((text) => text.includes(english(`privacy_from_${from}`)));
    expect(row).toContain(english('privacy_stopped'));
  }
  expect(site.asked).toEqual([]);
  await library.close();
  await before.toFront();
});
