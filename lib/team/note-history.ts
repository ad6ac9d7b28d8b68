import type { AnnotationRecord, AnnotationVersion } from '../model/annotation';
import type { EditPart } from '../model/edit';
import { wordDiff } from '../text/word-diff';

/** One version of a note, and what it changed in the one before it. */
export interface HistoryStep {
  /** The hash of the version. */
  readonly id: string;
  readonly author: string;
  /** ISO 8601. */
  readonly at: string;
  readonly what: 'written' | 'changed' | 'deleted' | 'brought-back';
  /** The words as they changed; of the first version that is known, the words as they are. */
  readonly words: readonly EditPart[];
  readonly tagsAdded: readonly string[];
  readonly tagsRemoved: readonly string[];
}

/**
 * The versions of a note that are known, the last first: those that stand, and those of `earlier` states of the record. Each is
 * compared with the version written before it, by whomever.
 */
export function noteHistory(record: AnnotationRecord, earlier: readonly AnnotationRecord[]): HistoryStep[] {
  const versions = new Map<string, AnnotationVersion>();
  for (const { id, versions: own } of [...earlier, record])
    if (id === record.id) for (const version of own) versions.set(version.hash, version);
  const inOrder = [...versions.values()].sort(
    (a, b) => compare(a.hlc, b.hlc) || compare(a.device, b.device) || a.n - b.n,
  );
  return inOrder.map((version, at) => stepOf(version, inOrder[at - 1] ?? null)).reverse();
}

function stepOf(version: AnnotationVersion, before: AnnotationVersion | null): HistoryStep {
  const [body, was] = [version.body ?? '', before?.body ?? ''];
  const [tags, had] = [version.tags, before?.tags ?? []];
  const same: EditPart[] = body === '' ? [] : [{ kind: 'same', text: body }];
  return {
    id: version.hash,
    author: version.author,
    at: version.updated,
    what: whatOf(version, before),
    words: before === null || body === was ? same : wordDiff(was, body),
    tagsAdded: tags.filter((tag) => !had.includes(tag)),
    tagsRemoved: had.filter((tag) => !tags.includes(tag)),
  };
}

function whatOf(version: AnnotationVersion, before: AnnotationVersion | null): HistoryStep['what'] {
  if (version.deleted) return 'deleted';
  if (before === null) return 'written';
  return before.deleted ? 'brought-back' : 'changed';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
