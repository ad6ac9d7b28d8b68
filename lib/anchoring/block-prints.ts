import type { Block, BlockPrint } from '../model/article';
import { foldText } from './fold-text';

const SHINGLE = 4;
const BITS = 32;

/**
 * 32-bit simhash of a text over its folded 4-unit shingles (Charikar 2002): texts that share most of their shingles
 * differ in few bits, unrelated ones in about sixteen. An empty text gives 0.
 */
export function simhash(text: string): number {
  const folded = foldText(text).text.trim();
  const votes = new Int32Array(BITS);
  const last = Math.max(0, folded.length - SHINGLE);
  for (let i = 0; i <= last && folded.length > 0; i++) {
    const hash = shingleHash(folded, i);
    for (let bit = 0; bit < BITS; bit++) votes[bit]! += (hash >>> bit) & 1 ? 1 : -1;
  }
  let print = 0;
  for (let bit = 0; bit < BITS; bit++) if (votes[bit]! > 0) print |= 1 << bit;
  return print >>> 0;
}

/** FNV-1a with a mixing step, so that every bit depends on every unit of the shingle. */
function shingleHash(text: string, at: number): number {
  let hash = 0x811c9dc5;
  const end = Math.min(at + SHINGLE, text.length);
  for (let i = at; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Number of bits in which two simhashes differ, 0…32. */
export function bitDistance(a: number, b: number): number {
  let bits = (a ^ b) >>> 0;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count++;
  return count;
}

/** A simhash as eight hex digits, the way records keep it. */
export function toHex(print: number): string {
  return print.toString(16).padStart(8, '0');
}

/** The block skeleton of an article's text: a fingerprint and a length (UTF-16 units) for every block, in order. */
export function blockPrints(text: string, blocks: readonly Block[]): BlockPrint[] {
  return blocks.map(({ start, end }) => ({
    simhash: toHex(simhash(text.slice(start, end))),
    length: Math.max(0, end - start),
  }));
}
