import { expect } from '@playwright/test';
import { until } from '../../support/surfaces';
import type { ReaderTest } from '../fixtures';
import type { Reader } from '../reader';
import { awaitTexts, inPopup, readReport, waitForMarks } from '../steps';

const CARD = '.card';

/** Walks through the marks until a card of this kind (and, for an actor, of this name) stands open. */
async function walkTo(reader: Reader, kind: 'actor' | 'claim', name?: string): Promise<void> {
  for (let step = 0; step < 100; step++) {
    await reader.command('next-mark');
    await reader.shadow().waitFor(CARD);
    if ((await reader.shadow().count(`.${kind}-card`)) === 0) continue;
    if (name === undefined || (await nameOnCard(reader)) === name) return;
  }
  throw new Error(`no ${kind} among the marks`);
}

const choose = (reader: Reader, label: string, value: string) =>
  reader.shadow().evaluate(
    '.corrections',
    `(e) => {
      const named = [...e.querySelectorAll('label')].find((l) => l.textContent === ${JSON.stringify(label)});
      const select = e.querySelector('#' + CSS.escape(named.htmlFor));
      select.value = ${JSON.stringify(value)};
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return null;
    }`,
  );

const nameOnCard = (reader: Reader) =>
  reader.shadow().evaluate<string>('.actor-card h2', '(e) => e.lastChild.textContent.trim()');

const actorsOf = async (reader: Reader) =>
  new Map((await readReport(reader)).actors.map(({ name, type }) => [name, type]));

/** What the reader teaches holds at once, on other pages too, and can be taken back. */
export function correctionTests(test: ReaderTest): void {
  test('corrects an actor at once and everywhere, and takes it back', async ({ reader, site }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await walkTo(reader, 'actor');
    const name = await nameOnCard(reader);
    const before = await actorsOf(reader);
    expect([...before.keys()]).toContain(name);

    await reader.shadow().click('.corrections summary');
    await choose(reader, 'Kind', 'party');
    await reader.shadow().waitFor('.toast');
    expect((await actorsOf(reader)).get(name)).toBe('party');

    await reader.reload();
    await waitForMarks(reader);
    expect((await actorsOf(reader)).get(name), 'it holds after a reload').toBe('party');
    await walkTo(reader, 'actor', name);
    expect(await reader.shadow().text('.actor-card .why')).toContain('You corrected this.');

    await reader.shadow().click('.corrections summary');
    await reader.shadow().click('.corrections .button');
    await reader.shadow().waitFor('.toast');
    expect([...(await actorsOf(reader)).keys()]).not.toContain(name);
    await reader.shadow().click('.toast .button');
    await until('the actor to come back', async () => ((await actorsOf(reader)).has(name) ? true : null));
    // Nothing is left behind for other tests.
    await walkTo(reader, 'actor', name);
    await reader.shadow().click('.corrections summary');
    await choose(reader, 'Kind', before.get(name) ?? 'person');
    await expect.poll(async () => (await actorsOf(reader)).get(name)).toBe(before.get(name));
    expect(await reader.takeErrors()).toEqual([]);
  });

  test('takes a claim away that is none, keeps it away, and gives it back', async ({ reader, site }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await walkTo(reader, 'claim');
    const before = (await readReport(reader)).claims.length;
    await reader.shadow().click('.claim-card .button:not(.primary)');
    await reader.shadow().waitFor('.toast');
    expect((await readReport(reader)).claims).toHaveLength(before - 1);
    expect((await readReport(reader)).notes, 'a correction is no note').toHaveLength(0);
    expect(await reader.badge()).toBe('');
    await reader.shadow().click('.toast .button');
    await expect.poll(async () => (await readReport(reader)).claims.length).toBe(before);

    await walkTo(reader, 'claim');
    await reader.shadow().click('.claim-card .button:not(.primary)');
    await reader.shadow().waitFor('.toast');
    await reader.reload();
    await waitForMarks(reader);
    expect((await readReport(reader)).claims).toHaveLength(before - 1);
    expect(await reader.takeErrors()).toEqual([]);
  });

  test('dims all but attributed speech by one key, and lifts that', async ({ reader, site }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    const isDim = async () => (await readReport(reader)).saysView;
    await reader.command('who-says-what');
    // The command is not waited for, and has the cards brought first.
    await expect.poll(isDim).toBe(true);
    await inPopup(reader, async (popup) => {
      await awaitTexts(popup, '.claims li');
      expect(await popup.evaluate("document.querySelector('button[aria-pressed]').ariaPressed")).toBe('true');
    });
    await reader.command('who-says-what');
    await expect.poll(isDim).toBe(false);
    expect(await reader.takeErrors()).toEqual([]);
  });

  test('marks more claims as the dial is turned to complete', async ({ reader, site }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    const turn = (step: number) =>
      inPopup(reader, async (popup) => {
        await awaitTexts(popup, '.claims-dial');
        await popup.evaluate(
          `(() => { const dial = document.querySelector('.claims-dial input');
            dial.value = '${step}'; dial.dispatchEvent(new Event('input', { bubbles: true })); })()`,
        );
        return until('the list to follow', async () => {
          const [count] = await awaitTexts(popup, '.claims-dial .count');
          const listed = await popup.evaluate<number>("document.querySelectorAll('.claims li').length");
          return count?.startsWith(`${listed} of`) ? listed : null;
        });
      });
    const precise = await turn(0);
    const complete = await turn(5);
    expect(complete).toBeGreaterThan(precise);
    await turn(1);
  });
}
