import type { Target } from '../model/annotation';
import { articleKey } from '../notes/article-key';
import { FIELD_LIMITS } from '../notes/validate-fields';
import { asList, asObject, firstText, type PlainObject } from './plain-data';

/** A passage or a page that another tool's annotation is about; `target` null means the page as a whole. */
export interface ForeignTarget {
  readonly key: string;
  readonly url: string;
  readonly target: Target | null;
}

const MAX_TARGETS = 50;
const MAX_DEPTH = 5;

/** The targets of a W3C annotation that are web pages; empty when there are none. Each is about all of the bodies. */
export function foreignTargets(annotation: PlainObject): ForeignTarget[] {
  return spread(annotation['target'])
    .slice(0, MAX_TARGETS)
    .flatMap((target) => readTarget(target) ?? []);
}

/** One level of lists and of the W3C's sets (Composite, List, Independents, Choice). */
function spread(value: unknown): readonly unknown[] {
  return asList(value).flatMap((item) => {
    const items = asObject(item)?.['items'];
    return items === undefined ? [item] : asList(items);
  });
}

function readTarget(value: unknown): ForeignTarget | null {
  const object = asObject(value);
  const source = object === null ? value : (object['source'] ?? object['id']);
  const url = firstText(asObject(source)?.['id'] ?? source);
  const key = url === null ? null : articleKey(url);
  if (url === null || key === null) return null;
  return { key, url, target: object === null ? null : passageOf(object['selector']) };
}

/** The first quote among the selectors, and the first position as a hint. Without a quote there is no passage. */
function passageOf(value: unknown): Target | null {
  const selectors = [...allSelectors(value, 0)];
  const quote = selectors.find((selector) => hasType(selector, 'TextQuoteSelector'));
  const exact = firstText(quote?.['exact']);
  if (quote === undefined || exact === null || exact === '') return null;
  const position = selectors.find((selector) => hasType(selector, 'TextPositionSelector'));
  const start = offset(position?.['start']) ?? 0;
  const end = offset(position?.['end']) ?? 0;
  return {
    quote: {
      exact,
      prefix: (firstText(quote['prefix']) ?? '').slice(-FIELD_LIMITS.context),
      suffix: (firstText(quote['suffix']) ?? '').slice(0, FIELD_LIMITS.context),
    },
    // Code points of a text we do not have: good for the order in lists, which is all that a null version promises.
    position: { start, end: end > start ? end : start + exact.length, version: null, base: 'article' },
    structure: null,
    history: [],
  };
}

function* allSelectors(value: unknown, depth: number): Iterable<PlainObject> {
  if (depth > MAX_DEPTH) return;
  for (const item of asList(value)) {
    const selector = asObject(item);
    if (selector === null) continue;
    yield selector;
    yield* allSelectors(selector['refinedBy'], depth + 1);
    yield* allSelectors(selector['items'], depth + 1);
  }
}

function hasType(selector: PlainObject, type: string): boolean {
  return asList(selector['type']).some((name) => name === type || name === `oa:${type}`);
}

function offset(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
