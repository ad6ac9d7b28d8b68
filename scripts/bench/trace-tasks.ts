import type { BrowserContext, Page } from '@playwright/test';

/** Tasks of a page's main thread, in milliseconds of its own CPU: other load on the machine does not count. */
export interface TaskTimes {
  readonly sum: number;
  readonly longest: number;
  /** How many took more than 50 and more than 200. */
  readonly over50: number;
  readonly over200: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
}

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'toplevel',
];
const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
const SIGN = 'pressmark-bench-sign';

/** Runs `work` under a trace and tells what the main thread of the page's process had to do meanwhile. */
export async function tasksOfPage<T>(
  context: BrowserContext,
  page: Page,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly tasks: TaskTimes }> {
  const browser = context.browser()!;
  await browser.startTracing(page, { categories: CATEGORIES });
  const value = await work();
  // The page says in the trace which thread is its own.
  await page.evaluate((name) => performance.mark(name), SIGN);
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8'));
  const events: readonly TraceEvent[] = trace.traceEvents;
  const sign = events.find(({ name }) => name === SIGN);
  const own = events.filter(
    ({ name, pid, tid }) => TASKS.has(name) && pid === sign?.pid && tid === sign?.tid,
  );
  // Both names tell the same tasks; where a browser writes both, one is enough.
  const name = own.some((event) => event.name === 'RunTask') ? 'RunTask' : 'ThreadControllerImpl::RunTask';
  const times = own.filter((event) => event.name === name).map(({ tdur = 0 }) => tdur / 1000);
  if (times.length === 0) throw new Error('The trace has no task of the page.');
  return {
    value,
    tasks: {
      sum: times.reduce((sum, time) => sum + time, 0),
      longest: times.reduce((most, time) => Math.max(most, time), 0),
      over50: times.filter((time) => time > 50).length,
      over200: times.filter((time) => time > 200).length,
    },
  };
}

export function longestTask({ longest, over50, over200 }: TaskTimes): string {
  return `longest task ${longest.toFixed(0).padStart(5)} ms; over 50 ms ${over50}, over 200 ms ${over200}`;
}
