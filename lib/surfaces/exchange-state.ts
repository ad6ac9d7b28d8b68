import type { FailureCode } from '../messaging/protocol';
import { ExportState, type OfferFile, type Stored } from './export-state';
import { ImportState } from './import-state';

/** Reads everything that can be exported, live. */
export type WatchEverything = (
  onStored: (stored: Stored) => void,
  onFailure: (code: FailureCode) => void,
) => () => void;

/** What files in and out work with. */
export interface ExchangeParts {
  readonly generator: string;
  readonly offer: OfferFile;
  readonly watchEverything: WatchEverything;
  readonly ask: ConstructorParameters<typeof ImportState>[0];
  readonly storedWithIds: ConstructorParameters<typeof ImportState>[1];
  readonly handOver: ConstructorParameters<typeof ImportState>[2];
}

/** Files out and files in. */
export class ExchangeState {
  readonly exporting: ExportState;
  readonly importing: ImportState;
  #failure: FailureCode | null = null;
  #isRead = false;
  readonly #parts: ExchangeParts;
  readonly #changed: () => void;

  constructor(parts: ExchangeParts, changed: () => void) {
    this.#parts = parts;
    this.#changed = changed;
    this.exporting = new ExportState(parts.generator, parts.offer, changed);
    this.importing = new ImportState(parts.ask, parts.storedWithIds, parts.handOver, changed);
  }

  /** Why the store cannot be read. */
  get failure(): FailureCode | null {
    return this.#failure;
  }

  /** Begins to read everything there is, once somebody wants to export it. */
  open(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    this.#parts.watchEverything(
      (stored) => this.exporting.setStored(stored),
      (code) => {
        this.#failure = code;
        this.#changed();
      },
    );
  }

  async choose(file: { readonly name: string; text(): Promise<string> }): Promise<void> {
    await this.importing.read(file.name, () => file.text());
  }

  async apply(): Promise<void> {
    await this.importing.apply();
  }

  cancel(): void {
    this.importing.cancel();
  }
}
