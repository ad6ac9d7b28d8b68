import { FORMAT_VERSION, KEYS } from './json-ld-terms';
import { asList, asObject, type PlainObject } from './plain-data';

/** What a JSON document holds that may be an annotation, unchecked and in order. */
export interface FoundAnnotations {
  /** True for a file of Pressmark; `version` is then the version of its format. */
  readonly isOurs: boolean;
  readonly version: number;
  /** Annotations, and whatever stands in their place (links, other objects). */
  readonly items: readonly unknown[];
  /** Records of deleted annotations. */
  readonly removed: readonly unknown[];
  readonly articles: readonly unknown[];
  /** The time the collection states, for annotations that state none. */
  readonly date: string | null;
}

const PAGES_AT_MOST = 10_000;

/**
 * Finds the annotations of a W3C document: one annotation, a page, a collection with embedded pages, a `@graph`, or a
 * list of any of these. Null for JSON that is about something else. Never throws.
 */
export function findAnnotations(document: unknown): FoundAnnotations | null {
  const root = asObject(document);
  const roots = root === null ? asList(document) : (graphOf(root) ?? [root]);
  if (root === null && !Array.isArray(document)) return null;
  if (roots.length > 0 && !roots.some((item) => kindOf(item) !== null)) return null;
  const items: unknown[] = [];
  for (const item of roots) for (const found of itemsOf(item)) items.push(found);
  const version = root?.[KEYS.format];
  return {
    isOurs: version !== undefined,
    version: typeof version === 'number' ? version : version === undefined ? FORMAT_VERSION : Number.NaN,
    items,
    removed: asList(root?.[KEYS.removed]),
    articles: asList(root?.[KEYS.articles]),
    date: [root?.['modified'], root?.['created'], root?.['generated']].find(isText) ?? null,
  };
}

type Kind = 'Annotation' | 'AnnotationPage' | 'AnnotationCollection';

/** Which of the W3C's three kinds of documents an object is; null for none. */
export function kindOf(item: unknown): Kind | null {
  const object = asObject(item);
  const types = [...asList(object?.['type']), ...asList(object?.['@type'])];
  const names = types
    .filter(isText)
    .map((type) => type.replace(/^(?:oa:|https?:\/\/www\.w3\.org\/ns\/oa#)/, ''));
  const kinds = ['Annotation', 'AnnotationPage', 'AnnotationCollection'] as const;
  return kinds.find((kind) => names.includes(kind)) ?? null;
}

function itemsOf(item: unknown): readonly unknown[] {
  const kind = kindOf(item);
  const object = asObject(item);
  if (object === null || (kind !== 'AnnotationPage' && kind !== 'AnnotationCollection')) return [item];
  const items = [...asList(object['items'])];
  // A page may carry its successor within; one that is only linked cannot be fetched and is not missed.
  let page = asObject(kind === 'AnnotationCollection' ? object['first'] : object['next']);
  for (let count = 0; page !== null && count < PAGES_AT_MOST; count += 1) {
    for (const found of asList(page['items'])) items.push(found);
    page = asObject(page['next']);
  }
  return items;
}

function graphOf(root: PlainObject): readonly unknown[] | null {
  const graph = root['@graph'];
  return kindOf(root) === null && Array.isArray(graph) ? graph : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
