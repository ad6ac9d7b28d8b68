import { TRACKING_NAMES, TRACKING_PREFIXES } from '../notes/tracking-parameters';

/**
 * An address without the parameters that say how the reader came to it: in a newsletter's link they can name the
 * reader, and a file is made to be passed on. Comes back unchanged where there are none.
 */
export function withoutTracking(address: string): string {
  let location: URL;
  try {
    location = new URL(address);
  } catch {
    return address;
  }
  const names = [...location.searchParams.keys()].filter(isTracking);
  if (names.length === 0) return address;
  for (const name of names) location.searchParams.delete(name);
  return location.href;
}

function isTracking(name: string): boolean {
  const plain = name.toLowerCase();
  return TRACKING_NAMES.has(plain) || TRACKING_PREFIXES.some((prefix) => plain.startsWith(prefix));
}
