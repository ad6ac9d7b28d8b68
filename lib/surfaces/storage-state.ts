import { v4 } from 'uuid';
import type { BackupProblem } from '../exchange/backup-file';
import { type Ask, codeOf } from '../messaging/client';
import type { FailureCode, Message, ToBackground } from '../messaging/protocol';
import { FRESH_WATCH, type StoreWatch } from '../model/store-watch';
import type { ListItem } from '../notes/page-list';
import { isFileDue } from '../notes/store-watch';
import type { BackupInfo } from '../store/backups';
import type { RestorePlan } from '../store/restore';
import type { StoreSize } from '../store/store-size';

/** What stands in the database; `binned` the last deleted first. */
export interface Stored {
  readonly size: StoreSize;
  readonly binned: readonly ListItem[];
  /** How many of the articles the reading history alone keeps. */
  readonly history: number;
}

/** What a backup would do, or why it cannot be restored. */
export type Preview =
  | { readonly ok: true; readonly made: string; readonly plan: RestorePlan }
  | { readonly ok: false; readonly problem: BackupProblem | 'damaged' };

/** How far restoring is. Nothing is written before `apply`. */
export type RestoreStep =
  | { readonly step: 'idle' }
  | { readonly step: 'reading' | 'restoring'; readonly name: string }
  | { readonly step: 'planned'; readonly name: string; readonly made: string; readonly plan: RestorePlan }
  | { readonly step: 'refused'; readonly problem: BackupProblem | 'damaged' }
  | { readonly step: 'done'; readonly restored: number }
  | { readonly step: 'failed'; readonly failure: FailureCode };

/** What is shown of the reader's notes as a whole. */
export interface StorageData {
  readonly stored: Stored | null;
  /** Bytes that the extension takes on the disk; null where the browser does not say. */
  readonly used: number | null;
  readonly backups: readonly BackupInfo[];
  readonly watch: StoreWatch;
  readonly isFileDue: boolean;
  readonly restore: RestoreStep;
  /** Why the database cannot be written or read. */
  readonly storeFailure: FailureCode | null;
  /** What became of the last thing that was done; a key of `_locales`, without `storage_`. */
  readonly notice: {
    readonly key: string;
    readonly count: number;
    readonly failure: FailureCode | null;
  } | null;
}

/** What the state works with; tests give their own. */
export interface StorageParts {
  readonly ask: Ask<ToBackground>;
  readonly watchStored: (
    onStored: (stored: Stored) => void,
    onFailure: (code: FailureCode) => void,
  ) => () => void;
  readonly backups: () => Promise<readonly BackupInfo[]>;
  readonly used: () => Promise<number | null>;
  readonly watch: () => Promise<StoreWatch>;
  readonly preview: (name: string) => Promise<Preview>;
  /** Puts a file of the reader's among the backups. @returns its name there. */
  readonly takeIn: (file: Blob) => Promise<string>;
  /** Gives the reader a file with everything. */
  readonly offerEverything: () => Promise<void>;
  readonly requestDownloads: () => Promise<boolean>;
  readonly giveUpDownloads: () => Promise<void>;
}

/** Before anything was read. */
export const NOTHING_READ: StorageData = {
  stored: null,
  used: null,
  backups: [],
  watch: FRESH_WATCH,
  isFileDue: false,
  restore: { step: 'idle' },
  storeFailure: null,
  notice: null,
};

/** Gathers what stands on this device, and what can be done about it. */
export class StorageState {
  #data = NOTHING_READ;
  readonly #parts: StorageParts;
  readonly #show: (data: StorageData) => void;

  constructor(parts: StorageParts, show: (data: StorageData) => void) {
    this.#parts = parts;
    this.#show = show;
  }

  async start(): Promise<void> {
    this.#parts.watchStored(
      (stored) => this.#set({ stored }),
      (storeFailure) => this.#set({ storeFailure }),
    );
    await this.#refresh();
  }

  /** Makes a backup now. */
  async backUp(): Promise<void> {
    await this.#act('backed_up', () => this.#parts.ask({ type: 'store.backUp' }));
  }

  async removeBackup(name: string): Promise<void> {
    await this.#act('backup_removed', () => this.#parts.ask({ type: 'store.removeBackup', name }));
  }

  /** Reads a backup and says what restoring it would do. */
  async plan(name: string): Promise<void> {
    this.#set({ restore: { step: 'reading', name }, notice: null });
    try {
      const preview = await this.#parts.preview(name);
      const restore: RestoreStep = preview.ok
        ? { step: 'planned', name, made: preview.made, plan: preview.plan }
        : { step: 'refused', problem: preview.problem };
      this.#set({ restore });
    } catch (error) {
      this.#set({ restore: { step: 'failed', failure: codeOf(error) } });
    }
  }

  /** The same for a file of the reader's. */
  async planFile(file: Blob): Promise<void> {
    this.#set({ restore: { step: 'reading', name: '' }, notice: null });
    try {
      await this.plan(await this.#parts.takeIn(file));
    } catch (error) {
      this.#set({ restore: { step: 'failed', failure: codeOf(error) } });
    }
  }

  /** Restores what was planned; `revives`: what was deleted since comes back too. */
  async apply(revives: boolean): Promise<void> {
    const { restore } = this.#data;
    if (restore.step !== 'planned') return;
    const { name } = restore;
    this.#set({ restore: { step: 'restoring', name } });
    try {
      const restored = await this.#restored({ type: 'store.restore', name, revives, run: v4() });
      this.#set({ restore: { step: 'done', restored } });
    } catch (error) {
      this.#set({ restore: { step: 'failed', failure: codeOf(error) } });
    }
    await this.#refresh();
  }

  // What takes long goes on while it is asked for.
  async #restored(request: Message<ToBackground, 'store.restore'>): Promise<number> {
    for (;;) {
      const { restored } = await this.#parts.ask(request);
      if (restored !== null) return restored;
    }
  }

  cancelRestore(): void {
    this.#set({ restore: { step: 'idle' } });
  }

  async giveBack(ids: readonly string[]): Promise<void> {
    await this.#act('given_back', () => this.#parts.ask({ type: 'bin.giveBack', ids }));
  }

  async emptyBin(): Promise<void> {
    await this.#act('bin_emptied', () => this.#parts.ask({ type: 'bin.empty' }));
  }

  /** Forgets what the reading history alone keeps. */
  async emptyHistory(): Promise<void> {
    await this.#act('history_emptied', () => this.#parts.ask({ type: 'history.empty' }));
  }

  /** Gives the reader a file with everything, and remembers that there is one. */
  async saveFile(): Promise<void> {
    await this.#act('file_saved', async () => {
      await this.#parts.offerEverything();
      // Data that cannot be written can still be saved; then nothing is remembered.
      const change = { fileSaved: new Date().toISOString() };
      if (this.#data.storeFailure === null) await this.#parts.ask({ type: 'store.keepFiles', change });
    });
  }

  /** Lets such files be saved by themselves, or no longer. Only from a click: the browser asks the reader. */
  async saveFilesAlone(isOn: boolean): Promise<void> {
    const isGranted = isOn && (await this.#parts.requestDownloads());
    if (!isOn) await this.#parts.giveUpDownloads();
    await this.#act(isOn && !isGranted ? 'files_refused' : 'kept', () =>
      this.#parts.ask({ type: 'store.keepFiles', change: { savesFiles: isGranted } }),
    );
  }

  /** Deletes everything there is. */
  async erase(): Promise<void> {
    await this.#act('erased', () => this.#parts.ask({ type: 'store.erase' }));
  }

  /** The reader knows of the loss and wants nothing restored. */
  async settleLoss(): Promise<void> {
    await this.#act('kept', () => this.#parts.ask({ type: 'store.settleLoss' }));
  }

  async #act(key: string, work: () => Promise<unknown>): Promise<void> {
    try {
      const answer = (await work()) as { count?: number } | undefined;
      await this.#refresh();
      this.#set({ notice: { key, count: answer?.count ?? 0, failure: null } });
    } catch (error) {
      this.#set({ notice: { key: 'failed', count: 0, failure: codeOf(error) } });
    }
  }

  async #refresh(): Promise<void> {
    const [backups, used, watch] = await Promise.all([
      this.#parts.backups(),
      this.#parts.used(),
      this.#parts.watch(),
    ]);
    this.#set({ backups, used, watch });
  }

  #set(change: Partial<StorageData>): void {
    const next = { ...this.#data, ...change };
    const notes = next.stored?.size.notes ?? 0;
    this.#data = { ...next, isFileDue: isFileDue(next.watch, notes, Date.now()) };
    this.#show(this.#data);
  }
}
