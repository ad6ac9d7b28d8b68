import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';

/**
 * Attributions of which no two hold words of the same quotation: it goes to the one that holds most of it. Quotations with a
 * cue or a source inside stay as they are; attributions of which nothing is left are dropped. Linear in the text.
 */
export function withWholeQuotes(frame: Frame, found: readonly Attribution[]): readonly Attribution[] {
  const owners = ownersOf(frame, found);
  const winner = new Map<number, number>();
  for (const [quote, held] of owners) {
    if (held.size < 2) continue;
    winner.set(quote, [...held].reduce((best, one) => (one[1] > best[1] ? one : best))[0]);
  }
  if (winner.size === 0) return found;
  const won = new Map<number, Run[]>();
  const left = found.map(({ content }, index) =>
    content
      .flatMap((run) => pieces(frame, run))
      .filter((piece) => {
        const to = winner.get(frame.quote[piece.first]!);
        if (to === undefined || to === index) return true;
        const pile = won.get(to);
        if (pile) pile.push(piece);
        else won.set(to, [piece]);
        return false;
      }),
  );
  return found.flatMap((attribution, index) => {
    const content = joined([...left[index]!, ...(won.get(index) ?? [])]);
    return content.length === 0 ? [] : [{ ...attribution, content }];
  });
}

/** For each quotation without a cue or source inside: who holds how many of its tokens. */
function ownersOf(frame: Frame, found: readonly Attribution[]): Map<number, Map<number, number>> {
  const owners = new Map<number, Map<number, number>>();
  found.forEach(({ content }, index) => {
    for (const run of content) {
      for (let i = run.first; i < run.last; i++) {
        const quote = frame.quote[i]!;
        if (quote === -1 || frame.mark[i]) continue;
        const held = owners.get(quote) ?? new Map<number, number>();
        owners.set(quote, held.set(index, (held.get(index) ?? 0) + 1));
      }
    }
  });
  for (const { cue, source } of found)
    for (const run of [cue, source])
      if (run) for (let i = run.first; i < run.last; i++) owners.delete(frame.quote[i]!);
  return owners;
}

// A run cut where quotations begin and end.
function pieces(frame: Frame, { first, last }: Run): Run[] {
  const cut: Run[] = [];
  for (let i = first; i < last; i++) {
    let end = i + 1;
    while (end < last && frame.quote[end] === frame.quote[i]) end++;
    cut.push({ first: i, last: end });
    i = end - 1;
  }
  return cut;
}

function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of [...runs].sort((a, b) => a.first - b.first)) {
    const before = all.at(-1);
    if (before && run.first <= before.last) all[all.length - 1] = { first: before.first, last: run.last };
    else all.push(run);
  }
  return all;
}
