import { pageState } from '../../components/app/page-state';
import type { PopupProps } from '../../components/app/popup';
import { noteItem } from '../../components/notes/note-item';
import type { Answer, ToBackground } from '../../lib/messaging/protocol';
import type { AnnotationRecord } from '../../lib/model/annotation';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/model/settings';
import { inPageOrder } from '../../lib/notes/page-list';
import { askBackground } from '../../lib/platform/messages';
import { activeTab, requestAccess } from '../../lib/platform/tabs';
import { word } from '../../lib/platform/words';
import { recentAnnotations } from '../../lib/store/annotations';
import { openDatabase } from '../../lib/store/database';
import { watch } from '../../lib/store/live';
import { listRecord } from '../../lib/team/list-record';

type Status = Answer<ToBackground, 'page.status'>;
const LISTED = 200;
const ASK_AGAIN_MS = 700;

/** Gathers what the popup shows: the tab's status by message, the notes by live query. */
export class PopupState {
  #tabId: number | null = null;
  #status: Status | null = null;
  #notes: readonly AnnotationRecord[] = [];
  #problem: string | null = null;
  #settings: Settings = DEFAULT_SETTINGS;
  readonly #show: (props: PopupProps) => void;

  constructor(show: (props: PopupProps) => void) {
    this.#show = show;
  }

  async start(): Promise<void> {
    const asked = Number(new URLSearchParams(location.search).get('tab'));
    this.#tabId = asked || ((await activeTab())?.id ?? null);
    this.#render();
    this.#settings = (await askBackground({ type: 'settings.read' })).settings;
    await this.#refresh();
    await this.#watchNotes();
  }

  async #watchNotes(): Promise<void> {
    try {
      const db = await openDatabase();
      watch(
        () => recentAnnotations(db, { limit: LISTED, offset: 0 }),
        (notes) => {
          this.#notes = notes;
          this.#render();
        },
        (error) => this.#fail(error),
      );
    } catch (error) {
      this.#fail(error);
    }
  }

  // A page that is just being read answers with more a moment later.
  async #refresh(): Promise<void> {
    if (this.#tabId === null) return;
    this.#status = await askBackground({ type: 'page.status', tabId: this.#tabId });
    this.#render();
    if (this.#status.report?.mode === 'idle' && this.#status.report.detection?.verdict !== 'no') {
      setTimeout(() => void this.#refresh(), ASK_AGAIN_MS);
    }
  }

  #fail(error: unknown): void {
    this.#problem = error instanceof Error ? error.message : String(error);
    this.#render();
  }

  async #change(change: Partial<Settings>): Promise<void> {
    this.#settings = { ...this.#settings, ...change };
    this.#render();
    this.#settings = (await askBackground({ type: 'settings.change', change })).settings;
    this.#render();
  }

  async #read(): Promise<void> {
    if (this.#tabId === null) return;
    await askBackground({ type: 'page.read', tabId: this.#tabId });
    setTimeout(() => void this.#refresh(), ASK_AGAIN_MS);
  }

  async #grant(): Promise<void> {
    const url = this.#status?.url;
    if (url && (await requestAccess(url))) await this.#read();
  }

  async #open(id: string): Promise<void> {
    await askBackground({ type: 'notes.open', id });
    window.close();
  }

  #render(): void {
    const here = this.#status?.report?.notes ?? [];
    const places = new Map(here.map((note) => [note.record.id, note.state]));
    const listed = this.#notes.map(listRecord).filter((item) => item !== null);
    const items = listed.map((item) => noteItem(item, places.get(item.id) ?? null, word));
    const isHere = (item: { version: { article: string } }) =>
      item.version.article === this.#status?.articleKey;
    this.#show({
      page: this.#status && pageState(this.#status),
      notesHere: inPageOrder(listed.filter(isHere)).map((item) =>
        noteItem(item, places.get(item.id) ?? null, word),
      ),
      notesAll: items,
      storeProblem: this.#problem,
      marksOn: this.#settings.marksOn,
      density: this.#settings.density,
      onMarks: (marksOn) => void this.#change({ marksOn }),
      onDensity: (density) => void this.#change({ density }),
      onRead: () => void this.#read(),
      onGrant: () => void this.#grant(),
      onOpenNote: (id) => void this.#open(id),
    });
  }
}
