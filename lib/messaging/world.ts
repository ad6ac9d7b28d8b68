/**
 * A slot that our content scripts of one page share. They run in one isolated world, which the page cannot see,
 * but are separate bundles: a module variable of one is not visible in another.
 */
export interface Slot<T> {
  get(): T | undefined;
  set(value: T): void;
}

/** Opens the slot called `name`; scripts that use the same name see the same value. */
export function sharedSlot<T>(name: string): Slot<T> {
  const key = Symbol.for(`pressmark.${name}`);
  const world = globalThis as unknown as Record<symbol, T | undefined>;
  return {
    get: () => world[key],
    set: (value) => {
      world[key] = value;
    },
  };
}
