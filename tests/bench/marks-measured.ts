type Step =
  | 'ranges'
  | 'paint'
  | 'paintFrame'
  | 'rest'
  | 'longest'
  | 'again'
  | 'unpaint'
  | 'unpaintFrame'
  | 'emptyFrame'
  | 'hit';

/** What the content script saw. Milliseconds, one a round (of `hit`: a query, one a batch). */
export interface MarksMeasured {
  readonly count: number;
  readonly took: Readonly<Record<Step, number[]>>;
  readonly queries: number;
  /** Queries with another answer than the mark that is there, or than none. */
  readonly wrong: number;
}

/** What the page saw meanwhile. */
export interface PageSaw {
  readonly measured: MarksMeasured | { readonly error: string };
  /** Changes of the page's document other than that our one host was added. */
  readonly mutations: number;
  readonly hosts: number;
  /** Sum of the layout shifts that the browser reports; null where it reports none. */
  readonly shift: number | null;
  /** Paragraphs that stood elsewhere, or had another size, while marks were painted or after. */
  readonly displaced: number;
}
