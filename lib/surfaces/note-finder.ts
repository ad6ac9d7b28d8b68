import type { FailureCode } from '../messaging/protocol';
import type { NoteFacets } from '../notes/note-facets';
import { type NoteCondition, withCondition, withoutCondition } from '../notes/note-filter';
import type { NoteSort } from '../notes/note-sort';
import {
  type ConditionCounts,
  type FoundNote,
  type FoundNotes,
  type NoteRequest,
  QUERY_KEY,
} from '../store/find-notes';

/** What a list of all notes knows at one moment. */
export interface FinderData {
  readonly query: string;
  readonly conditions: readonly NoteCondition[];
  readonly sort: NoteSort;
  readonly notes: readonly FoundNote[];
  /** Whether no answer has come yet: nothing can be said of there being none. */
  readonly isReading: boolean;
  /** How many were found; null where nobody has counted. */
  readonly total: number | null;
  /** Whether there are more than are shown. */
  readonly hasMore: boolean;
  /** Null until they are counted. */
  readonly counts: ConditionCounts | null;
  /** Whether the reader chooses filters; only then all notes are read for what there is to choose from. */
  readonly isChoosing: boolean;
  readonly facets: NoteFacets | null;
  readonly lost: ReadonlySet<string>;
}

/** What a finder reads by itself. The functions returned end it. */
export interface FinderParts {
  /** Finds notes now and after every change; the counts come a moment after the notes. */
  readonly watchFound: (
    request: NoteRequest,
    onFound: (found: FoundNotes) => void,
    onCounts: (counts: ConditionCounts) => void,
    onFailure: (code: FailureCode) => void,
  ) => () => void;
  readonly watchFacets: (
    lost: ReadonlySet<string>,
    onFacets: (facets: NoteFacets) => void,
    onFailure: (code: FailureCode) => void,
  ) => () => void;
  /** The ids of the notes that have lost their passage. */
  readonly watchLost: (onLost: (ids: ReadonlySet<string>) => void) => () => void;
}

// A window full: what is read and drawn first keeps the list waiting, most of all when the browser has just started.
const AT_ONCE = 8;
// Three windows full follow once that is drawn.
const FIRST_SHOWN = 20;
const FOLLOWS_MS = 100;
const MORE_SHOWN = 100;

/** Finds notes for a list: words, filters, order, a page at a time. Filters are kept as long as the list is open. */
export class NoteFinder {
  #query = '';
  #conditions: readonly NoteCondition[] = [];
  #sort: NoteSort = 'changed';
  #limit = AT_ONCE;
  #found: FoundNotes = { notes: [], total: null };
  #counts: ConditionCounts | null = null;
  #facets: NoteFacets | null = null;
  #isChoosing = false;
  #lost: ReadonlySet<string> = new Set();
  #stopFinding = () => {};
  #stopFacets = () => {};
  #stopLost = () => {};
  #following: ReturnType<typeof setTimeout> | undefined;
  readonly #parts: FinderParts;
  readonly #changed: () => void;
  readonly #failed: (code: FailureCode | null) => void;
  readonly #first: number;

  /** `failed` is told why notes cannot be read, and null when they can. `first`: how many are shown before the reader asks for more. */
  constructor(
    parts: FinderParts,
    changed: () => void,
    failed: (code: FailureCode | null) => void,
    first = FIRST_SHOWN,
  ) {
    this.#first = first;
    this.#parts = parts;
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Begins to read, or goes on where it was left. */
  start(): void {
    this.stop();
    this.#find();
    if (this.#isChoosing) this.#readFacets();
    this.#stopLost = this.#parts.watchLost((ids) => {
      this.#lost = ids;
      if (this.#conditions.some(({ kind }) => kind === 'lost')) this.#find();
      if (this.#isChoosing) this.#readFacets();
      this.#changed();
    });
  }

  /** Ends reading; what was found stays, and so does what was looked for. */
  stop(): void {
    clearTimeout(this.#following);
    this.#stopFinding();
    this.#stopFacets();
    this.#stopLost();
  }

  /** Whether no answer has come yet. */
  get isReading(): boolean {
    return this.#found.notes.length === 0 && this.#found.total === null;
  }

  get data(): FinderData {
    const { notes, total } = this.#found;
    return {
      query: this.#query,
      conditions: this.#conditions,
      sort: this.#sort,
      notes,
      total,
      isReading: this.isReading,
      hasMore: total === null ? notes.length > 0 : total > notes.length,
      counts: this.#counts,
      isChoosing: this.#isChoosing,
      facets: this.#facets,
      lost: this.#lost,
    };
  }

  search(query: string): void {
    this.#query = query;
    this.#startAnew();
  }

  addCondition(condition: NoteCondition): void {
    this.#conditions = withCondition(this.#conditions, condition);
    this.#startAnew();
  }

  /** Lifts a condition, or the words that are searched for. */
  liftCondition(key: string): void {
    if (key === QUERY_KEY) this.#query = '';
    else this.#conditions = withoutCondition(this.#conditions, key);
    this.#startAnew();
  }

  clearConditions(): void {
    this.#conditions = [];
    this.#startAnew();
  }

  sortBy(sort: NoteSort): void {
    this.#sort = sort;
    this.#startAnew();
  }

  showMore(): void {
    this.#limit += MORE_SHOWN;
    this.#find();
  }

  /** Opens or closes the choice of filters. */
  choose(isChoosing: boolean): void {
    this.#isChoosing = isChoosing;
    if (isChoosing) this.#readFacets();
    else this.#stopFacets();
    this.#changed();
  }

  #startAnew(): void {
    this.#limit = this.#first;
    this.#counts = null;
    this.#find();
    this.#changed();
  }

  #find(): void {
    this.#stopFinding();
    let isOver = false;
    const request: NoteRequest = {
      query: this.#query,
      conditions: this.#conditions,
      sort: this.#sort,
      limit: this.#limit,
      lost: this.#lost,
    };
    const stop = this.#parts.watchFound(
      request,
      (found) => {
        if (isOver) return;
        this.#found = found;
        this.#failed(null);
        this.#changed();
        this.#followWithRest();
      },
      (counts) => {
        // Where no filter is set there is nothing to count, and nothing to draw anew.
        if (isOver || request.conditions.length === 0) return;
        this.#counts = counts;
        this.#changed();
      },
      (code) => this.#failed(code),
    );
    this.#stopFinding = () => {
      isOver = true;
      stop();
    };
  }

  #followWithRest(): void {
    clearTimeout(this.#following);
    if (this.#limit >= this.#first) return;
    this.#following = setTimeout(() => {
      if (this.#limit >= this.#first) return;
      this.#limit = this.#first;
      if (this.data.hasMore) this.#find();
    }, FOLLOWS_MS);
  }

  #readFacets(): void {
    this.#stopFacets();
    this.#stopFacets = this.#parts.watchFacets(
      this.#lost,
      (facets) => {
        this.#facets = facets;
        this.#changed();
      },
      (code) => this.#failed(code),
    );
  }
}
