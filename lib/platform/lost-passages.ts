import browser from 'webextension-polyfill';
import type { LostPassages } from '../model/lost-passages';

const KEY = 'lost-passages';

/** What is remembered, beside the database, of notes whose passage is gone: it can be found out again at any time. */
export async function readLostPassages(): Promise<LostPassages> {
  return ofStored((await browser.storage.local.get(KEY))[KEY]);
}

/** Changes it, one change after the other; nothing is written where `change` answers what it was given. */
export async function changeLostPassages(change: (known: LostPassages) => LostPassages): Promise<void> {
  // Two pages may be read at the same time, and each would write what the other has not seen.
  await navigator.locks.request(KEY, async () => {
    const known = await readLostPassages();
    const next = change(known);
    if (next !== known) await browser.storage.local.set({ [KEY]: next });
  });
}

/** Tells it now and after every change. The function it returns ends it. */
export function watchLostPassages(onLost: (lost: LostPassages) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === 'local' ? changes[KEY] : undefined;
    if (change) onLost(ofStored(change.newValue));
  };
  browser.storage.onChanged.addListener(onChanged);
  void readLostPassages().then(onLost);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

/** Forgets it, with everything else. */
export async function forgetLostPassages(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

function ofStored(stored: unknown): LostPassages {
  return typeof stored === 'object' && stored !== null ? (stored as LostPassages) : {};
}
