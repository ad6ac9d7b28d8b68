import { expect } from '@playwright/test';
import { locatePassage } from '../../support/locate-passage';
import { until } from '../../support/surfaces';
import type { ReaderTest } from '../fixtures';
import { clobberedPage, DOCUMENT_NAMES, overriddenPage, restlessPage } from '../hostile-pages';
import type { Reader } from '../reader';
import { openSite, sample, withScript } from '../site';
import {
  ACROSS_LINK,
  ADDER_NOTE,
  askStatus,
  beginNote,
  expectNotesHere,
  FIELD,
  inPopup,
  waitForMarks,
  waitForPaintedNotes,
  waitUntilSaved,
  writeNote,
} from '../steps';

/** With plain loops alone: the page's world is broken for the test as well. */
const COUNT_MARKS = 'let n = 0; for (const [, marks] of CSS.highlights) n += marks.size; return n;';

const OUR_HOSTS =
  'return [...document.documentElement.children].filter((child) => child.localName === "div").length;';

/** Waits until the detector has decided, then holds the page to silence: no host, no highlight, nothing read. */
async function expectSilence(reader: Reader): Promise<void> {
  const report = await inPopup(reader, (popup) =>
    until('the detector to decide', async () => {
      const status = await askStatus(popup);
      return status.report?.detection ? status.report : null;
    }),
  );
  expect(report.detection?.verdict).toBe('no');
  expect(report.mode).toBe('idle');
  expect(await reader.highlights()).toEqual({});
  expect(await reader.run<number>(OUR_HOSTS)).toBe(0);
}

/** Selects by script, for text whose order on the screen is not the order it is written in. */
async function noteBySelecting(reader: Reader, passage: string, words: string): Promise<void> {
  expect(await reader.run(`return (${locatePassage})(arguments[0]) !== null;`, passage), passage).toBe(true);
  await reader.shadow().click(ADDER_NOTE);
  await reader.shadow().waitFor(FIELD);
  await reader.typeKeys(words);
  await reader.press('Control+Enter');
  await waitUntilSaved(reader);
}

/** Pages that are no articles, or mean no good. */
export function hostileTests(test: ReaderTest): void {
  test('stays silent on a page that is no article', async ({ reader, site }) => {
    await reader.goto(site.url('no-article.html'));
    await expectSilence(reader);
  });

  test('stays silent on an empty page', async ({ reader, site }) => {
    site.set('/empty.html', '');
    await reader.goto(site.url('empty.html'));
    await expectSilence(reader);
  });

  test('stays silent about an article in a frame of another origin', async ({ reader, site }) => {
    const other = await openSite();
    try {
      const told = withScript(
        sample(),
        "addEventListener('load', () => parent.postMessage(CSS.highlights.size, '*'))",
      );
      other.set('/told.html', told);
      const frame = `<iframe src="${other.url('told.html')}" width="900" height="700"></iframe>`;
      const listen = "addEventListener('message', ({ data }) => { window.told = data; });";
      site.set(
        '/framed.html',
        withScript(`<!doctype html><head><title>Shop</title></head><p>Basket${frame}`, listen),
      );
      await reader.goto(site.url('framed.html'));
      await expectSilence(reader);
      await expect.poll(() => reader.run('return window.told;'), 'the frame has loaded').toBe(0);
    } finally {
      await other.close();
    }
  });

  test('marks and takes notes under the strictest content policy, with its own styles', async ({
    reader,
  }) => {
    const policy = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    const strict = await openSite({ 'content-security-policy': policy });
    try {
      await reader.goto(strict.url('harbour-talks.html'));
      await waitForMarks(reader);
      await beginNote(reader, ACROSS_LINK);
      const look = await reader
        .shadow()
        .evaluate<Record<string, string>>(
          '.card',
          `(e) => { const { position, width, boxShadow } = getComputedStyle(e); return { position, width, boxShadow }; }`,
        );
      expect(look).toMatchObject({ position: 'absolute', width: '340px' });
      expect(look['boxShadow']).not.toBe('none');
      await reader.typeKeys('Under a strict policy');
      await reader.press('Control+Enter');
      await waitForPaintedNotes(reader, ACROSS_LINK);
      await reader.reload();
      await waitForPaintedNotes(reader, ACROSS_LINK);
    } finally {
      await strict.close();
    }
  });

  test('survives a page that builds its body anew every second', async ({ reader, site }) => {
    site.set('/restless.html', restlessPage());
    await reader.goto(site.url('restless.html'));
    await expect
      .poll(() => reader.run<number>('return window.rounds;'), { timeout: 15_000 })
      .toBeGreaterThan(5);
    await inPopup(reader, (popup) =>
      until('the page to answer', async () => ((await askStatus(popup)).report ? true : null)),
    );
    expect(await reader.run<number>(OUR_HOSTS)).toBeLessThanOrEqual(1);
  });

  test('paints again what the page cleared, but does not fight for ever', async ({ reader, site }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await reader.run('CSS.highlights.clear();');
    expect(await reader.highlights()).toEqual({});
    await waitForMarks(reader);

    const fight = `window.cleared = 0;
      setInterval(() => { if (CSS.highlights.size > 0) { CSS.highlights.clear(); window.cleared += 1; } }, 40);`;
    site.set('/clearing.html', withScript(sample(), fight));
    await reader.goto(site.url('clearing.html'));
    await expect
      .poll(() => reader.run<number>('return window.cleared;'), { timeout: 12_000 })
      .toBeGreaterThan(2);
    const since = await reader.run<number>('return performance.now();');
    const cleared = await reader.run<number>('return window.cleared;');
    expect(cleared, `${cleared} times painted in ${since} ms`).toBeLessThanOrEqual(
      3 + Math.log2(since / 1000),
    );
  });

  test('gives notes on emoji, right-to-left text and combining marks back exactly', async ({
    reader,
    site,
  }) => {
    await reader.goto(site.url('scripts-of-the-world.html'));
    await waitForMarks(reader);
    const passages = [
      '🇵🇹🇪🇪, whole families 👩‍👩‍👧‍👦 and a banner that read “welcome 👋🏽 all”',
      'two languages: השוק פתוח לכולם, גם בשבת, and under it',
      'قال البائع سليم النجار إن السوق «بيت لكل اللغات»',
      'Zdĕnka Nováková, said that z'.replace('ĕ', 'e\u030c').replaceAll('á', 'a\u0301'),
      'Hindi, क्षत्रिय चाय की दुकान, and one in Thai, ร้านน้ำชาเล็กๆ,',
    ];
    for (const [index, passage] of passages.entries())
      await noteBySelecting(reader, passage, `Note ${index}`);
    await waitForPaintedNotes(reader, ...passages);
    await reader.reload();
    await waitForPaintedNotes(reader, ...passages);
    await expectNotesHere(reader, ...passages.map((quote, index) => ({ quote, words: `Note ${index}` })));
  });

  test('marks an article inside a form that hides the DOM behind its fields', async ({ reader, site }) => {
    site.set('/clobbered.html', clobberedPage(DOCUMENT_NAMES));
    await reader.goto(site.url('clobbered.html'));
    await waitForMarks(reader);
    await writeNote(reader, ACROSS_LINK, 'Through the fields');
    await waitForPaintedNotes(reader, ACROSS_LINK);
    await reader.reload();
    await waitForPaintedNotes(reader, ACROSS_LINK);
  });

  test('marks a page that has taken the body and the ranges away from its document', async ({
    reader,
    site,
  }) => {
    site.set('/taken.html', clobberedPage([...DOCUMENT_NAMES, 'body', 'createRange', 'createTreeWalker']));
    await reader.goto(site.url('taken.html'));
    await expect.poll(() => reader.run<number>(COUNT_MARKS)).toBeGreaterThan(5);
  });

  test('is not touched by what the page overrides in its own world', async ({ reader, site }) => {
    site.set('/overridden.html', overriddenPage());
    await reader.goto(site.url('overridden.html'));
    await expect.poll(() => reader.run<number>(COUNT_MARKS)).toBeGreaterThan(5);
    expect(await reader.run<number>('return window.overridden || 0;'), 'calls of ours in the page').toBe(0);
  });
}
