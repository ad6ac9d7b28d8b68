/** 32-bit FNV-1a over UTF-16 units with a final mix; the same string gives the same number everywhere. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Joins two numbers into a new well-spread one. */
export function joinHash(a: number, b: number): number {
  return mix(Math.imul(a ^ (b + 0x9e3779b9), 0x85ebca6b) + b);
}

function mix(value: number): number {
  let hash = value;
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x7feb352d);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x846ca68b);
  hash ^= hash >>> 16;
  return hash >>> 0;
}
