import browser from 'webextension-polyfill';
import type { Draft } from '../model/draft';

/**
 * Small facts that must outlive the worker but not the browser (`storage.session`, in memory).
 * Used for: the note that a tab we opened shall show once it has loaded; the tabs in which the reader asked for a closed
 * site to be read; drafts of private windows.
 */
export async function rememberForTab(tabId: number, noteId: string): Promise<void> {
  await browser.storage.session.set({ [`show:${tabId}`]: noteId });
}

/** Takes back what was remembered for a tab; null the second time. */
export async function takeForTab(tabId: number): Promise<string | null> {
  const key = `show:${tabId}`;
  const value = (await browser.storage.session.get(key))[key];
  if (value === undefined) return null;
  await browser.storage.session.remove(key);
  return typeof value === 'string' ? value : null;
}

/** Remembers that the reader asked for the pages of a site to be read in a tab, whatever the site's rule is; null forgets it. */
export async function rememberAsked(tabId: number, host: string | null): Promise<void> {
  const name = `asked:${tabId}`;
  if (host === null) await browser.storage.session.remove(name);
  else await browser.storage.session.set({ [name]: host });
}

/** The site that the reader asked to be read in a tab, or null. */
export async function askedIn(tabId: number): Promise<string | null> {
  const name = `asked:${tabId}`;
  const host = (await browser.storage.session.get(name))[name];
  return typeof host === 'string' ? host : null;
}

/** Keeps the draft of a private window, until the last of them is closed. */
export async function keepPrivateDraft(draft: Draft): Promise<void> {
  await browser.storage.session.set({ [draftName(draft.article, draft.place)]: draft });
}

/** The draft of a private window at a place, or null. */
export async function privateDraft(article: string, place: string): Promise<Draft | null> {
  const name = draftName(article, place);
  return ((await browser.storage.session.get(name))[name] as Draft | undefined) ?? null;
}

/** Forgets the draft of a private window. */
export async function dropPrivateDraft(article: string, place: string): Promise<void> {
  await browser.storage.session.remove(draftName(article, place));
}

/** All drafts of private windows. */
export async function privateDrafts(): Promise<Draft[]> {
  const all = Object.entries(await browser.storage.session.get(null));
  return all.filter(([name]) => name.startsWith(DRAFT)).map(([, draft]) => draft as Draft);
}

/** Forgets them all, as when the last private window is closed. */
export async function dropPrivateDrafts(): Promise<void> {
  const names = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(names.filter((name) => name.startsWith(DRAFT)));
}

const DRAFT = 'draft:';

function draftName(article: string, place: string): string {
  return `${DRAFT}${article}|${place}`;
}
