import type { NodeReader } from './node-reader';

/** More elements with a class than this are not read. */
const MOST = 20_000;
/** Ends an attribute, and the number of elements that have it: characters that no class has. */
const ENDS_NAME = '\u0001';
const ENDS_COUNT = '\u0002';

/**
 * All classes of a page in one string, each different `class` attribute once. Searching that for plain parts of names is
 * many times quicker than selectors `[class*=…]`, each of which visits all elements, and than patterns, each of which
 * the browser first has to compile.
 */
export class ClassNames {
  /** Each attribute with the number of elements that have it behind it. */
  readonly #all: string;

  /** Of a large page none are read. */
  constructor(document: Document, reader: NodeReader, isLarge: boolean) {
    const counts = new Map<string, number>();
    const named = isLarge ? [] : reader.select(document, '[class]', MOST);
    for (let i = 0; i < named.length; i++) {
      const name = reader.attr(named[i]!, 'class') ?? '';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    let all = '';
    for (const [name, count] of counts) all += name + ENDS_NAME + count + ENDS_COUNT;
    this.#all = all.toLowerCase();
  }

  /** Whether any class has one of the parts, which are in lower case. */
  has(parts: readonly string[]): boolean {
    for (const part of parts) if (this.#all.includes(part)) return true;
    return false;
  }

  /** How many elements have a class with one of the parts. */
  count(parts: readonly string[]): number {
    const all = this.#all;
    const ends = new Set<number>();
    let sum = 0;
    for (const part of parts) {
      for (let at = all.indexOf(part); at >= 0; at = all.indexOf(part, at)) {
        at = all.indexOf(ENDS_NAME, at);
        if (!ends.has(at)) sum += Number.parseInt(all.slice(at + 1, at + 7), 10);
        ends.add(at);
      }
    }
    return sum;
  }
}
