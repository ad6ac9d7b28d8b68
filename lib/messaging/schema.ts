import * as v from 'valibot';
import { ACTOR_TYPES } from '../model/actor';
import { KEY_ACTIONS } from '../model/reading-keys';
import { REQUEST_SOURCES } from '../model/request-log';
import { DENSITIES } from '../model/settings';
import type { Border, Check } from './server';

/**
 * The shapes that the background accepts. Objects are rebuilt field by field, so keys that are not named here,
 * `__proto__` among them, never get in. Lengths are UTF-16 units and bound what a hostile page could make us keep.
 */

const LIMITS = {
  text: 4_000_000,
  body: 65_536,
  quote: 200_000,
  context: 400,
  url: 8_192,
  short: 2_000,
  list: 200,
};

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const short = v.pipe(v.string(), v.maxLength(LIMITS.short));
const url = v.pipe(v.string(), v.maxLength(LIMITS.url));
const time = v.pipe(v.string(), v.maxLength(40));
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const nullable = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);
const list = <T extends v.GenericSchema>(schema: T, most = LIMITS.list) =>
  v.pipe(v.array(schema), v.maxLength(most));

const detection = v.object({
  verdict: v.picklist(['article', 'maybe', 'no']),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  why: list(short),
});

const block = v.pipe(
  v.object({
    kind: v.picklist(['standfirst', 'paragraph', 'subheading', 'list', 'quote']),
    start: count,
    end: count,
    path: v.exactOptional(short),
  }),
  v.check((b) => b.start <= b.end, 'a block that ends before it starts'),
);

const bits = v.pipe(v.number(), v.safeInteger());
const text = v.pipe(v.string(), v.maxLength(LIMITS.text));
const elementId = nullable(count);

const surveyedBlock = v.object({
  text,
  parent: elementId,
  grandparent: elementId,
  tag: short,
  context: bits,
  ownHints: bits,
  nearHints: bits,
  farHints: bits,
  linkChars: count,
  boldChars: count,
  hasTime: v.boolean(),
  depth: count,
  articles: list(count, 1_000),
  readable: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});

const pageSurvey = v.object({
  url,
  documentTitle: text,
  lang: nullable(short),
  canonicalLinks: list(nullable(text)),
  jsonLd: list(text, 1_000),
  meta: list(v.tuple([text, text]), 10_000),
  marked: list(v.object({ isExact: v.boolean(), texts: list(text) })),
  times: list(text, 1_000),
  blocks: list(surveyedBlock, 400_000),
});

// Not `reader`: what a page says of itself never passes for a correction.
const provenance = v.picklist(['json-ld', 'meta', 'visible', 'document', 'url']);
const metadataField = v.picklist([
  'title',
  'authors',
  'siteName',
  'publishedTime',
  'modifiedTime',
  'section',
  'lang',
  'canonicalUrl',
  'paywall',
  'live-blog',
]);

const extractedArticle = v.pipe(
  v.object({
    url,
    title: nullable(short),
    authors: list(short),
    siteName: nullable(short),
    publishedTime: nullable(time),
    modifiedTime: nullable(time),
    section: nullable(short),
    lang: nullable(v.pipe(v.string(), v.maxLength(40))),
    canonicalUrl: nullable(url),
    flags: v.exactOptional(list(v.picklist(['paywall', 'live-blog']), 10)),
    provenance: v.record(metadataField, provenance),
    text: v.pipe(v.string(), v.maxLength(LIMITS.text)),
    blocks: list(block, 100_000),
  }),
  v.check((a) => a.blocks.every((b) => b.end <= a.text.length), 'a block outside the text'),
);

const quote = v.object({
  exact: v.pipe(v.string(), v.maxLength(LIMITS.quote)),
  prefix: v.pipe(v.string(), v.maxLength(LIMITS.context)),
  suffix: v.pipe(v.string(), v.maxLength(LIMITS.context)),
});

const position = v.object({
  start: count,
  end: count,
  version: nullable(short),
  base: v.picklist(['article', 'document']),
});

const target = v.object({
  quote,
  position,
  structure: nullable(v.object({ path: short, block: count, heading: short, simhash: short })),
  history: list(v.object({ quote, position, at: time })),
  refused: v.exactOptional(list(v.object({ quote, position, at: time }))),
});

// Fields of other tools and later versions pass through; keys that could do harm are dropped all the same.
const fields = v.looseObject({
  kind: v.picklist(['highlight', 'note', 'coding', 'correction']),
  article: url,
  target: nullable(target),
  body: v.exactOptional(v.pipe(v.string(), v.maxLength(LIMITS.body))),
  tags: list(short),
  codes: list(short, 500),
  stance: v.exactOptional(v.pipe(v.number(), v.minValue(-1), v.maxValue(1))),
  created: time,
  updated: time,
});

const context = v.record(v.pipe(v.string(), v.regex(/^[0-9a-zA-Z-]{1,64}$/)), count);
const draft = v.object({
  article: url,
  place: short,
  body: v.pipe(v.string(), v.maxLength(LIMITS.body)),
  tags: list(short),
  target: nullable(target),
  updated: time,
});

const actorType = v.picklist(ACTOR_TYPES);

const surface = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(300));
const word = {
  surface,
  action: v.picklist(['not-an-actor', 'type', 'same-as', 'split', 'mute']),
  value: v.exactOptional(surface),
};
const scope = v.picklist(['article', 'site', 'everywhere']);
const storedWord = v.object({
  id,
  entry: v.object({ ...word, scope, where: v.exactOptional(url), author: short, created: time }),
});

const density = v.picklist(DENSITIES);
const settingsChange = v.object({
  marksOn: v.exactOptional(v.boolean()),
  density: v.exactOptional(density),
  claimsFrom: v.exactOptional(nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)))),
  sites: v.exactOptional(v.record(short, v.picklist(['automatic', 'on-click', 'never']))),
  adderOff: v.exactOptional(list(short)),
  author: v.exactOptional(short),
  hiddenKinds: v.exactOptional(list(actorType)),
  hidesMarks: v.exactOptional(v.boolean()),
  keepsRead: v.exactOptional(v.boolean()),
  keys: v.exactOptional(v.record(v.picklist(KEY_ACTIONS), v.pipe(v.string(), v.regex(/^\S$/u)))),
});

const seenRequest = v.object({
  at: time,
  url,
  from: v.picklist(REQUEST_SOURCES),
  outcome: v.picklist(['sent', 'stopped']),
});

const fileName = v.pipe(v.string(), v.regex(/^[0-9A-Za-z.-]{1,80}$/));

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

const message = <T extends string, E extends v.ObjectEntries>(type: T, entries: E): [T, Check] => {
  const schema = v.object({ type: v.literal(type), ...entries });
  return [type, (value) => v.parse(schema, value)];
};

const fromPages = [
  message('page.detected', { detection }),
  message('article.decide', { survey: pageSurvey }),
  message('page.analyse', { article: extractedArticle, base: v.picklist(['article', 'document']) }),
  message('page.find', {
    text: v.pipe(v.string(), v.maxLength(LIMITS.text)),
    blocks: list(block, 100_000),
  }),
  message('notes.locate', {
    text: v.pipe(v.string(), v.maxLength(LIMITS.text)),
    blocks: list(block, 100_000),
    base: v.picklist(['article', 'document']),
  }),
  message('cards.inject', {}),
  message('frames.style', {}),
  message('notes.save', {
    id,
    seen: context,
    fields,
    article: nullable(extractedArticle),
    draft: nullable(short),
  }),
  message('notes.remove', { id, seen: context }),
  message('words.teach', { words: list(v.object({ id, ...word })), scope }),
  message('words.forget', { ids: list(id, 100_000) }),
  message('keys.read', {}),
  message('marks.show', { density }),
  message('drafts.save', { draft }),
  message('drafts.load', { article: url, place: short }),
  message('drafts.discard', { article: url, place: short }),
];

const correction = v.object({
  title: v.exactOptional(nullable(short)),
  authors: v.exactOptional(nullable(list(short))),
  siteName: v.exactOptional(nullable(short)),
  publishedTime: v.exactOptional(nullable(time)),
});

const fromExtension = [
  message('page.status', { tabId: count }),
  message('page.read', { tabId: count }),
  message('page.note', { tabId: count }),
  message('page.says', { tabId: count }),
  message('page.showNote', { tabId: count, id }),
  message('page.showSpan', { tabId: count, passage: v.object({ start: count, end: count, words: text }) }),
  message('page.keys', { tabId: count }),
  message('requests.seen', { requests: list(seenRequest, 1_000) }),
  message('settings.read', {}),
  message('settings.change', { change: settingsChange }),
  message('notes.open', { id }),
  message('words.merge', { words: list(storedWord, 100_000) }),
  // The page that asks has rebuilt and verified every record (lib/exchange); the store checks them once more.
  message('notes.merge', {
    annotations: list(v.custom<object>(isObject), 1_000_000),
    articles: list(v.custom<object>(isObject), 1_000_000),
  }),
  message('notes.mergeFile', { name: fileName }),
  message('library.index', { looksAnew: v.boolean() }),
  message('notes.tag', {
    ids: list(id, 100_000),
    add: list(short),
    remove: list(short),
  }),
  message('notes.removeAll', { notes: list(v.object({ id, seen: context }), 100_000) }),
  message('article.correct', { tabId: count, correction }),
  message('article.keep', { tabId: count }),
  message('article.drop', { key: url }),
  message('history.empty', {}),
  message('changes.move', { direction: v.picklist(['undo', 'redo']) }),
  message('bin.giveBack', { ids: list(id, 100_000) }),
  message('bin.empty', {}),
  message('store.watch', {}),
  message('store.backUp', {}),
  message('store.removeBackup', { name: fileName }),
  message('store.restore', { name: fileName, revives: v.boolean(), run: id }),
  message('store.erase', {}),
  message('store.settleLoss', {}),
  message('store.keepFiles', {
    change: v.object({ fileSaved: v.exactOptional(time), savesFiles: v.exactOptional(v.boolean()) }),
  }),
];

/** What the background lets in, and from whom. */
export const BACKGROUND_BORDER: Border = {
  checks: Object.fromEntries([...fromPages, ...fromExtension]),
  extensionOnly: new Set(fromExtension.map(([type]) => type)),
};
