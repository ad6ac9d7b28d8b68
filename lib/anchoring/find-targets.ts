import type { Target } from '../model/annotation';
import type { Block } from '../model/article';
import type { Span } from '../model/span';
import { alignmentWith, type KeptVersion, type VersionAlignment } from './align-versions';
import type { Choice } from './choose-candidate';
import { type Candidate, changedCandidates, exactCandidates } from './find-candidates';
import { isEnough, type Judged, judge } from './judge-candidates';
import { PageIndex } from './page-index';
import { type Pattern, toPattern } from './pattern';
import { chooseUnrefused, refusedPlaces } from './refused-places';

/**
 * What became of a passage. `exact`: the same words in the same surroundings; `moved`: the same words elsewhere;
 * `changed`: other words in their place; `uncertain`: perhaps here, to be asked and not painted; `gone`: not found.
 */
export type AnchorState = 'exact' | 'moved' | 'changed' | 'uncertain' | 'gone';

/** Where a note's passage is now: `span` counts UTF-16 units of the page's text and is null when gone; `score` 0…1. */
export interface Anchor {
  readonly id: string;
  readonly state: AnchorState;
  readonly span: Span | null;
  readonly score: number;
}

/** A note's target under the note's id. */
export interface IdentifiedTarget {
  readonly id: string;
  readonly target: Target;
}

const gone = (id: string): Anchor => ({ id, state: 'gone', span: null, score: 0 });

/** The stored offsets, where the text is the very version they count in and the words agree. */
function atStoredPosition(index: PageIndex, version: string | null, target: Target): Span | null {
  const { start, end, version: stored } = target.position;
  if (stored === null || stored !== version) return null;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start) return null;
  const isThere = end <= index.raw.length && index.raw.slice(start, end) === target.quote.exact;
  return isThere ? { start, end } : null;
}

function isPlain(pattern: Pattern, candidate: Candidate): boolean {
  const length = pattern.prefix.length + pattern.suffix.length;
  return candidate.left.score + candidate.right.score >= 0.8 * length;
}

function candidatesOf(index: PageIndex, pattern: Pattern, alignment: VersionAlignment | null): Judged[] {
  const exact = exactCandidates(index, pattern);
  const all = exact.some((candidate) => isPlain(pattern, candidate))
    ? exact
    : [...exact, ...changedCandidates(index, pattern, exact)];
  return all
    .map((candidate) => judge(index, pattern, candidate, alignment))
    .filter((judged) => isEnough(pattern, judged));
}

/** One note on its way: its pattern and every place that has evidence enough. */
interface Search {
  readonly id: string;
  readonly pattern: Pattern;
  readonly candidates: readonly Judged[];
  readonly refused: readonly Span[];
  readonly choice: Choice | null;
}

function toAnchor(index: PageIndex, { id, pattern }: Search, choice: Choice | null): Anchor {
  if (!choice) return gone(id);
  const { best, isClear } = choice;
  const context = best.left.score + best.right.score;
  const available = pattern.prefix.length + pattern.suffix.length;
  const surroundings = available === 0 ? 1 : context / available;
  const isSame = index.text.slice(best.start, best.end) === pattern.quote;
  const state = !isClear ? 'uncertain' : !isSame ? 'changed' : surroundings >= 0.4 ? 'exact' : 'moved';
  return { id, state, span: index.toRaw(best), score: best.likeness * (0.5 + 0.5 * surroundings) };
}

/** A pair of offsets of the same place: in the version a note was made on, and here. */
type Landmark = readonly [before: number, now: number];

/** Where an old offset should be now, judging by the nearest note on each side that was found beyond doubt. */
function expectedAt(before: number, landmarks: readonly Landmark[]): number {
  let nearest: Landmark | null = null;
  for (const landmark of landmarks) {
    if (!nearest || Math.abs(landmark[0] - before) < Math.abs(nearest[0] - before)) nearest = landmark;
  }
  return nearest ? before + nearest[1] - nearest[0] : before;
}

/** Anchors note by note and yields after each, so that the caller can let the page breathe. */
export function* anchorSteps(
  index: PageIndex,
  version: string | null,
  targets: readonly IdentifiedTarget[],
  kept: readonly KeptVersion[] = [],
): Generator<void, Anchor[]> {
  const anchors = new Map<string, Anchor>();
  const open: Search[] = [];
  const landmarks: Landmark[] = [];
  for (const { id, target } of targets) {
    const stored = atStoredPosition(index, version, target);
    const pattern = stored ? null : toPattern(target);
    if (stored) anchors.set(id, { id, state: 'exact', span: stored, score: 1 });
    else if (!pattern) anchors.set(id, gone(id));
    else {
      const made = kept.find(({ hash }) => hash === target.position.version);
      const alignment = made ? yield* alignmentWith(made, index) : null;
      const candidates = candidatesOf(index, pattern, alignment);
      const refused = refusedPlaces(index, target);
      const choice = chooseUnrefused(candidates, refused, null);
      const search = { id, pattern, candidates, refused, choice };
      if (choice && !choice.isClear) open.push(search);
      else anchors.set(id, toAnchor(index, search, choice));
      if (choice?.isClear) landmarks.push([target.position.start, index.toRaw(choice.best).start]);
    }
    yield;
  }
  for (const search of open) {
    const expected = expectedAt(search.pattern.target.position.start, landmarks);
    const choice = chooseUnrefused(search.candidates, search.refused, index.toFolded(expected));
    anchors.set(search.id, toAnchor(index, search, choice));
    yield;
  }
  return targets.map(({ id }) => anchors.get(id) ?? gone(id));
}

/**
 * Finds the passages of all notes of a page in one pass over one index of its text. `text` and `blocks` are the page's
 * (UTF-16 offsets), `version` is the hash of `text` or null; `kept` are earlier versions of the article, which tell copies
 * and deleted passages apart for the notes made on them. The answers stand in the order of `targets`. Never throws: what
 * cannot be found is `gone`.
 */
export function findTargets(
  text: string,
  blocks: readonly Block[],
  version: string | null,
  targets: readonly IdentifiedTarget[],
  kept: readonly KeptVersion[] = [],
): Anchor[] {
  const steps = anchorSteps(new PageIndex(text, blocks), version, targets, kept);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Longest stretch of work, in milliseconds, before the page gets its turn. */
const SLICE = 16;

/**
 * Like `findTargets`, but awaits `pause` (by default a task of its own) whenever sixteen milliseconds have gone by, so
 * that hundreds of notes on a long page never block it.
 */
export async function findTargetsInSteps(
  text: string,
  blocks: readonly Block[],
  version: string | null,
  targets: readonly IdentifiedTarget[],
  kept: readonly KeptVersion[] = [],
  pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, 0)),
): Promise<Anchor[]> {
  const steps = anchorSteps(new PageIndex(text, blocks), version, targets, kept);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE) continue;
    await pause();
    since = performance.now();
  }
}
