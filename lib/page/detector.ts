import { explained, type Look, lookAtPage } from '../article/detect-article';
import { watchPage } from '../article/watch-page';
import { sharedHost } from '../marks/host-key';
import type { Ask } from '../messaging/client';
import type { ArticlePassage, BackgroundToPage, PageToBackground } from '../messaging/protocol';
import type { Handlers } from '../messaging/server';
import type { Detection } from '../model/article';
import { CARDS, type Cards, type Detector, KEYS, SESSION } from './slots';

const IDLE_WITHIN_MS = 1000;

/** The background, as a script in a page knows it. On most pages nothing of it is touched: the browser makes these calls when first used. */
export interface PagePort {
  readonly ask: Ask<PageToBackground>;
  readonly isAlive: () => boolean;
  readonly hear: (handlers: Handlers<BackgroundToPage>) => void;
}

/**
 * Decides what the page is, once it stands and again when it changes, and answers the background for all our
 * scripts of this page. On a page that is no article nothing else of ours is ever loaded, and nobody hears of it: the background
 * sees for itself whether a page carries notes, and lets this script come again where it wants an answer.
 */
export class PageDetector implements Detector {
  #look: Look | null = null;
  #url = '';
  #isHearing = false;
  #cameLate = false;
  #stop: (() => void) | null = null;
  readonly #window: Window;
  readonly #port: PagePort;

  constructor(window: Window, port: PagePort) {
    this.#window = window;
    this.#port = port;
  }

  /** Waits for the page to stand and the browser to be idle, then decides and keeps watch. */
  start(): void {
    const { document } = this.#window;
    const begin = () => whenIdle(this.#window, () => this.#begin());
    this.#cameLate = document.readyState !== 'loading';
    if (this.#cameLate) begin();
    else document.addEventListener('DOMContentLoaded', begin, { once: true });
  }

  cameLate(): boolean {
    return this.#cameLate;
  }

  detection(): Detection | null {
    return this.#look && explained(this.#look);
  }

  isConnected(): boolean {
    return this.#port.isAlive();
  }

  listen(): void {
    if (this.#isHearing) return;
    this.#isHearing = true;
    this.#port.hear(this.#handlers());
  }

  /** Ends all work of this page; called when the extension was removed or a newer one takes over. */
  retire(): void {
    this.#stop?.();
    this.#stop = null;
    KEYS.get()?.leave();
    SESSION.get()?.clear();
    sharedHost()?.remove();
  }

  #handlers(): Handlers<BackgroundToPage> {
    return {
      'page.describe': async () =>
        SESSION.get()?.describe(this.detection()) ?? {
          detection: this.detection(),
          article: null,
          notes: [],
          mode: 'idle',
          saysView: false,
          isReading: false,
          actors: [],
          claims: [],
          language: 'en',
        },
      'settings.changed': async ({ settings }) => {
        SESSION.get()?.applySettings(settings);
        return {};
      },
      'notes.changed': async ({ record }) => {
        await SESSION.get()?.applyNote(record);
        return {};
      },
      'notes.merged': async () => {
        CARDS.get()?.toasts.drop();
        await SESSION.get()?.locateNotes();
        return {};
      },
      'words.changed': async () => {
        await SESSION.get()?.findAgain();
        return {};
      },
      'says.toggle': async () => {
        // The veil comes with the cards.
        await this.#cards();
        return { isOn: SESSION.get()?.toggleSaysView() ?? false };
      },
      'keys.toggle': async () => {
        await this.#cards();
        return { isOn: KEYS.get()?.toggle() ?? false };
      },
      'passage.show': async ({ id }) => ({ shown: await this.#showPassage(id) }),
      'span.show': async ({ passage }) => ({ shown: showSpan(passage) }),
      'mark.walk': async ({ step }) => ({ moved: (await this.#cards())?.walk(step) ?? false }),
      'note.begin': async () => ({ begun: (await this.#cards())?.begin() ?? false }),
    };
  }

  // Where a note may belong to a passage or not, the reader is asked.
  async #showPassage(id: string): Promise<boolean> {
    const session = SESSION.get();
    if (session?.candidateOf(id)) return (await this.#cards())?.places.ask(id) ?? false;
    return session?.show(id) ?? false;
  }

  async #cards(): Promise<Cards | undefined> {
    if (!CARDS.get() && SESSION.get()) await this.#port.ask({ type: 'cards.inject' });
    return CARDS.get();
  }

  #begin(): void {
    void this.#decide();
    this.#stop = watchPage(
      this.#window,
      () => void this.#decide(),
      () => {
        // Nobody tells a script that its extension was updated; left over, it would draw beside its successor. One that has
        // kept silent draws nothing.
        if (this.#isHearing && !this.isConnected()) this.retire();
      },
    );
  }

  async #decide(): Promise<void> {
    if (this.#look && !this.isConnected()) return this.retire();
    const url = this.#window.location.href;
    const next = lookAtPage(this.#window.document, url);
    const isSame = url === this.#url && next.verdict === this.#look?.verdict;
    this.#look = next;
    this.#url = url;
    if (next.verdict === 'article') this.listen();
    if (!this.#isHearing) return;
    const session = SESSION.get();
    try {
      if (session && isSame) await session.read(explained(next));
      else if (!isSame) await this.#report(explained(next));
    } catch {
      // The background could not be reached; the page stays as it is and the popup says what is wrong.
    }
  }

  async #report(detection: Detection): Promise<void> {
    const { injected } = await this.#port.ask({ type: 'page.detected', detection });
    if (!injected) SESSION.get()?.clear();
  }
}

/** Scrolls to a passage of the article and lets it flash; false where the article no longer reads so. */
function showSpan({ words, ...span }: ArticlePassage): boolean {
  const session = SESSION.get();
  const ranges = session?.wordsOf(span) === words ? (session?.articleRanges(span) ?? []) : [];
  if (ranges.length > 0) session?.layer.show(ranges, true);
  return ranges.length > 0;
}

function whenIdle(window: Window, run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: IDLE_WITHIN_MS });
  else setTimeout(run, 1);
}
