import type { AnnotationKind, AnnotationRecord, AnnotationVersion, Target } from '../model/annotation';
import { isIdentifierIri } from './absolute-uri';
import type { ExportPlaces } from './export-places';
import { ANNOTATION_CONTEXT, KEYS } from './json-ld-terms';

type JsonObject = Readonly<Record<string, unknown>>;

const MOTIVATIONS: Readonly<Record<AnnotationKind, string>> = {
  highlight: 'highlighting',
  note: 'commenting',
  coding: 'classifying',
  correction: 'editing',
};

/**
 * A record as a W3C Web Annotation: `version` is what other readers see, the whole record travels under our prefix.
 * Times are in UTC; the fields that W3C has no word for are only in the record.
 */
export function w3cAnnotation(
  record: AnnotationRecord,
  version: AnnotationVersion,
  places: ExportPlaces,
): JsonObject {
  const bodies = bodiesOf(version);
  const [created, modified] = [utcTime(version.created), utcTime(version.updated)];
  return {
    '@context': ANNOTATION_CONTEXT,
    id: `urn:uuid:${record.id}`,
    type: 'Annotation',
    motivation: MOTIVATIONS[version.kind],
    ...(version.author === '' ? {} : { creator: { type: 'Person', name: version.author } }),
    ...(created === null ? {} : { created }),
    ...(modified === null ? {} : { modified }),
    ...canonicalOf(version),
    ...(bodies.length === 0 ? {} : { body: bodies.length === 1 ? bodies[0] : bodies }),
    target: targetOf(version, places),
    [KEYS.record]: record,
  };
}

/** A time in the one form that every reader takes, ISO 8601 in UTC; null for what is no time with a four-digit year. */
export function utcTime(time: string): string | null {
  const ms = Date.parse(time);
  if (Number.isNaN(ms)) return null;
  const text = new Date(ms).toISOString();
  return /^\d{4}-/.test(text) ? text : null;
}

function bodiesOf(version: AnnotationVersion): JsonObject[] {
  const { body, tags, codes } = version;
  const textual = (purpose: string) => (value: string) => ({ type: 'TextualBody', purpose, value });
  return [
    ...(body === undefined || body === ''
      ? []
      : [{ ...textual('commenting')(body), format: 'text/markdown' }]),
    ...tags.map(textual('tagging')),
    ...codes.map(textual('classifying')),
  ];
}

/** Who made the annotation first keeps its identity: the IRI of an annotation that came from elsewhere. */
function canonicalOf(version: AnnotationVersion): JsonObject {
  const iri: unknown = 'iri' in version ? version.iri : null;
  return typeof iri === 'string' && isIdentifierIri(iri) ? { canonical: encodeIri(iri) } : {};
}

// An IRI may hold letters of every script, the URI that W3C's judge asks for may not.
function encodeIri(iri: string): string {
  return encodeURI(iri.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(/%25([0-9A-Fa-f]{2})/g, '%$1');
}

function targetOf({ article, target }: AnnotationVersion, places: ExportPlaces): JsonObject | string {
  const source = places.address(article);
  if (target === null) return source;
  const selectors = selectorsOf(target, places);
  if (selectors.length === 0) return source;
  return {
    type: 'SpecificResource',
    source,
    selector: selectors.length === 1 ? selectors[0] : selectors,
  };
}

function selectorsOf({ quote, position }: Target, places: ExportPlaces): JsonObject[] {
  const selectors: JsonObject[] = [];
  if (quote.exact !== '') {
    const { exact, prefix, suffix } = quote;
    selectors.push({
      type: 'TextQuoteSelector',
      exact,
      ...(prefix === '' ? {} : { prefix }),
      ...(suffix === '' ? {} : { suffix }),
    });
  }
  const range = places.codePoints(position);
  if (range !== null) selectors.push({ type: 'TextPositionSelector', ...range });
  return selectors;
}
