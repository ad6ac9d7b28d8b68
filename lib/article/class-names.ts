import type { NodeReader } from './node-reader';

/** More elements with a class than this are not read. */
const MOST = 20_000;

/**
 * All classes of a page in one string, each different `class` attribute once. Searching that for plain parts of names is
 * many times quicker than selectors `[class*=…]`, each of which visits all elements, and than patterns, each of which
 * the browser first has to compile.
 */
export class ClassNames {
  readonly #all: string;
  /** Where each attribute begins in `#all`, and how many elements have it. */
  readonly #starts: readonly number[];
  readonly #counts: readonly number[];

  constructor(document: Document, reader: NodeReader) {
    const counts = new Map<string, number>();
    for (const element of reader.select(document, '[class]', MOST)) {
      const name = reader.attr(element, 'class') ?? '';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const names = Array.from(counts.keys(), (name) => name.toLowerCase());
    const starts: number[] = [];
    let at = 0;
    for (const name of names) {
      starts.push(at);
      at += name.length + 1;
    }
    this.#all = names.join('\n');
    this.#starts = starts;
    this.#counts = Array.from(counts.values());
  }

  /** Whether any class has one of the parts, which are in lower case. */
  has(parts: readonly string[]): boolean {
    return parts.some((part) => this.#all.includes(part));
  }

  /** How many elements have a class with one of the parts. */
  count(parts: readonly string[]): number {
    const found = new Set<number>();
    for (const part of parts) {
      let at = this.#all.indexOf(part);
      while (at >= 0) {
        const index = this.#indexAt(at);
        found.add(index);
        const next = this.#starts[index + 1];
        at = next === undefined ? -1 : this.#all.indexOf(part, next);
      }
    }
    let sum = 0;
    for (const index of found) sum += this.#counts[index]!;
    return sum;
  }

  /** Index of the attribute that `at` lies in. */
  #indexAt(at: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
