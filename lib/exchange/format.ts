import type { AnnotationRecord } from '../model/annotation';
import type { ArticleRecord } from '../model/article';
import type { ReadResult } from './read-file';

/** What is written to a file: the caller chooses the records. `exportedAt` is ISO 8601, `generator` name and version. */
export interface ExportSet {
  readonly articles: readonly ArticleRecord[];
  readonly annotations: readonly AnnotationRecord[];
  readonly exportedAt: string;
  readonly generator: string;
}

/** One file format. A new format is one file with this shape, a line in formats.ts, a golden folder and a judge. */
export interface Format {
  readonly name: 'json-ld' | 'csv' | 'markdown';
  /** With the dot, and all of it: `.annotations.jsonld`. */
  readonly extension: string;
  readonly mediaType: string;
  /** Key of the sentence that says what the format is for. */
  readonly descriptionKey: string;
  /** Key of the sentence that says what a file of this format does not keep. */
  readonly lossKey: string;
  /** Writes the file in chunks, so that a long job can show progress and be cancelled between two of them. */
  write(set: ExportSet): Iterable<string>;
  /** Only formats that can be imported have it; parameters and errors as for `readExchangeFile`. */
  read?(text: string, now: string, deviceForForeign: string): Promise<ReadResult>;
}
