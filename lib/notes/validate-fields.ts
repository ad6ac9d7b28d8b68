import type {
  AnnotationFields,
  DatedPlace,
  PositionSelector,
  QuoteSelector,
  StructureHint,
  Target,
} from '../model/annotation';
import { articleKey } from './article-key';

/** Largest sizes, in UTF-16 units or in entries. They bound what a hostile page or file can make the store carry. */
export const FIELD_LIMITS = {
  body: 65_536,
  tag: 200,
  tags: 200,
  codes: 500,
  exact: 200_000,
  context: 96,
  structure: 4_096,
  history: 100,
} as const;

/** The field that is wrong. The interface turns it into a sentence. */
export type FieldProblem =
  | 'kind'
  | 'article'
  | 'target'
  | 'body'
  | 'tags'
  | 'codes'
  | 'stance'
  | 'created'
  | 'updated';

const KINDS: readonly string[] = ['highlight', 'note', 'coding', 'correction'];

/** Lists what is wrong with the fields of an annotation; an empty list means that they can be stored. Never throws. */
export function validateFields(fields: AnnotationFields): FieldProblem[] {
  const { body, stance } = fields;
  const checks: readonly (readonly [FieldProblem, boolean])[] = [
    ['kind', KINDS.includes(fields.kind)],
    ['article', typeof fields.article === 'string' && articleKey(fields.article) === fields.article],
    ['target', fields.target === null || isTarget(fields.target)],
    ['body', body === undefined || isText(body, FIELD_LIMITS.body)],
    ['tags', isTextList(fields.tags, FIELD_LIMITS.tags)],
    ['codes', isTextList(fields.codes, FIELD_LIMITS.codes)],
    ['stance', stance === undefined || (typeof stance === 'number' && stance >= -1 && stance <= 1)],
    ['created', isTime(fields.created)],
    ['updated', isTime(fields.updated)],
  ];
  return checks.filter(([, isRight]) => !isRight).map(([problem]) => problem);
}

// The types promise all this; messages and files may still bring something else.
function isTarget(target: Target): boolean {
  if (!isObject(target) || !isQuote(target.quote) || !isPosition(target.position)) return false;
  const { structure, history, refused = [] } = target;
  return (structure === null || isStructure(structure)) && isPlaceList(history) && isPlaceList(refused);
}

function isPlaceList(places: readonly DatedPlace[]): boolean {
  return (
    Array.isArray(places) &&
    places.length <= FIELD_LIMITS.history &&
    places.every((place) => isObject(place) && isQuote(place.quote) && isPosition(place.position))
  );
}

function isStructure(structure: StructureHint): boolean {
  if (!isObject(structure)) return false;
  const { path, heading, simhash } = structure;
  return [path, heading, simhash].every((hint) => isText(hint, FIELD_LIMITS.structure));
}

function isQuote(quote: QuoteSelector): boolean {
  return (
    isObject(quote) &&
    isText(quote.exact, FIELD_LIMITS.exact) &&
    isText(quote.prefix, FIELD_LIMITS.context) &&
    isText(quote.suffix, FIELD_LIMITS.context)
  );
}

function isPosition(position: PositionSelector): boolean {
  if (!isObject(position)) return false;
  const { start, end, version, base } = position;
  const isRange = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end >= start;
  const isVersion = version === null || isText(version, 128);
  return isRange && isVersion && (base === 'article' || base === 'document');
}

function isTextList(list: readonly string[], limit: number): boolean {
  return Array.isArray(list) && list.length <= limit && list.every((item) => isText(item, FIELD_LIMITS.tag));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown, limit: number): boolean {
  return typeof value === 'string' && value.length <= limit;
}

// Date.parse alone would take "1" or "tomorrow-ish" in some engines.
function isTime(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}
