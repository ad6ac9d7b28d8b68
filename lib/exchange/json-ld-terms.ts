/** The W3C's context; readers recognise an annotation by it. */
export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** What our files call version 1. A file with a higher number is refused: its rules of merging are unknown here. */
export const FORMAT_VERSION = 1;

/**
 * Our keys, all under one prefix. `record` holds an annotation's whole record (id, context, versions), `removed` the
 * records of deleted annotations (other readers must not show those), `articles` the articles with their texts.
 */
export const KEYS = {
  format: 'pressmark:format',
  record: 'pressmark:record',
  removed: 'pressmark:removed',
  articles: 'pressmark:articles',
} as const;

// JSON literals (JSON-LD 1.1), so that no reader takes the fields of our records for terms of the W3C's vocabulary.
const literal = (key: string) => ({ '@id': key, '@type': '@json' });

/** The context of an annotation. Each repeats it, so that one can be cut out of the file and stands by itself. */
export const ANNOTATION_CONTEXT = [
  ANNO_CONTEXT,
  { pressmark: 'urn:x-pressmark:', [KEYS.record]: literal(KEYS.record) },
] as const;

/** The context of a whole file. */
export const FILE_CONTEXT = [
  ANNO_CONTEXT,
  {
    ...ANNOTATION_CONTEXT[1],
    [KEYS.removed]: literal(KEYS.removed),
    [KEYS.articles]: literal(KEYS.articles),
  },
] as const;
