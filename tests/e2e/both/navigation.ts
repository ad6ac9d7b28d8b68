import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
import { applicationPage } from '../hostile-pages';
import { ENDLESS } from '../page-scripts';
import { sample, withScript } from '../site';
import {
  ACROSS_LINK,
  expectNotesHere,
  paintedNotes,
  waitForMarks,
  waitForPaintedNotes,
  writeNote,
} from '../steps';

const RIVER = 'Thin treaties sometimes grow.';
const HARBOUR_NOTE = { quote: ACROSS_LINK, words: 'On the harbour' };
const RIVER_NOTE = { quote: RIVER, words: 'On the river' };

/** Pages that change without loading. */
export function navigationTests(test: ReaderTest): void {
  test('follows a single-page application from article to article and out, each with its own notes', async ({
    reader,
    site,
  }) => {
    site.set('/app/harbour', applicationPage(sample('harbour-talks.html')));
    site.set('/app/river', applicationPage(sample('river-compact.html')));
    site.set(
      '/app/baths',
      '<!doctype html><html><head><title>Baths</title></head><body><h1>Opening hours</h1><p>Daily 7–21.</p></body></html>',
    );
    const names = async () =>
      Object.values(await reader.highlights())
        .flat()
        .join('|');

    await reader.goto(site.url('app/harbour'));
    await waitForMarks(reader);
    await writeNote(reader, ACROSS_LINK, HARBOUR_NOTE.words);

    await reader.run('return go("/app/river");');
    await expect.poll(names, { timeout: 15_000 }).toContain('Torkani');
    await expect.poll(names).not.toContain('Fonoti');
    expect(await paintedNotes(reader)).toEqual([]);
    await expect.poll(() => reader.badge()).toBe('');
    await writeNote(reader, RIVER, RIVER_NOTE.words);
    await expectNotesHere(reader, RIVER_NOTE);

    await reader.run('return go("/app/baths");');
    await expect.poll(names, { timeout: 15_000 }).toBe('');
    await expect.poll(() => reader.badge()).toBe('');

    await reader.run('history.back();');
    await waitForPaintedNotes(reader, RIVER);
    await reader.run('return go("/app/harbour");');
    await waitForPaintedNotes(reader, ACROSS_LINK);
    await expectNotesHere(reader, HARBOUR_NOTE);
    await expect.poll(names).toContain('Fonoti');
  });

  test('takes each story of an endless page for its own, and keeps the marks of the one before it until the next is reached', async ({
    reader,
    site,
  }) => {
    site.set('/endless.html', withScript(sample(), ENDLESS));
    await reader.goto(site.url('endless.html'));
    await waitForMarks(reader);
    const names = async () =>
      Object.values(await reader.highlights())
        .flat()
        .join('|');
    await reader.run('watchFrames(); return add();');
    await expect.poll(() => reader.run<number>('return frames_;')).toBeGreaterThan(120);
    expect(await names()).not.toContain('Torkani');
    expect(await reader.run<string[]>('return gone;')).toEqual([]);
    await reader.run('turn();');
    await expect.poll(names, { timeout: 20_000 }).toContain('Torkani');
    await expect.poll(names).not.toContain('Fonoti');
    await reader.run('back();');
    await expect.poll(names, { timeout: 20_000 }).toContain('Fonoti');
    await expect.poll(names).not.toContain('Torkani');
  });
}
