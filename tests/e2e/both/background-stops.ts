import { expect } from '@playwright/test';
import { rounds } from '../../support/rounds';
import type { ReaderTest } from '../fixtures';
import { seededRandom, sleep } from '../random';
import { beginNote, expectNotesHere, waitForMarks, waitForPaintedNotes, waitUntilSaved } from '../steps';

const PASSAGES = [
  'ending a 41-day closure',
  'Nobody got everything.',
  'mixed crews until 30 April',
  'a victory for ordinary people',
  'there was something to sign',
  'dismissed 28 Tarvian pilots',
  'the dismissals had been a mistake',
  'most of it in spoiled fruit',
  'Insurers have long memories',
  'relief and some suspicion',
];
const SEED = 20260102;

/** The browser stops an idle background whenever it likes: also in the middle of a save. */
export function backgroundStopTests(test: ReaderTest): void {
  test('loses no note and doubles none when the background is stopped while it saves', async ({
    reader,
    site,
  }, info) => {
    const runs = rounds(1, 5);
    test.setTimeout(runs * 120_000);
    const random = seededRandom(SEED);
    for (let run = 0; run < runs; run++) {
      site.set(`/run-${run}`, (_request, response) => {
        response.writeHead(302, { location: `/harbour-talks.html?id=${run}` });
        response.end();
      });
      await reader.goto(site.url(`run-${run}`));
      await waitForMarks(reader);
      for (const passage of PASSAGES) {
        await beginNote(reader, passage);
        await reader.typeKeys('On ');
        await reader.typeKeys(passage.slice(0, 8));
        const [save, stop] = [random() * 30, random() * 60];
        await Promise.all([
          sleep(save).then(() => reader.press('Control+Enter')),
          sleep(stop).then(() => reader.stopBackground()),
        ]);
        await waitUntilSaved(reader);
      }
      await reader.reload();
      await waitForPaintedNotes(reader, ...PASSAGES);
      await expectNotesHere(
        reader,
        ...PASSAGES.map((quote) => ({ quote, words: `On ${quote.slice(0, 8)}`.trim() })),
      );
      expect(await reader.badge()).toBe(String(PASSAGES.length));
    }
    info.annotations.push({
      type: 'measured',
      description: `${runs * PASSAGES.length} stops while saving, 0 lost, 0 doubled`,
    });
  });
}
