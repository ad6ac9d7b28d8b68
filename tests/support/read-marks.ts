import type { ActorType } from '../../lib/model/actor';

/** A name that somebody marked by hand, and the kind it was given. */
export interface MarkedName {
  readonly start: number;
  readonly end: number;
  readonly type: ActorType;
}

/** A text, and the names that were marked in it. */
export interface Marked {
  readonly text: string;
  readonly names: readonly MarkedName[];
}

/** Reads a text with `[name|type]` marks. */
export function readMarks(marked: string): Marked {
  const names: MarkedName[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(/\[([^|\]]+)\|([a-z-]+)\]/g)) {
    text += marked.slice(last, match.index) + match[1];
    last = match.index + match[0].length;
    names.push({ start: text.length - match[1]!.length, end: text.length, type: match[2] as ActorType });
  }
  return { text: text + marked.slice(last), names };
}
