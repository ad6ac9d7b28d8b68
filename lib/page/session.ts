import { storyFrames } from '../article/story-frames';
import { NOT_A_CLAIM, withoutWrong } from '../claims/apply-corrections';
import { attributedSpans } from '../claims/shown-claims';
import { type Ask, watchedAsk } from '../messaging/client';
import type { Findings, PageReport, PageToBackground, PlacedNote } from '../messaging/protocol';
import type { AnnotationRecord } from '../model/annotation';
import type { Detection } from '../model/article';
import type { Draft } from '../model/draft';
import { DEFAULT_SETTINGS, type Settings } from '../model/settings';
import type { Span } from '../model/span';
import { currentVersion, isDeleted } from '../team/conflicts';
import { isCorrection } from '../team/list-record';
import { collectMarks, type LiveNote, type PageMaps, type PageMark } from './collect-marks';
import type { SelectedPassage } from './current-selection';
import type { MarkLayer } from './mark-layer';
import { PageWindows } from './page-windows';
import { holdsWords, type Passage, spanOf } from './passage';
import { isMoved, printedNotes } from './placed-notes';
import { isSameReading, type PageReading, readDocument, readPage } from './read-page';

const NOTHING: Findings = { actors: [], claims: [], language: 'en' };

/**
 * One page while it is open: its text, what was found in it, its notes and their marks. It talks to the background
 * by messages and to the page only through the mark layer; it never changes the page's own elements.
 */
export class PageSession {
  #article: PageReading | null = null;
  #document: PageReading | null = null;
  #findings: Findings = NOTHING;
  #notes: readonly LiveNote[] = [];
  #settings: Settings = DEFAULT_SETTINGS;
  #versions: { article: string | null; document: string | null } = { article: null, document: null };
  #articleKey: string | null = null;
  #draft: Draft | null = null;
  #tellDraft: (() => void) | null = null;
  #detection: Detection | null = null;
  #isSaysView = false;
  /** Counts looks at the page, the last of which holds, and readings sent away, the last of which is waited for. */
  #looks = 0;
  #run = 0;
  readonly #window: Window;
  readonly #ask: Ask<PageToBackground>;
  readonly #isWaiting: () => boolean;
  /** Where the reader points and selects. */
  readonly windows: PageWindows;
  /** Draws this page's marks. */
  readonly layer: MarkLayer;

  constructor(window: Window, ask: Ask<PageToBackground>, layer: MarkLayer) {
    this.#window = window;
    ({ ask: this.#ask, isWaiting: this.#isWaiting } = watchedAsk(ask));
    this.windows = new PageWindows(window);
    this.layer = layer;
  }

  /** Key under which the page's notes are kept; null where a page can carry none. */
  get articleKey(): string | null {
    return this.#articleKey;
  }

  /** The note the reader was writing when this page was last closed. */
  get draft(): Draft | null {
    return this.#draft;
  }

  /** Calls `then` where an unfinished note waits: now, or after the look that finds it, for the answer to an earlier one may be dropped. */
  onDraft(then: () => void): void {
    this.#tellDraft = then;
    if (this.#draft) then();
  }

  /** The page's notes and highlights; corrections are applied to the findings instead. */
  get notes(): readonly LiveNote[] {
    return this.#notes.filter(({ record }) => !isCorrection(record));
  }

  get settings(): Settings {
    return this.#settings;
  }

  /**
   * Reads the page, has it analysed and shows what was found. Called again when the page has changed; a page whose
   * text and nodes are the same is left alone, and an answer that comes too late is dropped.
   */
  async read(detection: Detection | null): Promise<void> {
    const look = ++this.#looks;
    this.#detection = detection;
    const { document, location } = this.#window;
    const wantsMarks = detection === null || detection.verdict !== 'no';
    const reading = await readPage(document, location.href, wantsMarks, (survey) =>
      this.#ask({ type: 'article.decide', survey }),
    );
    // A look that finds nothing new must not cut off the answer that is still on its way.
    if (look !== this.#looks || this.#isSame(reading)) return;
    const run = ++this.#run;
    this.#followFrames();
    this.#document = reading.base === 'document' ? reading : null;
    this.#article = reading.base === 'article' ? reading : null;
    const answer = await this.#analyse(reading, run);
    if (run !== this.#run) return;
    const { actors, claims, language } = answer;
    this.#findings = { actors, claims, language };
    this.#articleKey = answer.articleKey;
    this.#settings = answer.settings;
    this.#draft = answer.draft;
    this.#versions = { article: null, document: null, [reading.base]: answer.version };
    this.#notes = answer.notes.map((note) => ({ ...note, base: reading.base }));
    if (answer.elsewhere > 0) await this.#locateElsewhere();
    this.render();
    if (this.#draft) this.#tellDraft?.();
    if (answer.show) this.#showOnArrival(answer.show);
  }

  // Frames of the page's own origin are read with it; the style of the marks does not reach into them by itself.
  #followFrames(): void {
    const isNew = this.windows.follow(storyFrames(this.#window.document));
    if (isNew) void this.#ask({ type: 'frames.style' }).catch(() => undefined);
  }

  async #analyse({ article, base }: PageReading, run: number) {
    try {
      return await this.#ask({ type: 'page.analyse', article, base });
    } catch (error) {
      // Forgotten, so that the next look at the page asks again.
      if (run === this.#run) {
        this.#article = null;
        this.#document = null;
      }
      throw error;
    }
  }

  /** What the popup is told. */
  describe(detection: Detection | null): PageReport {
    const mode = this.#article ? 'article' : this.#document ? 'document' : 'idle';
    return {
      detection,
      article: this.#article?.article ?? null,
      notes: this.notes,
      mode,
      saysView: this.#isSaysView,
      isReading: this.#isWaiting(),
      ...this.findings,
    };
  }

  /** Removes every mark; the page reads as if we had never been there. */
  clear(): void {
    this.#looks += 1;
    this.#run += 1;
    this.#article = null;
    this.#document = null;
    this.#findings = NOTHING;
    this.#notes = [];
    this.#isSaysView = false;
    this.windows.follow([]);
    this.layer.clear();
  }

  applySettings(settings: Settings): void {
    this.#settings = settings;
    this.render();
  }

  /** Looks for actors and claims anew after the reader has corrected something, here or elsewhere. */
  async findAgain(): Promise<void> {
    const reading = this.#article;
    if (!reading) return;
    const { text, blocks } = reading.article;
    const findings = await this.#ask({ type: 'page.find', text, blocks });
    if (this.#article !== reading) return;
    this.#findings = findings;
    this.render();
  }

  /** Dims all but attributed speech, or lifts that. @returns whether the view is on now */
  toggleSaysView(): boolean {
    this.#isSaysView = this.#article !== null && !this.#isSaysView;
    this.render();
    return this.#isSaysView;
  }

  /** Takes over a note that was saved, changed or removed, here or in another tab. */
  async applyNote(record: AnnotationRecord): Promise<void> {
    const known = this.#notes.find((note) => note.record.id === record.id)?.record;
    if (isDeleted(record)) {
      this.#notes = this.#notes.filter((note) => note.record.id !== record.id);
    } else if (known && !isMoved(known, record)) {
      this.#notes = this.#notes.map((note) => (note.record.id === record.id ? { ...note, record } : note));
    } else {
      await this.#locateAll();
    }
    this.render();
  }

  /** The notes of this page whose passage is not there, or not surely. */
  get lost(): readonly PlacedNote[] {
    return this.#notes.filter(({ state }) => state === 'gone' || state === 'uncertain');
  }

  /** The passage that an uncertain note may belong to; null where there is none. */
  candidateOf(id: string): Passage | null {
    const note = this.#notes.find(({ record, state }) => record.id === id && state === 'uncertain');
    const reading = note?.base === 'article' ? this.#article : this.#document;
    return note?.span && reading ? { reading, span: note.span, version: this.#versions[note.base] } : null;
  }

  /** The words of the passage that an uncertain note may belong to, or null. */
  wordsAt(id: string): string | null {
    const passage = this.candidateOf(id);
    return passage?.reading.article.text.slice(passage.span.start, passage.span.end) ?? null;
  }

  /** Live ranges of a passage. */
  rangesOf({ reading, span }: Passage): Range[] {
    return reading.map.toRanges(span);
  }

  /** Asks for all notes of this page anew and finds their passages. */
  async locateNotes(): Promise<void> {
    await this.#locateAll();
    this.render();
  }

  /** Scrolls to a note's passage and lets it flash; false where the page does not show the passage. */
  show(id: string): boolean {
    const note = this.#notes.find((candidate) => candidate.record.id === id);
    const ranges = note?.span ? this.#mapOf(note.base)?.toRanges(note.span) : undefined;
    if (!ranges?.length) return false;
    this.layer.show(ranges, true);
    return true;
  }

  // Pictures that load and a browser that restores its scroll position move the page once more; then it is shown again.
  #showOnArrival(id: string): void {
    this.show(id);
    if (this.#window.document.readyState === 'complete') return;
    this.#window.addEventListener('load', () => setTimeout(() => this.show(id), 100), { once: true });
  }

  /** The passage that is selected: in the article's text where it lies within, else in the page's. */
  passageOf({ range, words }: Pick<SelectedPassage, 'range' | 'words'>): Passage | null {
    const article = this.#article;
    const inside = article && spanOf(article, range);
    if (inside && holdsWords(article, inside, words)) {
      return { reading: article, span: inside, version: this.#versions.article };
    }
    this.#document ??= this.#readDocument();
    const span = spanOf(this.#document, range);
    if (span) return { reading: this.#document, span, version: this.#versions.document };
    // A page may have rewritten itself since it was read: what counts is what the reader sees.
    const reading = this.#readDocument();
    const now = spanOf(reading, range);
    return now && { reading, span: now, version: null };
  }

  /** The page's description for storing it with its first note. */
  get description(): PageReading | null {
    return this.#article ?? this.#document;
  }

  /** Marks drawn now, in the order of the page. */
  get marks(): readonly PageMark[] {
    return this.layer.marks;
  }

  /** Hash of a text of this page as the background computed it; null until it has. */
  version(base: 'article' | 'document'): string | null {
    return this.#versions[base];
  }

  /** Actors and claims, without the claims that the reader has called wrong. */
  get findings(): Findings {
    const wrong = this.#notes.flatMap(({ record, span, state }) =>
      span && state !== 'uncertain' && currentVersion(record)?.codes.includes(NOT_A_CLAIM) ? [span] : [],
    );
    return { ...this.#findings, claims: withoutWrong(this.#findings.claims, wrong) };
  }

  /** Live ranges of a span of the article's text. */
  articleRanges(span: Span): Range[] {
    return this.#article?.map.toRanges(span) ?? [];
  }

  /** A span of the article's text as a passage to annotate; null on a page whose article was not read. */
  articlePassage(span: Span): Passage | null {
    return this.#article && { reading: this.#article, span, version: this.#versions.article };
  }

  /** The article's words in a span, as its text has them. */
  wordsOf(span: Span): string {
    return this.#article?.article.text.slice(span.start, span.end) ?? '';
  }

  render(): void {
    const maps: PageMaps = { article: this.#article?.map ?? null, document: this.#document?.map ?? null };
    const { findings, settings } = this;
    this.layer.draw(collectMarks(findings, this.notes, settings, maps), settings, maps);
    this.layer.print(printedNotes(this.notes));
    this.layer.dim(this.#isSaysView && settings.marksOn ? this.#attributed() : null);
  }

  /** Everything that somebody is said to have said, with the words that name who, in live ranges. */
  #attributed(): Range[] {
    return attributedSpans(this.findings.claims, this.#settings).flatMap((span) => this.articleRanges(span));
  }

  #readDocument(): PageReading {
    const { document, location } = this.#window;
    return readDocument(document, location.href, this.#article?.article);
  }

  #mapOf(base: 'article' | 'document') {
    return (base === 'article' ? this.#article : this.#document)?.map;
  }

  #isSame(next: PageReading): boolean {
    return isSameReading(next.base === 'article' ? this.#article : this.#document, next);
  }

  async #locateAll(): Promise<void> {
    const main = this.#article ?? this.#document;
    // On a page that was rewritten meanwhile, passages would be found that nobody sees any more.
    if (main && !main.map.isAlive()) return this.read(this.#detection);
    this.#notes = main ? await this.#locate(main) : [];
    await this.#locateElsewhere();
  }

  async #locateElsewhere(): Promise<void> {
    if (!this.#article) return;
    if (!this.#document?.map.isAlive()) this.#document = this.#readDocument();
    const others = await this.#locate(this.#document);
    this.#notes = [...this.#notes.filter((note) => note.base === 'article'), ...others];
  }

  async #locate(reading: PageReading): Promise<LiveNote[]> {
    const { text, blocks } = reading.article;
    const answer = await this.#ask({ type: 'notes.locate', text, blocks, base: reading.base });
    this.#versions = { ...this.#versions, [reading.base]: answer.version };
    return answer.notes.map((note) => ({ ...note, base: reading.base }));
  }
}
