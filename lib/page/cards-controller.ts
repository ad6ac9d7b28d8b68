import { describeTarget } from '../anchoring/describe-target';
import { type Ask, MessageError } from '../messaging/client';
import type { Draft, FailureCode, PageToBackground } from '../messaging/protocol';
import type { AnnotationFields } from '../model/annotation';
import type { ExtractedArticle } from '../model/article';
import { newAnnotationId, newHighlight, newNote } from '../notes/annotation';
import { currentSelection, type SelectedPassage } from './selection-watch';
import type { PageSession, Passage } from './session';
import type { Cards } from './slots';

/** The draft of a note that has not been saved yet has this place; there is one such draft per article. */
const NEW_NOTE = 'new';
const DRAFT_AFTER_MS = 400;

/** What the cards show now. Boxes are in viewport coordinates at the moment of opening (CSS pixels). */
export type CardsView =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'adder'; readonly box: DOMRect }
  | {
      readonly kind: 'editor';
      readonly box: DOMRect;
      readonly quote: string;
      readonly body: string;
      readonly step: 'writing' | 'draft-kept' | 'saving' | 'failed';
      readonly failure: FailureCode | null;
    }
  | { readonly kind: 'unfinished'; readonly quote: string; readonly body: string };

interface Writing {
  readonly id: string;
  readonly fields: AnnotationFields;
  readonly article: ExtractedArticle | null;
}

/** Runs the adder and the note editor of one page: selection → passage → draft → saved note. */
export class CardsController implements Cards {
  #view: CardsView = { kind: 'nothing' };
  #writing: Writing | null = null;
  #draftTimer: ReturnType<typeof setTimeout> | undefined;
  #returnFocus: HTMLElement | null = null;
  readonly #window: Window;
  readonly #session: PageSession;
  readonly #ask: Ask<PageToBackground>;
  readonly #show: (view: CardsView) => void;

  constructor(
    window: Window,
    session: PageSession,
    ask: Ask<PageToBackground>,
    show: (view: CardsView) => void,
  ) {
    this.#window = window;
    this.#session = session;
    this.#ask = ask;
    this.#show = show;
  }

  /** Offers to give back what the reader was writing when the page was closed. */
  start(): void {
    const draft = this.#session.draft;
    if (!draft?.fields.body) return;
    this.#writing = {
      id: newAnnotationId(),
      fields: draft.fields,
      article: this.#session.description?.article ?? null,
    };
    this.#set({ kind: 'unfinished', quote: draft.fields.target?.quote.exact ?? '', body: draft.fields.body });
  }

  /** Follows the page's selection: shows the adder beside it, hides it with it. */
  select(selected: SelectedPassage | null): void {
    if (this.#view.kind === 'editor' || this.#view.kind === 'unfinished') return;
    this.#set(selected ? { kind: 'adder', box: selected.box } : { kind: 'nothing' });
  }

  begin(): boolean {
    if (this.#view.kind === 'editor') return true;
    const selected = currentSelection(this.#window);
    const passage = selected ? this.#session.passageOf(selected.range) : null;
    if (selected && !passage) return false;
    const key = this.#session.articleKey;
    if (key === null) return false;
    this.#writing = this.#startWriting(key, passage);
    this.#returnFocus = this.#window.document.activeElement as HTMLElement | null;
    this.#edit(selected?.box ?? topOfPage(this.#window), '');
    return true;
  }

  /** Marks the selection without words. */
  async highlight(): Promise<void> {
    const selected = currentSelection(this.#window);
    const passage = selected ? this.#session.passageOf(selected.range) : null;
    const key = this.#session.articleKey;
    if (!selected || !passage || key === null) return;
    const writing = this.#startWriting(key, passage);
    this.#writing = {
      ...writing,
      fields: newHighlight({ article: key, target: writing.fields.target }, now()),
    };
    this.#set({ kind: 'nothing' });
    const saved = await this.#save();
    if (!saved) this.#edit(selected.box, '', saved);
    else this.#window.getSelection()?.removeAllRanges();
  }

  /** Takes over what was typed; it is kept as a draft shortly after. */
  write(body: string): void {
    const view = this.#view;
    if (view.kind !== 'editor' || !this.#writing) return;
    this.#writing = { ...this.#writing, fields: { ...this.#writing.fields, body } };
    this.#set({ ...view, body, step: 'writing', failure: null });
    clearTimeout(this.#draftTimer);
    this.#draftTimer = setTimeout(() => void this.#keepDraft(), DRAFT_AFTER_MS);
  }

  async save(): Promise<void> {
    const view = this.#view;
    if (view.kind !== 'editor' || view.step === 'saving') return;
    clearTimeout(this.#draftTimer);
    this.#set({ ...view, step: 'saving', failure: null });
    if (await this.#save()) this.#leave();
  }

  /** Closes the editor; what was typed stays as a draft. */
  async close(): Promise<void> {
    const hadText = this.#view.kind === 'editor' && this.#view.body.trim() !== '';
    clearTimeout(this.#draftTimer);
    if (hadText && !(await this.#keepDraft())) return;
    if (hadText) this.#offerAgain();
    else this.#leave();
  }

  /** Goes on with the unfinished note that was offered. */
  resume(): void {
    if (this.#view.kind !== 'unfinished') return;
    this.#edit(topOfPage(this.#window), this.#view.body);
  }

  /** Throws the unfinished note away. */
  async discard(): Promise<void> {
    await this.#dropDraft();
    this.#leave();
  }

  #startWriting(key: string, passage: Passage | null): Writing {
    const article = passage?.reading.article ?? this.#session.description?.article ?? null;
    const target =
      passage &&
      describeTarget(
        passage.reading.article.text,
        passage.reading.article.blocks,
        passage.span,
        passage.version,
        passage.reading.base,
      );
    return { id: newAnnotationId(), fields: newNote({ article: key, target, body: '' }, now()), article };
  }

  #edit(box: DOMRect, body: string, saved = true): void {
    const quote = this.#writing?.fields.target?.quote.exact ?? '';
    this.#set({ kind: 'editor', box, quote, body, step: saved ? 'writing' : 'failed', failure: null });
  }

  async #save(): Promise<boolean> {
    if (!this.#writing) return false;
    const { id, fields, article } = this.#writing;
    const stamped = { ...fields, updated: now() };
    this.#writing = { id, article, fields: stamped };
    try {
      const { record } = await this.#ask({ type: 'notes.save', id, seen: {}, fields: stamped, article });
      await this.#session.applyNote(record);
      await this.#dropDraft();
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  async #keepDraft(): Promise<boolean> {
    const writing = this.#writing;
    if (!writing) return true;
    const { article, body } = writing.fields;
    const draft: Draft = { article, place: NEW_NOTE, fields: writing.fields, savedAt: now() };
    try {
      await this.#ask({ type: 'drafts.save', draft });
    } catch (error) {
      this.#fail(error);
      return false;
    }
    if (this.#view.kind === 'editor' && this.#view.body === body && this.#view.step === 'writing') {
      this.#set({ ...this.#view, step: 'draft-kept' });
    }
    return true;
  }

  async #dropDraft(): Promise<void> {
    const article = this.#writing?.fields.article;
    if (!article) return;
    // A draft that stays behind is offered again on the next visit: better than a note lost.
    await this.#ask({ type: 'drafts.discard', article, place: NEW_NOTE }).catch(() => undefined);
  }

  #offerAgain(): void {
    const { target, body = '' } = this.#writing?.fields ?? { target: null };
    this.#set({ kind: 'unfinished', quote: target?.quote.exact ?? '', body });
    this.#returnFocus?.focus?.();
  }

  #fail(error: unknown): void {
    if (this.#view.kind !== 'editor') return;
    const failure = error instanceof MessageError ? error.code : 'failed';
    this.#set({ ...this.#view, step: 'failed', failure });
  }

  #leave(): void {
    this.#writing = null;
    this.#set({ kind: 'nothing' });
    this.#returnFocus?.focus?.();
    this.#returnFocus = null;
  }

  #set(view: CardsView): void {
    this.#view = view;
    this.#show(view);
  }
}

function now(): string {
  return new Date().toISOString();
}

function topOfPage(window: Window): DOMRect {
  return new DOMRect(Math.max(0, window.innerWidth / 2 - 160), 0, 320, 16);
}
