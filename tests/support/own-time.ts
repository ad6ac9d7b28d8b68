import type { BrowserContext, Page } from '@playwright/test';

/** What the extension's scripts took of a page's main thread, in milliseconds, by the browser's own sampling. */
export interface OwnTime {
  readonly sum: number;
  /** The longest stretch without a break: on an article the one task in which it is read. */
  readonly longest: number;
  /** How long the thread was watched. */
  readonly whole: number;
  /** By the name of the script that was called. */
  readonly byScript: ReadonlyMap<string, number>;
}

const EVERY_US = 100;
/** Samples this close together belong to one stretch. */
const BREAK_US = 1_000;

/** Runs `work` under a profile of the page's main thread. `origin`: the extension's own address, by which its scripts are known. */
export async function ownTimeOf(
  context: BrowserContext,
  page: Page,
  origin: string,
  work: () => Promise<unknown>,
): Promise<OwnTime> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: EVERY_US });
  await cdp.send('Profiler.start');
  await work();
  const { profile } = await cdp.send('Profiler.stop');
  await cdp.detach();

  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])),
  );
  // What a script of ours calls of the browser is its own as well; the outermost one counts.
  const scriptOf = (id: number): string | null => {
    const parent = parents.get(id);
    const outer = parent === undefined ? null : scriptOf(parent);
    const url = nodes.get(id)?.callFrame.url ?? '';
    return outer ?? (url.startsWith(origin) ? url.slice(origin.length) : null);
  };
  const byScript = new Map<string, number>();
  let [sum, stretch, longest, idle] = [0, 0, 0, 0];
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const us = profile.timeDeltas?.[index] ?? 0;
    const script = scriptOf(id);
    if (script === null) {
      idle += us;
      continue;
    }
    stretch = idle > BREAK_US ? us : stretch + us;
    idle = 0;
    longest = Math.max(longest, stretch);
    sum += us;
    byScript.set(script, (byScript.get(script) ?? 0) + us / 1000);
  }
  return {
    sum: sum / 1000,
    longest: longest / 1000,
    whole: (profile.endTime - profile.startTime) / 1000,
    byScript,
  };
}
