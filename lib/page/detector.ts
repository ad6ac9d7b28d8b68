import { detectArticle } from '../article/detect-article';
import { watchPage } from '../article/watch-page';
import { sharedHost } from '../marks/host-key';
import type { Ask } from '../messaging/client';
import type { ArticlePassage, BackgroundToPage, PageToBackground } from '../messaging/protocol';
import type { Handlers } from '../messaging/server';
import type { Detection } from '../model/article';
import { CARDS, type Cards, type Detector, KEYS, SESSION } from './slots';

const IDLE_WITHIN_MS = 1000;

/**
 * Decides what the page is, once it stands and again when it changes, and answers the background for all our
 * scripts of this page. On a page that is no article nothing else of ours is ever loaded.
 */
export class PageDetector implements Detector {
  #detection: Detection | null = null;
  #url = '';
  #cameLate = false;
  #stop: (() => void) | null = null;
  readonly #window: Window;
  readonly #ask: Ask<PageToBackground>;
  readonly #isAlive: () => boolean;

  constructor(window: Window, ask: Ask<PageToBackground>, isAlive: () => boolean) {
    this.#window = window;
    this.#ask = ask;
    this.#isAlive = isAlive;
  }

  /** Waits for the page to stand and the browser to be idle, then decides and keeps watch. */
  start(): void {
    const { document } = this.#window;
    this.#cameLate = document.readyState !== 'loading';
    const begin = () => whenIdle(this.#window, () => this.#begin());
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', begin, { once: true });
    else begin();
  }

  cameLate(): boolean {
    return this.#cameLate;
  }

  detection(): Detection | null {
    return this.#detection;
  }

  isConnected(): boolean {
    return this.#isAlive();
  }

  /** Ends all work of this page; called when the extension was removed or a newer one takes over. */
  retire(): void {
    this.#stop?.();
    this.#stop = null;
    KEYS.get()?.leave();
    SESSION.get()?.clear();
    sharedHost()?.remove();
  }

  readonly handlers: Handlers<BackgroundToPage> = {
    'page.describe': async () =>
      SESSION.get()?.describe(this.#detection) ?? {
        detection: this.#detection,
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

  // Where a note may belong to a passage or not, the reader is asked.
  async #showPassage(id: string): Promise<boolean> {
    const session = SESSION.get();
    if (session?.candidateOf(id)) return (await this.#cards())?.askPlace(id) ?? false;
    return session?.show(id) ?? false;
  }

  async #cards(): Promise<Cards | undefined> {
    if (!CARDS.get() && SESSION.get()) await this.#ask({ type: 'cards.inject' });
    return CARDS.get();
  }

  #begin(): void {
    void this.#decide();
    this.#stop = watchPage(
      this.#window,
      () => void this.#decide(),
      () => {
        // Nobody tells a script that its extension was updated; left over, it would draw beside its successor.
        if (!this.#isAlive()) this.retire();
      },
    );
  }

  async #decide(): Promise<void> {
    if (!this.#isAlive()) return this.retire();
    const url = this.#window.location.href;
    const next = detectArticle(this.#window.document, url);
    const isSame = url === this.#url && next.verdict === this.#detection?.verdict;
    this.#detection = next;
    this.#url = url;
    const session = SESSION.get();
    try {
      if (session && isSame) await session.read(next);
      else if (!isSame) await this.#report(next);
    } catch {
      // The background could not be reached; the page stays as it is and the popup says what is wrong.
    }
  }

  async #report(detection: Detection): Promise<void> {
    const { injected } = await this.#ask({ type: 'page.detected', detection });
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
