import browser from 'webextension-polyfill';
import { type Ask, createClient } from '../messaging/client';
import type { BackgroundToPage, Envelope, ToBackground } from '../messaging/protocol';
import type { Sender } from '../messaging/server';
import { isInPrivateWindow } from './private-windows';

/**
 * Asks the background one message; see {@link createClient} for retries and errors. Says as well whether this page stands
 * in a private window: a popup and a panel have no tab, by which the background could see it.
 */
export const askBackground: Ask<ToBackground> = createClient<ToBackground>(async (message) =>
  browser.runtime.sendMessage({ ...message, isPrivate: await isInPrivateWindow() }),
);

/** Asks the content scripts in the top frame of a tab. Not retried: a tab without us simply has no answer. */
export async function askTab<T extends keyof BackgroundToPage & string>(
  tabId: number,
  message: BackgroundToPage[T]['request'] & { type: T },
): Promise<BackgroundToPage[T]['response'] | null> {
  try {
    const answer = (await browser.tabs.sendMessage(tabId, message, { frameId: 0 })) as
      | Envelope<BackgroundToPage[T]['response']>
      | undefined;
    return answer && 'value' in answer ? answer.value : null;
  } catch {
    return null;
  }
}

/**
 * Registers the one message listener of this context. It must be an async function: browsers with a native
 * `browser` object take no other promise for an answer.
 */
export function listen(serve: (message: unknown, sender: Sender) => Promise<Envelope<unknown>>): void {
  browser.runtime.onMessage.addListener(async (message: unknown, from: browser.Runtime.MessageSender) => {
    if (from.id !== browser.runtime.id) return { error: 'refused', detail: 'another extension' };
    return serve(message, senderOf(from, message));
  });
}

/**
 * Hears what pages ask the background, without answering: from this a surface knows that a page was decided, read or
 * corrected anew.
 */
export function overhearPages(callback: (tabId: number) => void): void {
  browser.runtime.onMessage.addListener((_message: unknown, from: browser.Runtime.MessageSender) => {
    const isPage = from.id === browser.runtime.id && from.tab?.id !== undefined && from.frameId === 0;
    if (isPage) callback(from.tab?.id as number);
    return undefined;
  });
}

function senderOf(from: browser.Runtime.MessageSender, message: unknown): Sender {
  const own = browser.runtime.getURL('');
  const isExtensionPage = from.url?.startsWith(own) ?? false;
  const saysPrivate = (message as { isPrivate?: unknown } | null)?.isPrivate === true;
  return {
    kind: isExtensionPage ? 'extension' : 'page',
    tabId: from.tab?.id ?? null,
    frameId: from.frameId ?? null,
    url: addressOf(from),
    isPrivate: from.tab?.incognito ?? (isExtensionPage && saysPrivate),
  };
}

// The sender's own address is the one its document was loaded from; a single-page application may have gone on since,
// within its origin. Only the tab knows where it is now.
function addressOf({ url, tab, frameId }: browser.Runtime.MessageSender): string | null {
  if (frameId === 0 && url && tab?.url && originOf(url) === originOf(tab.url)) return tab.url;
  return url ?? null;
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}
