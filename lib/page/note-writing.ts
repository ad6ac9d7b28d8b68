import { type Ask, codeOf } from '../messaging/client';
import type { FailureCode, PageToBackground } from '../messaging/protocol';
import type { AnnotationFields, AnnotationRecord, Target, VersionContext } from '../model/annotation';
import type { ExtractedArticle } from '../model/article';
import { type Draft, NEW_NOTE } from '../model/draft';
import { changeFields, newAnnotationId, newHighlight, timeAfter } from '../notes/annotation';

/** What a note is being written about, and what was known of it when the writing began. */
export interface WritingStart {
  /** Key of the article. */
  readonly article: string;
  readonly target: Target | null;
  /** The page's description, kept with its first note. */
  readonly description: ExtractedArticle | null;
  /** The note being edited; absent for a new one. */
  readonly edited?: { readonly id: string; readonly seen: VersionContext; readonly fields: AnnotationFields };
}

/**
 * One note while it is written: every word is kept as a draft, and saved under an id that was made at the start, so
 * that saving twice is harmless.
 */
export class NoteWriting {
  readonly id: string;
  #fields: AnnotationFields;
  readonly #start: WritingStart;
  readonly #ask: Ask<PageToBackground>;

  constructor(ask: Ask<PageToBackground>, start: WritingStart) {
    this.#ask = ask;
    this.#start = start;
    this.id = start.edited?.id ?? newAnnotationId();
    this.#fields = start.edited?.fields ?? newHighlight(start, now());
  }

  get quote(): string {
    return this.#fields.target?.quote.exact ?? '';
  }

  get body(): string {
    return this.#fields.body ?? '';
  }

  get tags(): readonly string[] {
    return this.#fields.tags;
  }

  get isEmpty(): boolean {
    return this.body.trim() === '' && this.tags.length === 0;
  }

  write(body: string, tags: readonly string[]): void {
    this.#fields = changeFields(this.#fields, { body: body === '' ? null : body, tags }, now());
  }

  /** Keeps what is written as a draft. @returns why it failed, or null. */
  keepDraft(): Promise<FailureCode | null> {
    const { article, target, edited } = this.#start;
    const draft: Draft = {
      article,
      place: this.#place,
      body: this.body,
      tags: this.tags,
      target,
      updated: edited ? timeAfter(edited.fields.updated, now()) : now(),
    };
    return attempt(() => this.#ask({ type: 'drafts.save', draft }));
  }

  /** Saves the note; its draft goes in the same transaction. @returns the record, or why it failed. */
  async save(): Promise<AnnotationRecord | FailureCode> {
    const { description, edited } = this.#start;
    try {
      const { record } = await this.#ask({
        type: 'notes.save',
        id: this.id,
        seen: edited?.seen ?? {},
        fields: this.#fields,
        article: edited ? null : description,
        draft: this.#place,
      });
      return record;
    } catch (error) {
      return codeOf(error);
    }
  }

  // A draft that stays behind is offered again on the next visit: better than a note lost.
  async dropDraft(): Promise<void> {
    await attempt(() =>
      this.#ask({ type: 'drafts.discard', article: this.#start.article, place: this.#place }),
    );
  }

  get #place(): string {
    return this.#start.edited?.id ?? NEW_NOTE;
  }
}

async function attempt(work: () => Promise<unknown>): Promise<FailureCode | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return codeOf(error);
  }
}

function now(): string {
  return new Date().toISOString();
}
