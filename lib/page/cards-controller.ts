import { rangeBox } from '../marks/measure-ranges';
import type { Ask } from '../messaging/client';
import type { Notice } from '../messaging/notice';
import type { FailureCode, PageToBackground } from '../messaging/protocol';
import type { AnnotationRecord } from '../model/annotation';
import type { ActorCorrection, WordScope } from '../model/word-list';
import { currentVersion, seenWith } from '../team/conflicts';
import { fieldsOf } from '../team/write-version';
import { placeInView, topOfPage } from './card-box';
import { CardStage } from './card-stage';
import type { Box, CardsState } from './cards-view';
import type { PageMark } from './collect-marks';
import { Corrections, deletionKey } from './corrections';
import { currentSelection, type SelectedPassage } from './current-selection';
import { DraftKeeper } from './draft-keeper';
import { MarkWalk } from './mark-walk';
import { NoteWriting } from './note-writing';
import { type Passage, targetOf } from './passage';
import { PlaceCards, type Selected } from './place-cards';
import type { PageSession } from './session';
import type { Cards } from './slots';
import type { Toasts } from './toasts';

/** Runs the cards of one page: adder, note editor, and the cards of actors, claims and notes. */
export class CardsController implements Cards {
  #writing: NoteWriting | null = null;
  readonly #window: Window;
  readonly #session: PageSession;
  readonly #ask: Ask<PageToBackground>;
  readonly #corrections: Corrections;
  readonly #stage: CardStage;
  /** The cards by which a note is given a passage. */
  readonly places: PlaceCards;
  readonly #walk: MarkWalk;
  readonly #drafts = new DraftKeeper((failure, isTold) => this.#tellDraft(failure, isTold));

  constructor(
    window: Window,
    session: PageSession,
    ask: Ask<PageToBackground>,
    show: (state: CardsState) => void,
  ) {
    this.#window = window;
    this.#session = session;
    this.#ask = ask;
    this.#stage = new CardStage(window.document, session, show);
    this.#corrections = new Corrections(session, ask);
    this.places = new PlaceCards(this.#stage, session, ask, () => this.#selectedPassage());
    this.#walk = new MarkWalk(() => session.marks, placeInView(window));
  }

  get state(): CardsState {
    return this.#stage.state;
  }

  get toasts(): Toasts {
    return this.#stage.toasts;
  }

  /** Offers to give back what the reader was writing when the page was closed. */
  start(): void {
    const draft = this.#session.draft;
    if (!draft || (draft.body.trim() === '' && draft.tags.length === 0)) return;
    const { article, target, body, tags } = draft;
    const description = this.#session.description?.article ?? null;
    this.#writing = new NoteWriting(this.#ask, { article, target, description });
    this.#writing.write(body, tags);
    this.#stage.open({ kind: 'unfinished', quote: this.#writing.quote, body });
  }

  /** Follows the page's selection: shows the adder beside it, hides it with it. */
  select(selected: SelectedPassage | null): void {
    if (this.#stage.isWriting) return;
    const isOffered = !this.#session.settings.adderOff.includes(this.#window.location.hostname);
    if (selected && isOffered && this.#stage.card.kind !== 'lost')
      this.#stage.open({ kind: 'adder', box: selected.box });
    else if (this.#stage.card.kind === 'adder') this.#stage.clear();
  }

  begin(): boolean {
    if (this.#stage.card.kind === 'editor') return true;
    const selected = this.#selected();
    if (selected === 'rewritten') return false;
    return this.#beginOn(selected?.passage ?? null, selected?.box ?? topOfPage(this.#window));
  }

  /** Begins a note on what the open card is about, else on the selection or the page; opens a note whose card is open. */
  noteHere(): void {
    const { card } = this.#stage;
    if (card.kind === 'claim') this.noteOnClaim();
    else if (card.kind === 'note') this.editNote();
    else if (card.kind === 'actor') this.#noteOnActor(card.id, card.mention, card.box);
    else this.begin();
  }

  /** Begins a note on a claim's content. */
  noteOnClaim(): void {
    const { card } = this.#stage;
    if (card.kind !== 'claim') return;
    const passage = this.#passageOfClaim(card.id);
    if (passage) this.#beginOn(passage, card.box);
  }

  /** Takes a claim away that is none; the toast offers to take that back. */
  async markClaimWrong(): Promise<void> {
    const { card } = this.#stage;
    const passage = card.kind === 'claim' ? this.#passageOfClaim(card.id) : null;
    if (!passage) return;
    if (await this.toasts.attempt('toast_corrected', () => this.#corrections.markWrong(passage)))
      this.close();
  }

  /** Corrects the actor whose card is open, at once and wherever `scope` says; the toast offers to take that back. */
  async correctActor(correction: ActorCorrection, scope: WordScope): Promise<void> {
    const { card } = this.#stage;
    if (card.kind !== 'actor') return;
    const { id, mention } = card;
    const teach = () => this.#corrections.teach(id, mention, correction, scope);
    if (await this.toasts.attempt('toast_corrected', teach)) this.close();
  }

  /** Marks the selection without words. */
  async highlight(): Promise<void> {
    const selected = this.#selectedPassage();
    const writing = selected && this.#startWriting(selected.passage);
    if (!writing) return;
    this.#stage.clear();
    const saved = await writing.save();
    if (typeof saved === 'string') return this.toasts.fail(saved);
    await this.#session.applyNote(saved);
    this.#session.windows.unselect();
  }

  /** Takes over what was typed; it is kept as a draft shortly after. */
  write(body: string, tags: readonly string[]): void {
    const { card } = this.#stage;
    if (card.kind !== 'editor' || !this.#writing) return;
    this.#writing.write(body, tags);
    this.#stage.open({ ...card, body, tags, step: 'writing', failure: null });
    this.#drafts.keepSoon(this.#writing);
  }

  async save(): Promise<void> {
    const { card } = this.#stage;
    const writing = this.#writing;
    if (card.kind !== 'editor' || card.step === 'saving' || !writing) return;
    this.#drafts.stop();
    this.#stage.open({ ...card, step: 'saving', failure: null });
    const saved = await writing.save();
    if (typeof saved === 'string') return this.#stage.open({ ...card, step: 'failed', failure: saved });
    await this.#session.applyNote(saved).catch(() => undefined);
    // What was selected is marked now; a selection that stayed would bring the adder back at once.
    this.#session.windows.unselect();
    this.close();
    this.toasts.tell('toast_saved');
  }

  /** Esc: what was typed stays as a draft and is offered again; any other card simply closes. */
  async dismiss(): Promise<void> {
    this.#drafts.stop();
    const writing = this.#writing;
    if (this.#stage.card.kind !== 'editor' || !writing || writing.isEmpty) return this.close();
    if (!(await this.#drafts.keep(writing))) return;
    this.#session.layer.ring(null);
    this.#stage.open({ kind: 'unfinished', quote: writing.quote, body: writing.body });
    this.#stage.lendFocus();
  }

  /** Goes on with the unfinished note that was offered. */
  resume(): void {
    if (this.#stage.card.kind === 'unfinished') this.#edit(topOfPage(this.#window));
  }

  /** Throws the unfinished note away. */
  async discard(): Promise<void> {
    await this.#writing?.dropDraft();
    this.close();
  }

  /** Opens the card of a mark; `isPinned` by click or key, so that it stays when the pointer leaves. */
  openMark(mark: PageMark, box: Box, isPinned: boolean): void {
    // The adder stands for a selection; a pointer that merely rests must not take it away.
    if (this.#stage.isWriting || (this.#stage.card.kind === 'adder' && !isPinned)) return;
    const { kind, id, mention } = mark;
    this.#stage.open(kind === 'actor' ? { kind, box, id, mention, isPinned } : { kind, box, id, isPinned });
  }

  /** Closes a card that only the pointer held open. */
  release(): void {
    const { card } = this.#stage;
    if ('isPinned' in card && !card.isPinned) this.close();
  }

  walk(step: 1 | -1, kind: PageMark['kind'] | null = null): boolean {
    const mark = this.#stage.isWriting ? null : this.#walk.step(step, kind);
    if (!mark) return false;
    this.#stage.rememberFocus();
    return this.#stage.openAt(mark.ranges, (box) => this.openMark(mark, box, true));
  }

  /** Goes to another mention of the actor whose card is open. */
  goToMention(index: number): void {
    const { card } = this.#stage;
    if (card.kind !== 'actor') return;
    const mention = this.#session.findings.actors.find(({ id }) => id === card.id)?.mentions[index];
    const ranges = mention ? this.#session.articleRanges(mention) : [];
    const first = ranges[0];
    if (!first) return;
    this.#stage.point(ranges);
    this.#stage.open({ ...card, box: rangeBox(first), mention: index, isPinned: true });
  }

  /** Opens the card of a claim and shows its passage. */
  goToClaim(id: string): void {
    const claim = this.#session.findings.claims.find((candidate) => candidate.id === id);
    const ranges = claim ? this.#session.articleRanges(claim) : [];
    this.#stage.openAt(ranges, (box) => this.#stage.open({ kind: 'claim', box, id, isPinned: true }));
  }

  /** Opens the editor on the note whose card is open. */
  editNote(): void {
    const { card } = this.#stage;
    const record = card.kind === 'note' ? this.#recordOf(card.id) : null;
    const version = record && currentVersion(record);
    if (card.kind !== 'note' || !record || !version) return;
    this.#writing = new NoteWriting(this.#ask, {
      article: version.article,
      target: version.target,
      description: null,
      edited: { id: record.id, seen: seenWith(record, version), fields: fieldsOf(version) },
    });
    this.#edit(card.box);
  }

  /** Deletes the note whose card is open; the toast offers to take it back. */
  async deleteNote(): Promise<void> {
    const { card } = this.#stage;
    const record = card.kind === 'note' ? this.#recordOf(card.id) : null;
    if (!record) return;
    if (await this.toasts.attempt(deletionKey(record), () => this.#corrections.remove(record))) this.close();
  }

  /** Says something in the one live region. */
  tell(key: Notice['key']): void {
    this.toasts.tell(key);
  }

  /** Closes a card that stands for a mark; false where there is none, or one that the reader is writing in. */
  closeCard(): boolean {
    if (this.#stage.card.kind === 'nothing' || this.#stage.isWriting) return false;
    this.close();
    return true;
  }

  /** Closes whatever is open and gives the focus back. */
  close(): void {
    this.#drafts.stop();
    this.#writing = null;
    this.#stage.close();
  }

  #selectedPassage(): Selected | null {
    const selected = this.#selected();
    return selected === 'rewritten' ? null : selected;
  }

  /** The passage that is selected; the reader is told where the page no longer reads so. */
  #selected(): Selected | 'rewritten' | null {
    const selected = currentSelection(this.#session.windows);
    const passage = selected && this.#session.passageOf(selected);
    if (selected && passage) return { passage, box: selected.box };
    // The adder stands for words: a page that takes them away takes the selection along, before the adder.
    if (!selected && this.#stage.card.kind !== 'adder') return null;
    this.toasts.tell('toast_not_on_page');
    return 'rewritten';
  }

  #noteOnActor(id: string, at: number, box: Box): void {
    const mention = this.#session.findings.actors.find((actor) => actor.id === id)?.mentions[at];
    const passage = mention ? this.#session.articlePassage(mention) : null;
    if (passage) this.#beginOn(passage, box);
  }

  #beginOn(passage: Passage | null, box: Box): boolean {
    this.#writing = this.#startWriting(passage);
    if (!this.#writing) return false;
    // The selection is lost to the field; what is written about stays in sight.
    this.#session.layer.ring(passage && this.#session.rangesOf(passage));
    this.#edit(box);
    return true;
  }

  #startWriting(passage: Passage | null): NoteWriting | null {
    const article = this.#session.articleKey;
    if (article === null) return null;
    const description = (passage?.reading ?? this.#session.description)?.article ?? null;
    return new NoteWriting(this.#ask, { article, target: passage && targetOf(passage), description });
  }

  #edit(box: Box): void {
    const writing = this.#writing;
    if (!writing) return;
    this.#stage.rememberFocus();
    const { quote, body, tags } = writing;
    this.#stage.open({ kind: 'editor', box, quote, body, tags, step: 'writing', failure: null });
  }

  /** Says what became of a draft, where that is still of interest. */
  #tellDraft(failure: FailureCode | null, isTold: boolean): void {
    const { card } = this.#stage;
    if (card.kind !== 'editor' || card.step !== 'writing' || !(isTold || failure)) return;
    this.#stage.open({ ...card, step: failure ? 'failed' : 'draft-kept', failure });
  }

  #recordOf(id: string): AnnotationRecord | null {
    return this.#session.notes.find((note) => note.record.id === id)?.record ?? null;
  }

  #passageOfClaim(id: string): Passage | null {
    const claim = this.#session.findings.claims.find((candidate) => candidate.id === id);
    return claim ? this.#session.articlePassage(claim) : null;
  }
}
