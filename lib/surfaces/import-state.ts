import type { ImportPlan } from '../exchange/plan-import';
import { planImport } from '../exchange/plan-import';
import { type ReadResult, readExchangeFile } from '../exchange/read-file';
import type { Ask } from '../messaging/client';
import type { Answer, ToBackground } from '../messaging/protocol';
import type { AnnotationRecord } from '../model/annotation';
import type { HandedOver } from '../store/hand-over';

/** Why a file cannot be read. */
export type FileProblem = Extract<ReadResult, { ok: false }>['problem'];

/** How far the import is. Nothing is written before `apply`. */
export type ImportData =
  | { readonly step: 'idle' }
  | {
      readonly step: 'reading';
      readonly file: string;
      /** Entries read so far, and in all; both 0 until the file is open. */
      readonly done: number;
      readonly total: number;
    }
  | { readonly step: 'refused'; readonly file: string; readonly problem: FileProblem }
  | { readonly step: 'planned'; readonly file: string; readonly plan: ImportPlan; readonly skipped: number }
  | { readonly step: 'applying'; readonly file: string; readonly count: number }
  | { readonly step: 'done'; readonly summary: Answer<ToBackground, 'notes.merge'> }
  | { readonly step: 'failed'; readonly problem: string };

/** Versions from other tools' files get this writer: the same for everybody, so that importing twice changes nothing. */
const FOREIGN_DEVICE = 'foreign';

// Browsers let no message through that is too large: so many of any length go into one, with their articles.
const MOST_IN_MESSAGE = 300;

/** Reads a file, shows what it would do, and merges it when the reader agrees. */
export class ImportState {
  #data: ImportData = { step: 'idle' };
  #file: Extract<ReadResult, { ok: true }> | null = null;
  #run = 0;
  readonly #ask: Ask<ToBackground>;
  readonly #existing: (ids: readonly string[]) => Promise<ReadonlyMap<string, AnnotationRecord>>;
  readonly #handOver: (records: HandedOver) => Promise<string>;
  readonly #changed: () => void;

  constructor(
    ask: Ask<ToBackground>,
    existing: (ids: readonly string[]) => Promise<ReadonlyMap<string, AnnotationRecord>>,
    handOver: (records: HandedOver) => Promise<string>,
    changed: () => void,
  ) {
    this.#handOver = handOver;
    this.#ask = ask;
    this.#existing = existing;
    this.#changed = changed;
  }

  get data(): ImportData {
    return this.#data;
  }

  /** Reads a file and plans its import; a cancelled or overtaken reading is dropped. */
  async read(name: string, text: () => Promise<string>): Promise<void> {
    const run = ++this.#run;
    const reading = { step: 'reading', file: name } as const;
    this.#set({ ...reading, done: 0, total: 0 });
    try {
      const now = new Date().toISOString();
      const file = await readExchangeFile(await text(), now, FOREIGN_DEVICE, (done, total) => {
        if (run === this.#run) this.#set({ ...reading, done, total });
      });
      if (run !== this.#run) return;
      if (!file.ok) return this.#set({ step: 'refused', file: name, problem: file.problem });
      const existing = await this.#existing(file.annotations.map(({ id }) => id));
      if (run !== this.#run) return;
      this.#file = file;
      const plan = planImport(existing, file.annotations);
      this.#set({ step: 'planned', file: name, plan, skipped: file.skipped.length });
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    }
  }

  /** Merges what was planned: all of it, or nothing. */
  async apply(): Promise<void> {
    const file = this.#file;
    if (this.#data.step !== 'planned' || !file) return;
    const { annotations, articles } = file;
    const { counts } = this.#data.plan;
    this.#set({ step: 'applying', file: this.#data.file, count: annotations.length });
    try {
      const summary =
        annotations.length + articles.length > MOST_IN_MESSAGE
          ? await this.#merged(await this.#handOver({ annotations, articles }))
          : await this.#ask({ type: 'notes.merge', annotations, articles });
      this.#finish(summary);
    } catch (error) {
      const summary = { added: counts.new, changed: counts.changed, same: counts.same, refused: 0 };
      const isWritten = await this.#isWritten(counts, annotations).catch(() => false);
      if (isWritten) this.#finish({ ...summary, conflicted: counts.conflicting });
      else this.#fail(error);
    }
  }

  // The background may have been stopped after it wrote and before it answered: all stands there, or nothing does.
  async #isWritten(
    planned: ImportPlan['counts'],
    annotations: readonly AnnotationRecord[],
  ): Promise<boolean> {
    if (planned.new + planned.changed + planned.conflicting === 0) return false;
    const { counts } = planImport(await this.#existing(annotations.map(({ id }) => id)), annotations);
    return counts.new + counts.changed + counts.conflicting === 0;
  }

  #finish(summary: Answer<ToBackground, 'notes.merge'>): void {
    this.#file = null;
    this.#set({ step: 'done', summary });
  }

  // What takes long goes on while it is asked for.
  async #merged(name: string): Promise<Answer<ToBackground, 'notes.merge'>> {
    for (;;) {
      const { summary } = await this.#ask({ type: 'notes.mergeFile', name });
      if (summary !== null) return summary;
    }
  }

  cancel(): void {
    this.#run += 1;
    this.#file = null;
    this.#set({ step: 'idle' });
  }

  #fail(error: unknown): void {
    this.#set({ step: 'failed', problem: error instanceof Error ? error.message : String(error) });
  }

  #set(data: ImportData): void {
    this.#data = data;
    this.#changed();
  }
}
