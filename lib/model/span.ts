/** A half-open range `[start, end)` counted in UTF-16 code units of the text it belongs to. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span as a pair, for discontinuous content: `[start, end)` in UTF-16 code units. */
export type Segment = readonly [start: number, end: number];
