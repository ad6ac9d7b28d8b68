/** FNV-1a over UTF-16 units, 32 bits. `seed` separates kinds of features that share words. */
export function hashText(text: string, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** Spreads the bits of a hash (the end of murmur3), so that its low bits may pick a row. */
function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The hash of a feature made of its kind and up to two hashed parts, cheap enough for a hundred a token. */
export function hashPair(kind: number, a: number, b = 0): number {
  return mix(Math.imul(kind + 1, 0x9e3779b1) ^ a ^ Math.imul(b ^ 0x5bd1e995, 0x27d4eb2f));
}
