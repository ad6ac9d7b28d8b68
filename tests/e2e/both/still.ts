import { expect } from '@playwright/test';
import type { Move } from '../../support/moved-controls';
import type { Reader } from '../reader';
import type { Site } from '../site';
import { waitForMarks, writeNote } from '../steps';

export interface StillGiven {
  readonly reader: Reader;
  readonly site: Site;
  /** Id of the tab in front. */
  readonly tabId: () => Promise<number>;
  /** Opens a page of the extension in a tab of its own, waits for `selector` and half a second more, and closes it. */
  readonly movesOn: (path: string, selector: string) => Promise<readonly Move[]>;
}

const POPUP_END = '.popup:not(.reading)';

/** What can be clicked stays where it was first drawn, whichever part comes late. */
export async function expectStillness({ reader, site, tabId, movesOn }: StillGiven): Promise<void> {
  await reader.goto(site.url('harbour-talks.html'));
  await waitForMarks(reader);
  await writeNote(reader, 'He hopes to be home by Easter.', 'The human end of it');
  const popup = `popup.html?tab=${await tabId()}`;
  expect(await movesOn(popup, POPUP_END), 'awake').toEqual([]);
  await reader.stopBackground();
  expect(await movesOn(popup, POPUP_END), 'background asleep').toEqual([]);
  // Longer than the list waits: what is known of the page comes when the list stands.
  await reader.run('setTimeout(() => { const end = Date.now() + 1500; while (Date.now() < end); }, 50);');
  expect(await movesOn(popup, POPUP_END), 'page busy').toEqual([]);
  expect(await movesOn('library.html#notes', '.library .note'), 'library').toEqual([]);
}
