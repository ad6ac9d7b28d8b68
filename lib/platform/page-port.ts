import type { Runtime } from 'webextension-polyfill';
import { type Ask, createClient } from '../messaging/client';
import type { Envelope, PageToBackground } from '../messaging/protocol';
import type { Sender } from '../messaging/server';
import { untilReturned } from '../messaging/until-returned';
import { type Filling, type Words, type Writing, wordsFrom, writingOf } from '../text/wording';

/**
 * The few browser calls of our scripts in pages, without the polyfill: it would be a fifth of what every page has to
 * load. Both names give promises in Manifest V3; only answering a message differs, and `sendResponse` works everywhere.
 */
interface PageRuntime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(
      listener: (message: unknown, from: Runtime.MessageSender, respond: (answer: unknown) => void) => true,
    ): void;
  };
}

interface PageApi {
  readonly runtime: PageRuntime;
  readonly extension?: { readonly inIncognitoContext?: boolean };
  readonly i18n: { getMessage(key: string, substitutions: string[]): string; getUILanguage(): string };
}

let found: PageApi | null = null;

/** Looked up when first asked for: to make it costs the browser half a millisecond, and most pages never need it. */
function api(): PageApi {
  const globals = globalThis as { browser?: PageApi; chrome?: PageApi };
  found ??= (globals.browser?.runtime ? globals.browser : globals.chrome) as PageApi;
  return found;
}

/** Asks the background one message; see {@link createClient} for retries and errors. */
export const askBackground: Ask<PageToBackground> = createClient<PageToBackground>((message) =>
  untilReturned(api().runtime.sendMessage(message), window),
);

/** Registers the one message listener of this page. Only our own background is heard. */
export function listenInPage(serve: (message: unknown, sender: Sender) => Promise<Envelope<unknown>>): void {
  const background: Sender = { kind: 'extension', tabId: null, frameId: null, url: null, isPrivate: false };
  api().runtime.onMessage.addListener((message, from, respond) => {
    const isOurs = from.id === api().runtime.id;
    const answer = isOurs ? serve(message, background) : { error: 'refused', detail: 'another extension' };
    void Promise.resolve(answer).then(respond);
    return true;
  });
}

/** Whether this script still belongs to a living extension; false after an update or removal left it over. */
export function isConnected(): boolean {
  try {
    return api().runtime.id !== undefined;
  } catch {
    return false;
  }
}

/** Whether the page stands in a private window. */
export function isPrivateWindow(): boolean {
  return api().extension?.inIncognitoContext ?? false;
}

function lookUp(key: string, fillings: string[]): string {
  try {
    return api().i18n.getMessage(key, fillings);
  } catch {
    // The extension was updated or removed under this script, which is about to retire.
    return '';
  }
}

/** A sentence with nothing to fill in. What every article loads needs no more than this. */
export function plainWordInPage(key: string): string {
  return lookUp(key, []) || key;
}

/** How the interface is written: its language, direction, and the region for dates and numbers. */
export function writingInPage(): Writing {
  return writingOf(lookUp, api().i18n.getUILanguage());
}

let words: Words | null = null;

/** The sentence for `key` in the reader's language, with `$1`… replaced; the key itself where none is written. */
export function wordInPage(key: string, ...fillings: Filling[]): string {
  // Made when first asked for: most pages never ask.
  words ??= wordsFrom(lookUp, writingInPage());
  return words(key, ...fillings);
}
