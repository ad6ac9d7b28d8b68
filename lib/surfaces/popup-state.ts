import type { Ask } from '../messaging/client';
import type { Answer, FailureCode, ToBackground } from '../messaging/protocol';
import type { AnnotationRecord } from '../model/annotation';
import type { ArticleCorrection } from '../model/article';
import type { ChangeKind } from '../model/change-kind';
import { DEFAULT_SETTINGS, type Settings, type SiteRule } from '../model/settings';
import { FRESH_WATCH, type StoreWatch } from '../model/store-watch';
import { inPageOrder } from '../notes/page-list';
import { withAdder, withRule } from '../notes/site-rule';
import { isReadable } from '../store/read-only';
import { NoteChanges } from './note-changes';
import { type FinderData, type FinderParts, NoteFinder } from './note-finder';
import { type StoredItem, storedItems } from './stored-items';

type Status = Answer<ToBackground, 'page.status'>;

/** What the popup knows at one moment. */
export interface PopupData {
  /** Null until the tab has answered. */
  readonly status: Status | null;
  /** This page's notes, from top to bottom. */
  readonly here: readonly StoredItem[];
  /** All notes, as the reader looks for them. */
  readonly finder: FinderData;
  readonly settings: Settings;
  readonly storeFailure: FailureCode | null;
  readonly changes: NoteChanges;
  readonly canMove: CanMove;
  readonly watch: StoreWatch;
  /** Whether the list of all notes has been shown, or cannot be. */
  readonly isSettled: boolean;
}

/** What can be taken back next, and made again. */
export interface CanMove {
  readonly undo: ChangeKind | null;
  readonly redo: ChangeKind | null;
}

/** What the popup reads by itself; tests give their own. */
export interface PopupParts {
  /** Id of the tab in front. */
  readonly activeTab: () => Promise<number | null>;
  readonly ask: Ask<ToBackground>;
  readonly finder: FinderParts;
  readonly watchArticle: WatchNotes;
  readonly watchChanges: (onChanges: (canMove: CanMove) => void) => () => void;
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

/** Gathers what the popup shows: the tab's status by message, the notes by live query. */
export class PopupState {
  #status: Status | null = null;
  #here: readonly AnnotationRecord[] = [];
  #settings: Settings = DEFAULT_SETTINGS;
  #storeFailure: FailureCode | null = null;
  #canMove: CanMove = { undo: null, redo: null };
  #storeWatch: StoreWatch = FRESH_WATCH;
  readonly changes: NoteChanges;
  readonly finder: NoteFinder;
  #tabId: number | null = null;
  #hasLookedBack = false;
  #isSettled = false;
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
        if (!this.finder.isReading) this.#lookBackOnce();
        this.#render();
      },
      (code) => {
        if (code !== null) this.#lookBackOnce();
        this.#setFailure(code);
      },
    );
  }

  async start(): Promise<void> {
    this.finder.start();
    this.#parts.watchChanges((canMove) => {
      this.#canMove = canMove;
      this.#render();
    });
    // The database is asked for before the first words are drawn: it opens meanwhile.
    await new Promise((asked) => setTimeout(asked));
    this.#render();
    // Both are asked at once, and the page is shown when both are known.
    const settings = this.#ask({ type: 'settings.read' });
    this.#tabId = await this.#parts.activeTab();
    await this.#refresh(ASK_AGAIN_TIMES, settings);
    const key = this.#status?.articleKey;
    if (!key) return;
    this.#parts.watchArticle(
      key,
      (notes) => {
        this.#here = notes;
        this.#render();
      },
      (code) => this.#setFailure(code),
    );
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

  // After the list: whether notes were lost is found by counting them, and the list would wait for that.
  #lookBackOnce(): void {
    if (this.#hasLookedBack) return;
    this.#hasLookedBack = true;
    void this.#lookBack();
  }

  // What was broken off is given back, and a loss is said.
  async #lookBack(): Promise<void> {
    this.#storeWatch = await this.#parts.readWatch();
    this.#isSettled = true;
    this.#render();
    const record = await this.#parts.unfinished();
    if (record && this.changes.editing === null) await this.changes.edit(record);
  }

  // A page that is just being read answers with more a moment later.
  async #refresh(times: number, settings?: Promise<{ readonly settings: Settings }>): Promise<void> {
    const tabId = this.#tabId;
    const status = tabId === null ? null : this.#ask({ type: 'page.status', tabId });
    if (settings) this.#settings = (await settings).settings;
    if (status === null) return this.#render();
    this.#status = await status;
    this.#render();
    const { report, obstacle } = this.#status;
    const isUnfinished = report?.mode === 'idle' && report.detection?.verdict !== 'no';
    if (times > 0 && obstacle === null && isUnfinished) {
      setTimeout(() => void this.#refresh(times - 1), ASK_AGAIN_MS);
    }
  }

  #setFailure(code: FailureCode | null): void {
    // Data of another version is shown and still cannot be written.
    if (code === null && this.#storeFailure && isReadable(this.#storeFailure)) return;
    this.#storeFailure = code;
    this.#render();
  }

  #render(): void {
    this.#show({
      status: this.#status,
      here: inPageOrder(storedItems(this.#here)),
      finder: this.finder.data,
      settings: this.#settings,
      storeFailure: this.#storeFailure,
      changes: this.changes,
      canMove: this.#canMove,
      watch: this.#storeWatch,
      isSettled: this.#isSettled,
    });
  }
}
