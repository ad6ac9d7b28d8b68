import type { Frame, Run } from './frame';
import { runsOf } from './frame';

// Two pieces of a quotation belong together when the words between them are no more than “he said on Tuesday”.
const MAX_GAP = 24;
// Nobody is interrupted more often; without the bound a line of nothing but quotations would cost its square.
const MAX_PIECES = 6;

/** The quotations that end right before token `at` (“…,” he said), earlier pieces of the same run included. */
export function quoteBefore(frame: Frame, at: number, paragraph: Run): Run[] {
  let end = at;
  if (frame.lower[end - 1] === ',') end--;
  if (end <= paragraph.first || !frame.mark[end - 1]) return [];
  const run = quoteRun(frame, frame.quote[end - 1]!);
  return run && run.first >= paragraph.first ? [run] : [];
}

/** The quotations that go on after the cue and its source: “…,” he said. “…” and, unbroken, those of the same paragraph. */
export function quotesAfter(frame: Frame, from: number, sentence: Run, paragraph: Run): Run[] {
  const found: Run[] = [];
  let at = from;
  while (at < paragraph.last && found.length < MAX_PIECES) {
    let next = at;
    while (next < paragraph.last && !frame.mark[next] && next - at < MAX_GAP) next++;
    if (next >= paragraph.last || !frame.mark[next]) break;
    // Beyond the cue's own sentence a quotation must follow at once.
    if (next > at && at >= sentence.last) break;
    if (next > sentence.last && at < sentence.last) break;
    const run = quoteRun(frame, frame.quote[next]!);
    if (!run || run.last <= next) break;
    found.push(run);
    at = run.last;
  }
  return found;
}

/** The tokens of a quotation with its marks. */
export function quoteRun(frame: Frame, index: number): Run | null {
  const quote = frame.quotes[index];
  if (!quote) return null;
  let lo = 0;
  let hi = frame.tokens.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (frame.tokens[mid]!.start < quote.start) lo = mid + 1;
    else hi = mid;
  }
  const [run] = runsOf(frame.tokens.slice(lo, lo + quote.end - quote.start), [quote]);
  return run ? { first: lo + run.first, last: lo + run.last } : null;
}
