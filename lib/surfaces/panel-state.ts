import type { Ask } from '../messaging/client';
import type { Notice } from '../messaging/notice';
import type { Answer, ArticlePassage, FailureCode, ToBackground } from '../messaging/protocol';
import type { AnnotationRecord } from '../model/annotation';
import { DEFAULT_SETTINGS, type Settings, type SiteRule } from '../model/settings';
import { inPageOrder } from '../notes/page-list';
import { withAdder, withRule } from '../notes/site-rule';
import { firstAnswer, type PageTrouble } from './first-answer';
import { NoteChanges } from './note-changes';
import type { WatchNotes } from './popup-state';
import { StoreTrouble, type StoreTroubleData } from './store-trouble';
import { type StoredItem, storedItems } from './stored-items';

type Status = Answer<ToBackground, 'page.status'>;

/** What the panel knows at one moment. */
export interface PanelData extends PageTrouble, StoreTroubleData {
  /** Null until the tab has answered. */
  readonly status: Status | null;
  /** This page's notes, from top to bottom. */
  readonly here: readonly StoredItem[];
  readonly settings: Settings;
  readonly changes: NoteChanges;
  readonly notice: Notice | null;
}

/** What the panel reads by itself; tests give their own. */
export interface PanelParts {
  readonly ask: Ask<ToBackground>;
  readonly watchArticle: WatchNotes;
  /** Id of the tab in front of the panel's window. */
  readonly activeTab: () => Promise<number | null>;
}

/** Events come in showers, one for each step of a page that loads: they are answered by one look. */
const GATHER_MS = 150;
const AGAIN_MS = 400;
const AGAIN_TIMES = 20;
/** A tab that has not answered by then is shown as being read, not as the one before it. */
const PATIENCE_MS = 700;

/** Follows the tab in front: what its page is and what was found there by message, its notes by live query. */
export class PanelState {
  #tabId: number | null = null;
  #status: Status | null = null;
  #seen = '';
  #looks = 0;
  #gathering: ReturnType<typeof setTimeout> | null = null;
  #waiting: ReturnType<typeof setTimeout> | null = null;
  #settings: Settings = DEFAULT_SETTINGS;
  #notes: readonly AnnotationRecord[] = [];
  #notesOf: string | null = null;
  #stopNotes: () => void = () => {};
  readonly #trouble = new StoreTrouble();
  #silence: FailureCode | null = null;
  #isTryingAgain = false;
  #notice: Notice | null = null;
  readonly changes: NoteChanges;
  readonly #parts: PanelParts;
  readonly #show: (data: PanelData) => void;

  constructor(parts: PanelParts, show: (data: PanelData) => void) {
    this.#parts = parts;
    this.#show = show;
    this.changes = new NoteChanges(parts.ask, () => {
      this.#notice = null;
      this.#render();
    });
  }

  async start(): Promise<void> {
    this.#render();
    await firstAnswer(this.readSettings(), (silence) => this.#hearSilence(silence));
    await this.follow();
  }

  /** Turns to the tab that is in front now. */
  async follow(): Promise<void> {
    const tabId = await this.#parts.activeTab();
    if (tabId !== this.#tabId) {
      this.#tabId = tabId;
      this.#notice = null;
      this.#hurry();
    }
    await this.#look(AGAIN_TIMES);
  }

  /** Something happened in a tab: it may be in front now, or its page another one. Looks a moment later. */
  noticeTab(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = null;
      void this.follow();
    }, GATHER_MS);
  }

  /** The page of a tab has asked something; where that tab is in front, there may be more to show. */
  noticePage(tabId: number): void {
    if (tabId === this.#tabId) this.noticeTab();
  }

  async readSettings(): Promise<void> {
    this.#settings = (await this.#parts.ask({ type: 'settings.read' })).settings;
    this.#render();
  }

  /** Changes settings; what was chosen stands at once. */
  async change(change: Partial<Settings>): Promise<void> {
    this.#settings = { ...this.#settings, ...change };
    this.#render();
    this.#settings = (await this.#parts.ask({ type: 'settings.change', change })).settings;
    this.#render();
  }

  /** Sets the rule of a site. */
  async setSiteRule(host: string, rule: SiteRule): Promise<void> {
    await this.change({ sites: withRule(this.#settings.sites, host, rule) });
    await this.#look(AGAIN_TIMES);
  }

  /** Shows the adder on a site, or no more. */
  async setAdder(host: string, isShown: boolean): Promise<void> {
    await this.change({ adderOff: withAdder(this.#settings.adderOff, host, isShown) });
  }

  /** Reads the tab because the reader asked. */
  async read(): Promise<void> {
    if (this.#tabId === null) return;
    await this.#parts.ask({ type: 'page.read', tabId: this.#tabId });
    await this.#look(AGAIN_TIMES);
  }

  /** Looks once more, where nobody answered. */
  async tryAgain(): Promise<void> {
    this.#isTryingAgain = true;
    this.#render();
    await this.follow();
    // Somebody answered, if with nothing that could be shown.
    if (this.#isTryingAgain) this.#endTrying();
  }

  /** Reads the notes once more, where they could not be read and that may have passed. */
  tryStoreAgain(): void {
    if (!this.#trouble.startAgain()) return;
    const key = this.#notesOf;
    this.#notesOf = null;
    this.#watchNotes(key);
    this.#render();
  }

  /** Keeps the article in front, without a note. */
  async keep(): Promise<void> {
    const tabId = this.#tabId;
    if (tabId === null) return;
    await this.changes.attempt('toast_kept', () => this.#parts.ask({ type: 'article.keep', tabId }));
    await this.#look(0);
  }

  /** Opens the editor in the page for a note on the page as a whole. */
  async notePage(): Promise<void> {
    if (this.#tabId !== null) await this.#parts.ask({ type: 'page.note', tabId: this.#tabId });
  }

  /** Shows a note's passage on the page. */
  async showNote(id: string): Promise<void> {
    const tabId = this.#tabId;
    if (tabId !== null) this.#tellMissed(await this.#parts.ask({ type: 'page.showNote', tabId, id }));
  }

  /** Shows a passage of the article on the page. */
  async showPassage(passage: ArticlePassage): Promise<void> {
    const tabId = this.#tabId;
    if (tabId !== null) this.#tellMissed(await this.#parts.ask({ type: 'page.showSpan', tabId, passage }));
  }

  /** Settles a conflict: the chosen version replaces all that were seen. */
  async settle(id: string, version: number): Promise<void> {
    const record = this.#notes.find((candidate) => candidate.id === id);
    if (record) await this.changes.settle(record, version);
  }

  /** Runs `act` with the record of a note of this page. */
  withRecord(id: string, act: (record: AnnotationRecord) => void): void {
    const record = this.#notes.find((candidate) => candidate.id === id);
    if (record) act(record);
  }

  #hearSilence(silence: FailureCode | null): void {
    if (silence === this.#silence && !this.#isTryingAgain) return;
    this.#silence = silence;
    // What was answered is shown in the same moment: between the two nothing would stand there that could have the focus.
    if (silence !== null) this.#endTrying();
  }

  #endTrying(): void {
    this.#isTryingAgain = false;
    this.#render();
  }

  #tellMissed({ shown }: { readonly shown: boolean }): void {
    this.#notice = shown ? null : { key: 'toast_not_on_page', failure: null, canUndo: false };
    this.#render();
  }

  // What was shown stays for the moment that the new tab takes to answer; nothing flickers where it answers at once.
  #hurry(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#take(null), PATIENCE_MS);
  }

  async #look(times: number): Promise<void> {
    const look = ++this.#looks;
    const tabId = this.#tabId;
    if (tabId === null) return this.#take(null);
    const answer = this.#parts.ask({ type: 'page.status', tabId });
    const status = await firstAnswer(answer, (silence) => this.#hearSilence(silence));
    // A later look, or one at another tab, knows better.
    if (look !== this.#looks) return;
    const isDone = status !== null && !isUnfinished(status);
    if (isDone || times === 0 || !this.#isOnScreen(status)) this.#take(status);
    if (isDone || times === 0) return;
    // A long article takes its time; that its page is at work is known, and so that it will answer.
    const isAtWork = status?.report?.isReading ?? false;
    setTimeout(() => {
      if (look === this.#looks) void this.#look(isAtWork ? times : times - 1);
    }, AGAIN_MS);
  }

  /** The same page stands on the screen in full: while it is read anew it stays. */
  #isOnScreen(status: Status | null): boolean {
    const shown = this.#status;
    return shown !== null && shown.report?.mode === 'article' && shown.url === (status?.url ?? shown.url);
  }

  #take(status: Status | null): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = null;
    // Most looks find what is there already, and a render would cost a reading of all of it.
    const seen = JSON.stringify(status);
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#status = status;
    this.#watchNotes(status?.articleKey ?? null);
    this.#render();
  }

  #watchNotes(key: string | null): void {
    if (key === this.#notesOf) return;
    this.#notesOf = key;
    this.#stopNotes();
    this.#stopNotes = () => {};
    this.#notes = [];
    if (key === null) return;
    this.#stopNotes = this.#parts.watchArticle(
      key,
      (notes) => {
        this.#notes = notes;
        this.#trouble.hear(null);
        this.#render();
        // Where the note stands is the page's to say, and it hears of the change a moment later.
        this.noticeTab();
      },
      (code) => {
        this.#trouble.hear(code);
        this.#render();
      },
    );
  }

  #render(): void {
    this.#show({
      status: this.#status,
      here: inPageOrder(storedItems(this.#notes)),
      settings: this.#settings,
      ...this.#trouble.data,
      pageFailure: this.#silence,
      isTryingAgain: this.#isTryingAgain,
      changes: this.changes,
      notice: this.#notice ?? this.changes.notice,
    });
  }
}

/** A page that is being decided or read answers with more a moment later. */
function isUnfinished({ report, obstacle }: Status): boolean {
  if (report === null) return obstacle === 'not-answering';
  return report.isReading || (report.mode === 'idle' && report.detection?.verdict !== 'no');
}
