import { v7 } from 'uuid';
import type { AnnotationFields, Target } from '../model/annotation';

/** What a new annotation is about; `target` null means the page as a whole. */
export interface NewAnnotation {
  /** Key of the article (see `articleKey`). */
  readonly article: string;
  readonly target: Target | null;
  readonly tags?: readonly string[];
}

/** What an edit may change. `body` null takes the text away (a note becomes a highlight). */
export interface AnnotationChange {
  readonly body?: string | null;
  readonly tags?: readonly string[];
  readonly codes?: readonly string[];
  readonly target?: Target | null;
}

/** A new id, UUID v7. Whoever asks for a write makes it and keeps it for every retry, so that a retry is harmless. */
export function newAnnotationId(): string {
  return v7();
}

/** A marked passage without words. `now` is ISO 8601, made where the reader acted and kept for every retry. */
export function newHighlight(what: NewAnnotation, now: string): AnnotationFields {
  return { ...common(what, now), kind: 'highlight' };
}

/** A note in Markdown. `now` as for `newHighlight`. */
export function newNote(what: NewAnnotation & { readonly body: string }, now: string): AnnotationFields {
  return { ...common(what, now), kind: 'note', body: what.body };
}

/** A correction of what an engine found in a passage; `code` says what is wrong. `now` as for `newHighlight`. */
export function newCorrection(what: NewAnnotation, code: string, now: string): AnnotationFields {
  return { ...common(what, now), kind: 'correction', codes: [code] };
}

/** The time of what follows upon `time`: now, or a moment later where the clock was set back in between. ISO 8601. */
export function timeAfter(time: string, now: string): string {
  return now > time ? now : new Date(Date.parse(time) + 1).toISOString();
}

/** The fields after an edit at `now`. A highlight that gets words is a note, a note without words a highlight. */
export function changeFields(
  fields: AnnotationFields,
  change: AnnotationChange,
  now: string,
): AnnotationFields {
  const { body: before, ...rest } = fields;
  const body = change.body === undefined ? before : (change.body ?? undefined);
  const isPlain = fields.kind === 'highlight' || fields.kind === 'note';
  return {
    ...rest,
    kind: isPlain ? (body === undefined || body === '' ? 'highlight' : 'note') : fields.kind,
    target: change.target === undefined ? fields.target : change.target,
    tags: change.tags === undefined ? fields.tags : distinct(change.tags),
    codes: change.codes ?? fields.codes,
    updated: now,
    ...(body === undefined || body === '' ? {} : { body }),
  };
}

function common(what: NewAnnotation, now: string): Omit<AnnotationFields, 'kind'> {
  const tags = distinct(what.tags ?? []);
  return { article: what.article, target: what.target, tags, codes: [], created: now, updated: now };
}

function distinct(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}
