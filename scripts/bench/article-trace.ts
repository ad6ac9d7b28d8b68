/** One event of the browser's trace; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** What of `dur` the thread was running for; other load does not disturb it. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Thread time of one page's main thread, in milliseconds. */
export interface MainThread {
  /** All tasks since the page was committed. */
  readonly all: number;
  /** Of our scripts: making them and running them the first time … */
  readonly start: number;
  /** … and all that they were called for afterwards. */
  readonly look: number;
  /** Whether the script that reads articles was brought. */
  readonly isRead: boolean;
  /** The longest single one of these calls. */
  readonly longest: number;
}

/** What a trace says of the page at `address`. @throws Error if the page is not in it */
export function mainThreadOf(events: readonly TraceEvent[], address: string): MainThread {
  const commit = events.find(({ name, args }) => name === 'CommitLoad' && args?.data?.url === address);
  if (!commit) throw new Error(`${address} is not in the trace`);
  const here = events.filter(
    ({ pid, tid, ts }) => pid === commit.pid && tid === commit.tid && ts >= commit.ts,
  );
  const time = (list: readonly TraceEvent[]) => list.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
  const ours = outermost(here.filter(({ args, tdur }) => tdur !== undefined && isOurs(args?.data?.url)));
  const isStart = ({ name }: TraceEvent) => name === 'EvaluateScript';
  return {
    all: time(here.filter(({ name }) => name === 'RunTask')),
    start: time(ours.filter(isStart)),
    look: time(ours.filter((event) => !isStart(event))),
    isRead: ours.some(({ args }) => args?.data?.url?.endsWith('/article.js')),
    longest: Math.max(0, ...ours.map(({ tdur = 0 }) => tdur / 1000)),
  };
}

function isOurs(url: string | undefined): boolean {
  return url?.startsWith('chrome-extension://') ?? false;
}

/** Those that stand in no other one of the list. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = 0;
  return events
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}
