import type { Block } from '../model/article';
import type { Span } from '../model/span';
import { simhash } from './block-prints';
import { blockIndexAt } from './describe-target';
import { type FoldedText, foldText } from './fold-text';

/** How a text is cut into seeds: long enough to be rare in it, short enough to survive between two edits. */
interface Grain {
  readonly seed: number;
  readonly bits: number;
}

/** Most pages; and books, in which five units are never rare. */
const FINE: Grain = { seed: 5, bits: 16 };
const COARSE: Grain = { seed: 9, bits: 20 };
const LONG_TEXT = 250_000;

function seedHash(text: string, at: number, { seed, bits }: Grain): number {
  let hash = 0;
  for (let i = at; i < at + seed; i++) hash = Math.imul(hash, 0x01000193) + text.charCodeAt(i);
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> (32 - bits);
}

interface SeedTable {
  readonly grain: Grain;
  /** `ends[h]` is where bucket h ends in `places`; it starts where bucket h − 1 ends. */
  readonly ends: Uint32Array;
  readonly places: Int32Array;
}

function buildSeeds(text: string, grain: Grain): SeedTable {
  const count = Math.max(0, text.length - grain.seed + 1);
  const ends = new Uint32Array(1 << grain.bits);
  const places = new Int32Array(count);
  const hashes = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const hash = seedHash(text, at, grain);
    hashes[at] = hash;
    ends[hash]!++;
  }
  for (let h = 1; h < ends.length; h++) ends[h]! += ends[h - 1]!;
  const next = ends.slice();
  for (let at = count - 1; at >= 0; at--) places[--next[hashes[at]!]!] = at;
  return { grain, ends, places };
}

/** Everything that anchoring wants to know about a page's text, made once for all its notes. Offsets are folded ones. */
export class PageIndex {
  readonly #folded: FoldedText;
  #seeds: SeedTable | null = null;
  readonly #prints = new Map<number, number>();
  readonly #texts = new Map<number, string>();

  constructor(
    readonly raw: string,
    readonly blocks: readonly Block[],
  ) {
    this.#folded = foldText(raw);
  }

  /** The folded text. */
  get text(): string {
    return this.#folded.text;
  }

  /** The span of the raw text that a span of the folded text came from. */
  toRaw({ start, end }: Span): Span {
    const { from } = this.#folded;
    const last = from[end - 1]!;
    const code = this.raw.charCodeAt(last);
    const isHigh = code >= 0xd800 && code <= 0xdbff;
    return { start: from[start]!, end: Math.min(this.raw.length, last + (isHigh ? 2 : 1)) };
  }

  /** The first folded offset at or after a raw one. */
  toFolded(raw: number): number {
    const { from } = this.#folded;
    let low = 0;
    let high = from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (from[middle]! < raw) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Ordinal of the block that holds a folded offset, or −1. */
  blockAt(at: number): number {
    return blockIndexAt(this.blocks, this.#folded.from[at] ?? 0);
  }

  /** Folded text of a block, computed on first use. */
  blockText(block: number): string {
    let text = this.#texts.get(block);
    if (text === undefined) {
      const { start, end } = this.blocks[block]!;
      text = this.text.slice(this.toFolded(start), this.toFolded(end)).trim();
      this.#texts.set(block, text);
    }
    return text;
  }

  /** Simhash of a block's text, computed on first use. */
  printOf(block: number): number {
    let print = this.#prints.get(block);
    if (print === undefined) {
      const { start, end } = this.blocks[block]!;
      print = simhash(this.raw.slice(start, end));
      this.#prints.set(block, print);
    }
    return print;
  }

  /** Length of this page's seeds, in folded units. */
  get seedLength(): number {
    return (this.text.length > LONG_TEXT ? COARSE : FINE).seed;
  }

  /** Where the seed of `pattern` at `at` occurs in the folded text, unless it occurs more than `most` times. */
  seedPlaces(pattern: string, at: number, most: number): number[] {
    this.#seeds ??= buildSeeds(this.text, this.text.length > LONG_TEXT ? COARSE : FINE);
    const { grain, ends, places } = this.#seeds;
    const hash = seedHash(pattern, at, grain);
    const start = hash === 0 ? 0 : ends[hash - 1]!;
    const end = ends[hash]!;
    // Buckets are shared by a few different seeds; twice the limit is certainly too common.
    if (end - start > 2 * most + 8) return [];
    const found: number[] = [];
    for (let i = start; i < end; i++) {
      if (this.#isSame(pattern, at, places[i]!, grain.seed)) found.push(places[i]!);
    }
    return found.length > most ? [] : found;
  }

  #isSame(pattern: string, at: number, place: number, length: number): boolean {
    for (let k = 0; k < length; k++) {
      if (pattern.charCodeAt(at + k) !== this.text.charCodeAt(place + k)) return false;
    }
    return true;
  }
}
