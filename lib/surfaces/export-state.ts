import type { ExportSet, Format } from '../exchange/format';
import { FORMATS } from '../exchange/formats';
import type { AnnotationRecord } from '../model/annotation';
import type { ArticleRecord } from '../model/article';
import { byLastChange, type ListItem } from '../notes/page-list';
import { isDeleted } from '../team/conflicts';
import { isCorrection, listRecord } from '../team/list-record';
import { writeFile } from './write-file';

/** What is exported: everything, one article's notes, or the notes the reader ticked. */
export type ExportScope = 'all' | 'article' | 'selected';

/** What the export form knows. */
export interface ExportData {
  readonly scope: ExportScope;
  readonly format: Format;
  readonly article: string | null;
  readonly articles: readonly { readonly key: string; readonly title: string; readonly notes: number }[];
  readonly notes: readonly ListItem[];
  readonly selected: ReadonlySet<string>;
  /** How many notes the file would hold. */
  readonly count: number;
  readonly step: 'idle' | 'working' | 'failed';
  readonly problem: string;
}

/** Everything that can be exported. */
export interface Stored {
  readonly annotations: readonly AnnotationRecord[];
  readonly articles: readonly ArticleRecord[];
}

/** Gives a file to the reader. */
export type OfferFile = (name: string, file: Blob) => void;

/** Chooses what to export and as what, and writes the file. */
export class ExportState {
  #stored: Stored = { annotations: [], articles: [] };
  #notes: readonly ListItem[] = [];
  #scope: ExportScope = 'all';
  #format: Format = FORMATS[0] as Format;
  #article: string | null = null;
  #selected: ReadonlySet<string> = new Set();
  #step: ExportData['step'] = 'idle';
  #problem = '';
  readonly #generator: string;
  readonly #offer: OfferFile;
  readonly #changed: () => void;

  constructor(generator: string, offer: OfferFile, changed: () => void) {
    this.#generator = generator;
    this.#offer = offer;
    this.#changed = changed;
  }

  get data(): ExportData {
    const notes = this.#notes;
    return {
      scope: this.#scope,
      format: this.#format,
      article: this.#article,
      articles: this.#articlesWith(notes),
      notes,
      selected: this.#selected,
      count: notes.filter((note) => this.#isWanted(note.id, note.version.article)).length,
      step: this.#step,
      problem: this.#problem,
    };
  }

  setStored(stored: Stored): void {
    // What somebody called no claim is for their own eyes: at a colleague's, claims would be missing that no list shows.
    const annotations = stored.annotations.filter((record) => !isCorrection(record));
    this.#stored = { annotations, articles: stored.articles };
    const living = annotations.filter((record) => !isDeleted(record));
    this.#notes = byLastChange(living.map(listRecord).filter((item) => item !== null));
    this.#changed();
  }

  setScope(scope: ExportScope): void {
    this.#scope = scope;
    this.#article ??= this.data.articles[0]?.key ?? null;
    this.#changed();
  }

  setFormat(name: string): void {
    this.#format = FORMATS.find((format) => format.name === name) ?? this.#format;
    this.#changed();
  }

  setArticle(key: string): void {
    this.#article = key;
    this.#changed();
  }

  select(id: string, isSelected: boolean): void {
    const selected = new Set(this.#selected);
    if (isSelected) selected.add(id);
    else selected.delete(id);
    this.#selected = selected;
    this.#changed();
  }

  /** Writes the file and gives it to the reader. */
  async write(): Promise<void> {
    this.#set('working');
    try {
      const at = new Date().toISOString();
      const format = this.#format;
      const file = await writeFile(format, this.#chosen(at));
      this.#offer(`pressmark-${at.slice(0, 10)}${format.extension}`, file);
      this.#set('idle');
    } catch (error) {
      this.#set('failed', error instanceof Error ? error.message : String(error));
    }
  }

  // Tombstones travel too: a colleague's copy must learn that a note was deleted.
  #chosen(exportedAt: string): ExportSet {
    const annotations = this.#stored.annotations.filter((record) =>
      this.#isWanted(record.id, record.versions[0]?.article ?? ''),
    );
    const keys = new Set(annotations.flatMap((record) => record.versions.map((version) => version.article)));
    const articles = this.#stored.articles.filter((article) => keys.has(article.key));
    return { annotations, articles, exportedAt, generator: this.#generator };
  }

  #isWanted(id: string, article: string): boolean {
    if (this.#scope === 'all') return true;
    return this.#scope === 'article' ? article === this.#article : this.#selected.has(id);
  }

  #articlesWith(notes: readonly ListItem[]): ExportData['articles'] {
    const counts = new Map<string, number>();
    for (const { version } of notes) counts.set(version.article, (counts.get(version.article) ?? 0) + 1);
    const titles = new Map(this.#stored.articles.map((article) => [article.key, article.title]));
    return [...counts].map(([key, count]) => ({ key, title: titles.get(key) || key, notes: count }));
  }

  #set(step: ExportData['step'], problem = ''): void {
    this.#step = step;
    this.#problem = problem;
    this.#changed();
  }
}
