/** What the background does for the store when nobody waits for it, backups among it: not while everything is deleted. */
export const TENDING = 'tending of the store';

/** Does some work while no other window or worker of the extension does work of the same name. */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  // Without locks both do it; each piece of work that is done alone is such that this costs time, not data.
  return locks ? (locks.request(name, work) as Promise<T>) : work();
}
