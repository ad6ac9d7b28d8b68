import { readerFor } from './node-reader';
import { storyFrames, storyIn } from './story-frames';

/** Why the page should be looked at again. */
export type PageChange = 'url' | 'content';

/** The page must be quiet this long before a change of its content is reported, in milliseconds. */
const QUIET = 800;
/** Content that never becomes quiet is reported after this long. */
const PATIENCE = 5_000;
/** Each report of content doubles the pause until the next one, up to this: a live page gains paragraphs. */
const MAX_PAUSE = 5_000;
/** Up to this where nobody looks at the page. */
const HIDDEN_PAUSE = 120_000;
/** A look at the page takes at most this part of the page's time. */
const SHARE = 1 / 60;
/** How often the address is compared where the browser tells nothing, and `onPulse` called. */
const POLL = 1_500;

/**
 * Calls `onChange` when the page goes to another address without loading (single-page applications) and when much of
 * its content arrives late. Content is debounced and reported more rarely on a page that never rests, every few seconds
 * where looking at it is quick (`onChange` returns when it is done), until the address changes. Works from an isolated world: nothing of the page is patched. `onPulse` is called again and again, by the one timer
 * that runs on every page. Returns the function that stops it.
 */
export function watchPage(
  window: Window,
  onChange: (reason: PageChange) => void,
  onPulse: () => void = () => {},
): () => void {
  return new PageWatch(window, onChange, onPulse).start();
}

/** The part of the Navigation API used here; not all browsers have it. */
interface NavigationEvents {
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
}

class PageWatch {
  private address: string;
  private pause = QUIET;
  private firstMutation: number | null = null;
  private lastReport = Number.NEGATIVE_INFINITY;
  /** How long the last look at the content took, in milliseconds. */
  private took = 0;
  private timer: number | null = null;
  private poll: number | null = null;
  private observer: MutationObserver | null = null;
  private readonly checkAddress = () => this.compareAddress();
  /** What waited for a page that nobody saw is looked at soon. */
  private readonly checkVisible = () => {
    if (this.timer !== null) this.changed();
  };
  /** A frame of the page has loaded, or has gone to another page. */
  private readonly checkFrame = ({ target }: Event) => {
    if (storyIn(target as Element, readerFor(this.window.document))) this.changed();
  };

  constructor(
    private readonly window: Window,
    private readonly onChange: (reason: PageChange) => void,
    private readonly onPulse: () => void,
  ) {
    this.address = pageAddress(window);
  }

  start(): () => void {
    const { window } = this;
    window.addEventListener('popstate', this.checkAddress);
    window.addEventListener('hashchange', this.checkAddress);
    navigationOf(window)?.addEventListener('navigatesuccess', this.checkAddress);
    // A picture called so would hide the document's own.
    window.addEventListener.call(window.document, 'load', this.checkFrame, true);
    window.addEventListener('visibilitychange', this.checkVisible);
    this.poll = window.setInterval(() => {
      this.compareAddress();
      this.onPulse();
    }, POLL);
    this.observe();
    return () => this.stop();
  }

  private stop(): void {
    const { window } = this;
    window.removeEventListener('popstate', this.checkAddress);
    window.removeEventListener('hashchange', this.checkAddress);
    navigationOf(window)?.removeEventListener('navigatesuccess', this.checkAddress);
    window.removeEventListener.call(window.document, 'load', this.checkFrame, true);
    window.removeEventListener('visibilitychange', this.checkVisible);
    if (this.poll !== null) window.clearInterval(this.poll);
    this.poll = null;
    this.clearTimer();
    this.observer?.disconnect();
    this.observer = null;
  }

  /** Observes until the first mutation; then rests until the report, so that floods of mutations cost nothing. */
  private observe(): void {
    // What was called may have ended the watch.
    if (this.poll === null) return;
    const { document } = this.window;
    const reader = readerFor(document);
    const Observer = (this.window as Window & typeof globalThis).MutationObserver;
    if (typeof Observer !== 'function') return;
    this.observer ??= new Observer((records) => this.mutated(records));
    for (const place of [document, ...storyFrames(document, reader)]) {
      this.observer.observe(place, { childList: true, subtree: true });
    }
  }

  private mutated(records: readonly MutationRecord[]): void {
    this.compareAddress();
    if (records.some((record) => record.addedNodes.length > 0)) this.changed();
  }

  private changed(): void {
    const now = this.window.performance.now();
    this.firstMutation ??= now;
    this.clearTimer();
    const most = this.window.document.hidden === true ? HIDDEN_PAUSE : MAX_PAUSE;
    const earliest = this.lastReport + Math.max(Math.min(this.pause, most), this.took / SHARE);
    const waited = now - this.firstMutation;
    const quiet = Math.max(0, Math.min(QUIET, PATIENCE - waited));
    const delay = Math.max(quiet, earliest - now);
    // While a report has to wait anyway, mutations need not be seen.
    if (delay > QUIET) this.observer?.disconnect();
    this.timer = this.window.setTimeout(() => this.report(), delay);
  }

  private report(): void {
    this.timer = null;
    this.firstMutation = null;
    this.lastReport = this.window.performance.now();
    this.pause = Math.min(this.pause * 2, HIDDEN_PAUSE);
    this.observer?.disconnect();
    this.onChange('content');
    this.took = this.window.performance.now() - this.lastReport;
    this.observe();
  }

  private compareAddress(): void {
    const address = pageAddress(this.window);
    if (address === this.address) return;
    this.address = address;
    this.pause = QUIET;
    this.lastReport = Number.NEGATIVE_INFINITY;
    this.firstMutation = null;
    this.clearTimer();
    this.onChange('url');
    this.observe();
  }

  private clearTimer(): void {
    if (this.timer !== null) this.window.clearTimeout(this.timer);
    this.timer = null;
  }
}

/** The address without a plain fragment, which only scrolls; routes in the fragment (`#/…`, `#!…`) count. */
function pageAddress(window: Window): string {
  const { href } = window.location;
  const hash = href.indexOf('#');
  return hash < 0 || /^#[!/]/.test(href.slice(hash)) ? href : href.slice(0, hash);
}

function navigationOf(window: Window): NavigationEvents | null {
  const { navigation } = window as Window & { readonly navigation?: NavigationEvents };
  return navigation ?? null;
}
