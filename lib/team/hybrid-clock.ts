/**
 * A hybrid logical clock reading: wall time in ISO 8601 and a counter in hex, e.g. `2026-03-01T09:30:00.000Z-0002`.
 * Readings sort as text. They order what is displayed; merging never looks at them.
 */
export type ClockReading = string;

const READING = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)-([0-9a-f]{4})$/;
const LAST_COUNT = 0xffff;
// The last millisecond that is still written with four digits for the year.
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
/** A reading this far ahead is a broken clock and is not followed: it would date everybody's later notes wrongly. */
const MAX_DRIFT_MS = 10 * 60 * 1000;

interface Moment {
  readonly ms: number;
  readonly count: number;
}

/** The next reading after `last` (null for the first one) at wall time `now` in ms: always later than `last`. */
export function tickClock(last: ClockReading | null, now: number): ClockReading {
  const before = last === null ? null : parse(last);
  const wall = clamp(now);
  return format(before === null || wall > before.ms ? { ms: wall, count: 0 } : successor(before));
}

/** What the own clock becomes after reading a remote one: the later of the two, unless the remote one runs ahead. */
export function followClock(
  last: ClockReading | null,
  remote: ClockReading,
  now: number,
): ClockReading | null {
  const moment = parse(remote);
  if (moment === null || moment.ms > clamp(now) + MAX_DRIFT_MS) return last;
  return last === null || parse(last) === null || remote > last ? remote : last;
}

function successor(moment: Moment): Moment {
  if (moment.count < LAST_COUNT) return { ms: moment.ms, count: moment.count + 1 };
  return { ms: Math.min(moment.ms + 1, LATEST), count: 0 };
}

function parse(reading: ClockReading): Moment | null {
  const match = READING.exec(reading);
  const ms = match?.[1] === undefined ? Number.NaN : Date.parse(match[1]);
  return Number.isNaN(ms) ? null : { ms, count: Number.parseInt(match?.[2] ?? '0', 16) };
}

function format(moment: Moment): ClockReading {
  return `${new Date(moment.ms).toISOString()}-${moment.count.toString(16).padStart(4, '0')}`;
}

function clamp(now: number): number {
  return Number.isFinite(now) ? Math.min(Math.max(Math.trunc(now), 0), LATEST) : 0;
}
