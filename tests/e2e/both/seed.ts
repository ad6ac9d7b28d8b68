import { expect } from '@playwright/test';
import type { PageReport } from '../../../lib/messaging/protocol';
import { buildSeedPage, parseSeed, readSeed, seedPath } from '../../support/seed-page';
import { nameSwapper } from '../../support/swap-names';
import type { ReaderTest } from '../fixtures';
import { oneBlank, readReport, waitForMarks, waitForPaintedNotes, writeNote } from '../steps';

const SPEAKER = 'Ghafor Liwal';

/** The claims whose content holds `words`, with what their source reads. */
function sourcesOf({ article, claims, actors }: PageReport, words: string): string[] {
  const text = article?.text ?? '';
  return claims
    .filter(({ segments }) =>
      segments.some(([start, end]) => oneBlank(text.slice(start, end)).includes(words)),
    )
    .map(({ source }) => {
      const actor = actors.find(({ id }) => id === source?.actor)?.name ?? '';
      return source ? `${text.slice(source.start, source.end)} (${actor})` : '';
    });
}

/** The article that the project began with, as the page it came from; the text is not part of the project. */
export function seedTests(test: ReaderTest): void {
  for (const isSwapped of [false, true]) {
    const names = isSwapped ? 'with every name replaced by an invented one' : 'as it was published';
    test(`reads the first article ${names}, and keeps a note across its link`, async ({ reader, site }) => {
      const text = await readSeed();
      test.skip(text === null, `the development data are not here (${seedPath()})`);
      const plain = parseSeed(text ?? '');
      const swap = isSwapped
        ? nameSwapper(plain.body.filter(({ kind }) => kind === 'paragraph').map((part) => part.text))
        : (same: string) => same;
      const page = buildSeedPage(parseSeed(swap(text ?? '')));
      site.set('/first.html', page.html);
      await reader.goto(site.url('first.html'));
      await waitForMarks(reader);
      const report = await readReport(reader);

      expect(report.detection?.verdict).toBe('article');
      expect(report.article?.title).toBe(oneBlank(page.headline));
      expect(report.article?.authors).toEqual([page.author]);
      expect(report.article?.siteName).toBe(page.outlet);
      const body = oneBlank(report.article?.text ?? '');
      for (const { text: part } of page.body.filter(({ kind }) => kind === 'paragraph'))
        expect(body, 'every paragraph').toContain(oneBlank(part));
      for (const foreign of [
        'Related Articles',
        'Share',
        'Post Comment',
        'Latest',
        page.below[0]!,
        page.below[1]!,
      ])
        expect(body, foreign).not.toContain(foreign);

      const types = Object.fromEntries(report.actors.map(({ name, type }) => [name, type]));
      // Invented names do not tell a person from an organisation by themselves; that they are found must hold.
      expect(Object.keys(types), 'the speaker is an actor').toContain(swap(SPEAKER));
      if (!isSwapped) {
        expect(types[SPEAKER]).toBe('person');
        expect(types).toMatchObject({ Pakistan: 'state', Afghanistan: 'state', Iran: 'state' });
      }
      expect(Object.values(types).filter((type) => type === 'person').length).toBeGreaterThanOrEqual(3);
      expect(Object.values(types)).toContain('organisation');

      const quoted = /who called [^“]*“([^”,]+)/.exec(body)?.[1] ?? '';
      expect(quoted.length).toBeGreaterThan(10);
      expect(sourcesOf(report, quoted).join(), `who said “${quoted}”`).toContain(swap(SPEAKER).split(' ')[1]);

      const sentence = page.acrossLink[0]!;
      await writeNote(reader, sentence, 'Across the link');
      await waitForPaintedNotes(reader, sentence);
      await reader.reload();
      await waitForPaintedNotes(reader, sentence);
    });
  }
}
