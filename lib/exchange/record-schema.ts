import * as v from 'valibot';
import { FIELD_LIMITS } from '../notes/validate-fields';

// The shapes of records in our files. Objects are rebuilt key by key; keys that are not named here were written by a
// newer version, are covered by the hash and therefore stay (dangerous ones were refused before, see plain-data.ts).

const MAX_VERSIONS = 1_000;
const MAX_ARTICLE_VERSIONS = 1_000;
const MAX_BLOCKS = 100_000;
const MAX_TEXT = 4_000_000;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const list = <T extends v.GenericSchema>(item: T, most: number) => v.pipe(v.array(item), v.maxLength(most));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const counter = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const time = text(64);
const device = v.pipe(v.string(), v.regex(/^[0-9a-zA-Z-]{1,64}$/));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

// A UUID in lower case.
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

const quote = v.looseObject({
  exact: text(FIELD_LIMITS.exact),
  prefix: text(FIELD_LIMITS.context),
  suffix: text(FIELD_LIMITS.context),
});

const position = v.looseObject({
  start: count,
  end: count,
  version: v.nullable(text(128)),
  base: v.picklist(['article', 'document']),
});

const structure = v.looseObject({
  path: text(FIELD_LIMITS.structure),
  block: count,
  heading: text(FIELD_LIMITS.structure),
  simhash: text(FIELD_LIMITS.structure),
});

const target = v.looseObject({
  quote,
  position,
  structure: v.nullable(structure),
  history: list(v.looseObject({ quote, position, at: time }), FIELD_LIMITS.history),
  refused: v.exactOptional(list(v.looseObject({ quote, position, at: time }), FIELD_LIMITS.history)),
});

const version = v.looseObject({
  device,
  n: counter,
  hlc: text(64),
  author: text(FIELD_LIMITS.structure),
  hash,
  deleted: v.exactOptional(v.literal(true)),
  kind: v.picklist(['highlight', 'note', 'coding', 'correction']),
  article: text(8_192),
  target: v.nullable(target),
  body: v.exactOptional(text(FIELD_LIMITS.body)),
  tags: list(text(FIELD_LIMITS.tag), FIELD_LIMITS.tags),
  codes: list(text(FIELD_LIMITS.tag), FIELD_LIMITS.codes),
  stance: v.exactOptional(v.pipe(v.number(), v.minValue(-1), v.maxValue(1))),
  created: time,
  updated: time,
});

/** An annotation record; counters, hashes and fields are checked afterwards. */
export const recordSchema = v.object({
  id,
  ctx: v.record(device, counter),
  versions: list(version, MAX_VERSIONS),
});

const block = v.looseObject({
  kind: v.picklist(['standfirst', 'paragraph', 'subheading', 'list', 'quote']),
  start: count,
  end: count,
});

/** One state of an article's text; blocks lie inside it. */
export const articleVersionSchema = v.pipe(
  v.looseObject({
    hash,
    seenAt: time,
    text: text(MAX_TEXT),
    blocks: list(block, MAX_BLOCKS),
    skeleton: list(v.looseObject({ simhash: text(64), length: count }), MAX_BLOCKS),
  }),
  v.check((state) => state.blocks.every(({ start, end }) => start <= end && end <= state.text.length)),
);

const short = v.nullable(text(2_000));
const provenance = v.picklist(['json-ld', 'meta', 'visible', 'document', 'url', 'reader']);

/** What is known of an article; its versions are checked one by one. */
export const articleSchema = v.looseObject({
  key: text(8_192),
  urls: list(text(8_192), 1_000),
  title: short,
  authors: list(text(2_000), 200),
  siteName: short,
  publishedTime: short,
  modifiedTime: short,
  section: short,
  lang: short,
  canonicalUrl: v.nullable(text(8_192)),
  flags: v.exactOptional(list(v.picklist(['paywall', 'live-blog']), 10)),
  provenance: v.looseObject({
    title: v.exactOptional(provenance),
    authors: v.exactOptional(provenance),
    siteName: v.exactOptional(provenance),
    publishedTime: v.exactOptional(provenance),
    modifiedTime: v.exactOptional(provenance),
    section: v.exactOptional(provenance),
    lang: v.exactOptional(provenance),
    canonicalUrl: v.exactOptional(provenance),
    paywall: v.exactOptional(provenance),
    'live-blog': v.exactOptional(provenance),
  }),
  versions: list(v.unknown(), MAX_ARTICLE_VERSIONS),
  onlyRead: v.exactOptional(v.literal(true)),
});
