/** Our one host element in a page and its closed shadow root. */
export interface PageHost {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Takes the host out of the page for good. */
  remove(): void;
}

/**
 * Where our scripts of one page find the host. The registry of symbols is the page's too, but the object that carries
 * the property is the global of our isolated world, which the page cannot reach.
 */
const HOST_KEY = Symbol.for('pressmark.host');

type Shared = { [HOST_KEY]?: PageHost };

/** The page's host, if one of our scripts has made it. */
export function sharedHost(): PageHost | undefined {
  return (globalThis as Shared)[HOST_KEY];
}

/** Makes a host known to our other scripts of this page. */
export function shareHost(host: PageHost): void {
  (globalThis as Shared)[HOST_KEY] = host;
}
