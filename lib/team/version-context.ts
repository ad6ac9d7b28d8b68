import type { VersionContext, VersionStamp } from '../model/annotation';

/** The highest counter of `device` that `context` has seen; 0 for none. Safe for names such as `constructor`. */
export function counterOf(context: VersionContext, device: string): number {
  return Object.hasOwn(context, device) ? (context[device] ?? 0) : 0;
}

/** True when `context` has seen the event that made `version`. */
export function covers(context: VersionContext, version: VersionStamp): boolean {
  return counterOf(context, version.device) >= version.n;
}

/** Pointwise maximum; keys come sorted, so that equal contexts are equal byte by byte. */
export function joinContexts(a: VersionContext, b: VersionContext): VersionContext {
  const devices = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(
    devices.map((device) => [device, Math.max(counterOf(a, device), counterOf(b, device))]),
  );
}
