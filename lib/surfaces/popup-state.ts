import { type Ask, codeOf } from '../messaging/client';
import type { Answer, FailureCode, ToBackground } from '../messaging/protocol';
import type { AnnotationRecord } from '../model/annotation';
import type { ArticleCorrection } from '../model/article';
import { DEFAULT_SETTINGS, type Settings, type SiteRule } from '../model/settings';
import { FRESH_WATCH, type StoreWatch } from '../model/store-watch';
import { inPageOrder } from '../notes/page-list';
import { withAdder, withRule } from '../notes/site-rule';
import { toldWhenSilent } from './first-answer';
import { NoteChanges } from './note-changes';
import { type FinderParts, NoteFinder } from './note-finder';
import type { CanMove, PopupData, PopupOrder } from './popup-data';
import { StoreTrouble } from './store-trouble';
import { storedItems } from './stored-items';

type Status = Answer<ToBackground, 'page.status'>;

/** What the popup reads by itself; tests give their own. */
export interface PopupParts {
  /** Id of the tab in front. */
  readonly activeTab: () => Promise<number | null>;
  readonly ask: Ask<ToBackground>;
  /** What is known of the page of a tab, and the reader's settings: read without the background, which may be asleep. */
  readonly status: (tabId: number) => Promise<Status>;
  readonly articleKey: (tabId: number) => Promise<string | null>;
  readonly settings: () => Promise<Settings>;
  readonly finder: FinderParts;
  readonly watchArticle: WatchNotes;
  readonly watchChanges: (onChanges: (canMove: CanMove) => void) => () => void;
  /** What was remembered of the database when it was last looked at. */
  readonly knownWatch: () => Promise<StoreWatch>;
  /** The same after a look. */
  readonly readWatch: () => Promise<StoreWatch>;
  /** The note whose editing was broken off last, or null. */
  readonly unfinished: () => Promise<AnnotationRecord | null>;
}

/** Reads notes live: calls back now and after every change. The function it returns ends it. */
export type WatchNotes = (
  query: string,
  onNotes: (notes: readonly AnnotationRecord[]) => void,
  onFailure: (code: FailureCode) => void,
) => () => void;

const ASK_AGAIN_MS = 500;
const ASK_AGAIN_TIMES = 10;
/**
 * For so long the list, once it is known, waits for what stands above it. Longer is a wait for whoever looks for a note; shorter
 * puts the page below it too often. Where there are no notes nobody looks for one.
 */
const PATIENCE_MS = { some: 400, none: 1500 };

/** Gathers what the popup shows: the tab's status by message, the notes by live query. */
export class PopupState {
  #status: Status | null = null;
  #pageFailure: FailureCode | null = null;
  #isTryingAgain = false;
  #here: readonly AnnotationRecord[] = [];
  #settings: Settings = DEFAULT_SETTINGS;
  readonly #trouble = new StoreTrouble();
  #canMove: CanMove = { undo: null, redo: null };
  #storeWatch: StoreWatch = FRESH_WATCH;
  readonly changes: NoteChanges;
  readonly finder: NoteFinder;
  #tabId: number | null = null;
  #hasLookedBack = false;
  #isSettled = false;
  #pagePlace: PopupOrder['pagePlace'] = null;
  #hasPatience = true;
  #waiting: ReturnType<typeof setTimeout> | null = null;
  #hasList = false;
  /** What stands in the list or above it and is still being read. */
  #awaited = new Set(['watch', 'unfinished']);
  /** Whether the page will not be known any better. */
  #isPageOver = false;
  #isLossLate = false;
  #stopHere: () => void = () => {};
  #stopChanges: () => void = () => {};
  #hereOf: string | null = null;
  #hereKnown: Promise<void> = Promise.resolve();
  readonly #ask: Ask<ToBackground>;
  readonly #parts: PopupParts;
  readonly #show: (data: PopupData) => void;

  constructor(parts: PopupParts, show: (data: PopupData) => void) {
    this.#ask = parts.ask;
    this.#parts = parts;
    this.#show = show;
    this.changes = new NoteChanges(parts.ask, () => this.#render());
    this.finder = new NoteFinder(
      parts.finder,
      () => {
        if (!this.finder.isReading) this.#haveList();
        this.#render();
      },
      (code) => {
        if (code !== null) this.#haveList();
        this.#setFailure(code);
      },
    );
  }

  async start(): Promise<void> {
    this.#readStore();
    void this.#readBefore();
    // The database is asked for before the first words are drawn: it opens meanwhile.
    await new Promise((asked) => setTimeout(asked));
    this.#render();
    // Both are asked at once, and the page is shown when both are known.
    const settings = this.#parts.settings();
    this.#tabId = await this.#parts.activeTab();
    void this.#readHere(this.#tabId);
    await this.#refresh(ASK_AGAIN_TIMES, settings);
  }

  #readStore(): void {
    this.finder.start();
    this.#stopChanges();
    this.#stopChanges = this.#parts.watchChanges((canMove) => {
      this.#canMove = canMove;
      this.#render();
    });
  }

  /** Reads the notes once more, where they could not be read and that may have passed. */
  async tryStoreAgain(): Promise<void> {
    if (!this.#trouble.startAgain()) return;
    this.#render();
    this.#readStore();
    const key = this.#hereOf;
    this.#hereOf = null;
    await this.#watchHere(key);
  }

  // What is seldom there, and would push the list away if it came after it.
  async #readBefore(): Promise<void> {
    const watch = this.#parts.knownWatch().then((known) => {
      this.#storeWatch = known;
    });
    const unfinished = this.#parts.unfinished().then(async (record) => {
      if (record && this.changes.editing === null) await this.changes.edit(record);
    });
    // Each is drawn without where it cannot be read: why is told by the list.
    void watch.catch(() => undefined).then(() => this.#arrive('watch'));
    void unfinished.catch(() => undefined).then(() => this.#arrive('unfinished'));
  }

  #arrive(what: string): void {
    this.#awaited.delete(what);
    this.#render();
  }

  #losePatience(): void {
    this.#hasPatience = false;
    this.#pagePlace ??= 'below';
    this.#render();
  }

  // Nothing more will be known of the page.
  #endPage(): void {
    this.#isPageOver = true;
    this.#pagePlace ??= 'above';
    this.#render();
  }

  /** The notes of the page stand above the list: they are read before the page is shown. */
  #watchHere(key: string | null): Promise<void> {
    if (key === this.#hereOf) return this.#hereKnown;
    this.#stopHere();
    this.#hereOf = key;
    this.#here = [];
    this.#hereKnown = key === null ? Promise.resolve() : this.#readNotesOf(key);
    return this.#hereKnown;
  }

  // Beside all that is asked of the page, which takes as long.
  async #readHere(tabId: number | null): Promise<void> {
    const key = tabId === null ? null : await this.#parts.articleKey(tabId).catch(() => null);
    if (key !== null && this.#hereOf === null) await this.#watchHere(key);
  }

  #readNotesOf(key: string): Promise<void> {
    return new Promise((known) => {
      this.#stopHere = this.#parts.watchArticle(
        key,
        (notes) => {
          this.#here = notes;
          known();
          // Before the page is shown nothing of this is.
          if (this.#status !== null) this.#render();
        },
        (code) => {
          known();
          this.#setFailure(code);
        },
      );
    });
  }

  /** The tab in front; null until it is known. */
  get tabId(): number | null {
    return this.#tabId;
  }

  async change(change: Partial<Settings>): Promise<void> {
    this.#settings = { ...this.#settings, ...change };
    this.#render();
    this.#settings = (await this.#ask({ type: 'settings.change', change })).settings;
    this.#render();
  }

  /** Sets the rule of the site in front. */
  async setSiteRule(host: string, rule: SiteRule): Promise<void> {
    await this.change({ sites: withRule(this.#settings.sites, host, rule) });
    // A site that was opened is read now; one that was closed says so.
    await this.#refresh(ASK_AGAIN_TIMES);
  }

  /** Shows the adder on a site, or no more. */
  async setAdder(host: string, isShown: boolean): Promise<void> {
    await this.change({ adderOff: withAdder(this.#settings.adderOff, host, isShown) });
  }

  /** Reads the tab because the reader asked. */
  async read(): Promise<void> {
    if (this.#tabId === null) return;
    await this.#ask({ type: 'page.read', tabId: this.#tabId });
    await this.#refresh(ASK_AGAIN_TIMES);
  }

  /** Looks at the page once more, where nothing could be known of it. */
  async tryAgain(): Promise<void> {
    this.#isTryingAgain = true;
    this.#render();
    this.#tabId ??= await this.#parts.activeTab();
    await this.#refresh(ASK_AGAIN_TIMES, this.#parts.settings());
  }

  async openNote(id: string): Promise<void> {
    await this.#ask({ type: 'notes.open', id });
  }

  /** Dims all but attributed speech on the page, or lifts that. */
  async toggleSaysView(): Promise<void> {
    if (this.#tabId === null) return;
    await this.#ask({ type: 'page.says', tabId: this.#tabId });
    await this.#refresh(0);
  }

  /** Switches the reading keys of the page on or off. */
  async toggleKeys(): Promise<void> {
    if (this.#tabId !== null) await this.#ask({ type: 'page.keys', tabId: this.#tabId });
  }

  /** Keeps the article in front, without a note. */
  async keep(): Promise<void> {
    const tabId = this.#tabId;
    if (tabId === null) return;
    await this.changes.attempt('toast_kept', () => this.#ask({ type: 'article.keep', tabId }));
    await this.#refresh(0);
  }

  /** Corrects what is known of the article in front. */
  async correctArticle(correction: ArticleCorrection): Promise<void> {
    const tabId = this.#tabId;
    if (tabId === null) return;
    await this.changes.attempt('toast_corrected', () =>
      this.#ask({ type: 'article.correct', tabId, correction }),
    );
    await this.#refresh(0);
  }

  /** Opens the editor in the page for a note on the page as a whole. */
  async notePage(): Promise<void> {
    if (this.#tabId !== null) await this.#ask({ type: 'page.note', tabId: this.#tabId });
  }

  /** The record of a note that is shown. */
  recordOf(id: string): AnnotationRecord | undefined {
    const found = this.finder.data.notes.find((note) => note.id === id);
    return found?.record ?? this.#here.find((record) => record.id === id);
  }

  /** Settles a conflict: the chosen version replaces all that were seen. */
  async settle(id: string, version: number): Promise<void> {
    const record = this.recordOf(id);
    if (record) await this.changes.settle(record, version);
  }

  // The list is known, or that there is none to be had.
  #haveList(): void {
    const patience = this.finder.data.notes.length > 0 ? PATIENCE_MS.some : PATIENCE_MS.none;
    this.#waiting ??= setTimeout(() => this.#losePatience(), patience);
    this.#lookBackOnce();
  }

  // After the list: whether notes were lost is found by counting them, and the list would wait for that.
  #lookBackOnce(): void {
    if (this.#hasLookedBack) return;
    this.#hasLookedBack = true;
    void this.#lookBack();
  }

  // A loss is said. That a file is due, which is no news, waits for the next time.
  async #lookBack(): Promise<void> {
    const { lost } = await this.#parts.readWatch();
    this.#isLossLate = lost !== null && this.#storeWatch.lost === null;
    this.#storeWatch = { ...this.#storeWatch, lost };
    this.#isSettled = true;
    this.#render();
  }

  // A page that is just being read answers with more a moment later.
  async #refresh(times: number, settings?: Promise<Settings>): Promise<void> {
    const tabId = this.#tabId;
    const status = tabId === null ? null : this.#parts.status(tabId);
    try {
      if (settings) this.#settings = await settings;
      if (status === null) return this.#failPage('failed');
      await this.#take(await toldWhenSilent(status, () => this.#failPage('unreachable')), times);
    } catch (error) {
      this.#failPage(codeOf(error));
    }
  }

  async #take(known: Status, times: number): Promise<void> {
    const isAskedAgain = known.isComing && times > 0;
    if (isAskedAgain) this.#refreshLater(times);
    // What is half known would grow, and push away what stands below it.
    if (isAskedAgain && this.#status === null) return;
    await this.#watchHere(known.articleKey);
    this.#status = known;
    this.#pageFailure = null;
    this.#isTryingAgain = false;
    this.#endPage();
  }

  #failPage(code: FailureCode): void {
    this.#pageFailure = code;
    this.#isTryingAgain = false;
    this.#endPage();
  }

  // While nothing is drawn each moment counts.
  #refreshLater(times: number): void {
    const share = this.#hasPatience ? 1 / 5 : 1;
    setTimeout(() => void this.#refresh(times - share), ASK_AGAIN_MS * share);
  }

  #orderNow(): PopupOrder {
    const isFailing = this.#trouble.data.storeFailure !== null;
    const isListed = !this.finder.isReading || isFailing;
    const isReady = isListed && (this.#awaited.size === 0 || !this.#hasPatience || isFailing);
    // Once it stands it stays.
    this.#hasList ||= this.#pagePlace !== null && isReady;
    return {
      pagePlace: this.#pagePlace,
      hasList: this.#hasList,
      isPageOver: this.#isPageOver,
      isLossLate: this.#isLossLate,
    };
  }

  #setFailure(code: FailureCode | null): void {
    this.#trouble.hear(code);
    this.#render();
  }

  #render(): void {
    this.#show({
      status: this.#status,
      pageFailure: this.#pageFailure,
      isTryingAgain: this.#isTryingAgain,
      here: inPageOrder(storedItems(this.#here)),
      finder: this.finder.data,
      settings: this.#settings,
      ...this.#trouble.data,
      changes: this.changes,
      canMove: this.#canMove,
      watch: this.#storeWatch,
      isSettled: this.#isSettled,
      order: this.#orderNow(),
    });
  }
}
