/** Looks at a genuine key event of the page before the page does; true takes it away from the page. */
export type KeyTaker = (event: KeyboardEvent) => boolean;

/** In the global of our isolated world, out of the page's reach, like the host itself. */
const TAKER_KEY = Symbol.for('pressmark.key-taker');

type World = { [TAKER_KEY]?: KeyTaker | undefined };

/** What takes keys now; undefined while the page has all of its keys, which is nearly always. */
export function keyTaker(): KeyTaker | undefined {
  return (globalThis as World)[TAKER_KEY];
}

/** Has `taker` look at every key first, or nobody any more (undefined). */
export function setKeyTaker(taker: KeyTaker | undefined): void {
  (globalThis as World)[TAKER_KEY] = taker;
}
