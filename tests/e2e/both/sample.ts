import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
import { COMPARE_WITH_SOURCE, RECORD_CHANGES } from '../page-scripts';
import { sample, withScript } from '../site';
import { awaitTexts, inPopup, readReport, textsIn, waitForMarks } from '../steps';

interface Changes {
  readonly foreign: readonly string[];
  readonly shift: number | null;
  readonly hosts: number;
}

/** The bundled sample article, as a reader first meets it. */
export function sampleTests(test: ReaderTest): void {
  test('recognises the sample and takes its text without menu, caption and comment form', async ({
    reader,
    site,
  }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    const { detection, mode, article } = await readReport(reader);
    expect(detection?.verdict).toBe('article');
    expect(mode).toBe('article');
    expect(article?.title).toBe('Tarvia and Meridon agree to reopen Port Amsel after night of talks');
    expect(article?.authors).toEqual(['Ngozi Adeyemi-Clarke', 'Mateus Figueira']);
    expect(article?.siteName).toBe('The Strait Courier');
    const text = article?.text ?? '';
    expect(text).toContain('Tarvia and Meridon agreed early on Tuesday to reopen Port Amsel');
    expect(text).toContain('He hopes to be home by Easter.');
    for (const foreign of [
      'Sea and coast',
      'Sign in',
      'The northern quay of Port Amsel',
      'Leave a comment',
      'Your email address will not be published',
      'Copy link',
      'Most read',
      'Related stories',
    ])
      expect(text, foreign).not.toContain(foreign);
  });

  test('reads the claims with WebAssembly in the background', async ({ reader, site }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    const { ms, characters, isFast } = await reader.claimsTime();
    expect(isFast, 'the net runs as WebAssembly').toBe(true);
    expect(characters).toBeGreaterThan(3000);
    const each = Math.round((ms * 5000) / characters);
    console.log(
      `${reader.browser}: claims of 5,000 characters in ${each} ms, the first text after the start`,
    );
  });

  test('paints persons, organisations, states and places each in their own way', async ({ reader, site }) => {
    await reader.goto(site.url('harbour-talks.html'));
    const { h1 = [], h2 = [], h3 = [] } = await waitForMarks(reader);
    for (const person of ['Ilse Brandvold', 'Keala Fonoti', 'Tomasz Wierzbicki'])
      expect(
        h1.some((text) => text.includes(person)),
        `${person} in ${h1.join(', ')}`,
      ).toBe(true);
    for (const organisation of ['United Nations', 'Institute for Strait Studies'])
      expect(
        h2.some((text) => text.includes(organisation)),
        `${organisation} in ${h2.join(', ')}`,
      ).toBe(true);
    for (const place of ['Lisbon', 'Portugal']) expect(h3, h3.join(', ')).toContain(place);
    expect([...h2, ...h3].some((text) => text.includes('Brandvold'))).toBe(false);
  });

  test('shows headline, byline, outlet, day, actors and claims with source and cue in the popup', async ({
    reader,
    site,
  }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await inPopup(reader, async (popup) => {
      expect(await awaitTexts(popup, '.title')).toEqual([
        'Tarvia and Meridon agree to reopen Port Amsel after night of talks',
      ]);
      expect(await textsIn(popup, '.byline')).toEqual([
        expect.stringMatching(/^Ngozi Adeyemi-Clarke · Mateus Figueira · The Strait Courier · .*17.*2026/),
      ]);
      expect(await awaitTexts(popup, '.actors .actor-name')).toEqual(
        expect.arrayContaining(['United Nations', 'Keala Fonoti', 'Portugal']),
      );
      await expect
        .poll(() => popup.evaluate<number>('innerWidth'), { message: 'the popup is wide enough to read' })
        .toBeGreaterThanOrEqual(360);
      await popup.evaluate('document.querySelectorAll("details").forEach((part) => { part.open = true; })');
      await expect
        .poll(
          () =>
            popup.evaluate<number>(
              'document.documentElement.scrollWidth - document.documentElement.clientWidth',
            ),
          { message: 'nothing is cut off sideways, also with a scroll bar' },
        )
        .toBeLessThanOrEqual(0);
      const claims = await awaitTexts(popup, '.claims li');
      const said = claims.find((claim) => claim.includes('The first pilots go out at noon on Thursday'));
      expect(said, claims.join('\n')).toMatch(/^.*Brandvold.* told .*The first pilots/);
    });
  });

  test('leaves the page as it was but for one host, and moves nothing in it', async ({
    reader,
    site,
  }, info) => {
    site.set('/watched.html', withScript(sample(), RECORD_CHANGES));
    await reader.goto(site.url('watched.html'));
    await waitForMarks(reader);
    // The first touch brings the cards, the second opens them.
    await reader.select('ending a 41-day closure');
    await reader.shadow().waitFor('.adder');
    const { foreign, shift, hosts } = await reader.run<Changes>('return window.recordedChanges;');
    info.annotations.push({
      type: 'measured',
      description: `${foreign.length} mutations outside the host, layout shift ${shift ?? 'not reported by this browser'}`,
    });
    expect(foreign).toEqual([]);
    expect(hosts, 'the observer has seen our host come').toBe(1);
    if (reader.browser === 'chromium') expect(shift).toBe(0);
    const { isSame, length } = await reader.run<{ isSame: boolean; length: number }>(COMPARE_WITH_SOURCE);
    expect(isSame).toBe(true);
    expect(length).toBeGreaterThan(10_000);
  });
}
