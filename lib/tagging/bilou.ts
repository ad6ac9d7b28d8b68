/** A run of tokens `from`…`to` (exclusive) with one type. */
export interface TaggedRun<T extends string> {
  readonly from: number;
  readonly to: number;
  readonly type: T;
}

/** Labels "O", "B-X" (begin), "I-X" (inside), "L-X" (last), "U-X" (unit) for the types given. */
export function bilouLabels(types: readonly string[]): string[] {
  return ['O', ...types.flatMap((type) => ['B', 'I', 'L', 'U'].map((part) => `${part}-${type}`))];
}

const opens = (label: string): boolean => label.startsWith('B-') || label.startsWith('I-');
const follows = (label: string): boolean => label.startsWith('I-') || label.startsWith('L-');

/** Whether `next` may stand after `label` (null for the edge of the sequence). */
export function mayFollow(label: string | null, next: string | null): boolean {
  if (label !== null && opens(label))
    return next !== null && follows(next) && next.slice(2) === label.slice(2);
  return next === null || !follows(next);
}

/** The label numbers of a sequence of `length` tokens with the runs given. */
export function encodeRuns(
  labels: readonly string[],
  length: number,
  runs: readonly TaggedRun<string>[],
): Int32Array {
  const path = new Int32Array(length);
  const number = (label: string): number => Math.max(0, labels.indexOf(label));
  for (const { from, to, type } of runs) {
    if (to - from === 1) path[from] = number(`U-${type}`);
    else {
      for (let at = from; at < to; at += 1) path[at] = number(`I-${type}`);
      path[from] = number(`B-${type}`);
      path[to - 1] = number(`L-${type}`);
    }
  }
  return path;
}

/** The runs that a path of label numbers spells. */
export function decodeRuns<T extends string>(labels: readonly string[], path: Int32Array): TaggedRun<T>[] {
  const runs: TaggedRun<T>[] = [];
  let from = 0;
  path.forEach((label, at) => {
    const name = labels[label] ?? 'O';
    if (name.startsWith('B-') || name.startsWith('U-')) from = at;
    if (name.startsWith('L-') || name.startsWith('U-'))
      runs.push({ from, to: at + 1, type: name.slice(2) as T });
  });
  return runs;
}
