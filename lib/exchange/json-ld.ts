import { v5 } from 'uuid';
import type { AnnotationRecord, AnnotationVersion } from '../model/annotation';
import type { ArticleRecord } from '../model/article';
import { currentVersion, isDeleted } from '../team/conflicts';
import { withoutTracking } from './clean-address';
import { ExportPlaces } from './export-places';
import type { ExportSet, Format } from './format';
import { FILE_CONTEXT, FORMAT_VERSION, KEYS } from './json-ld-terms';
import { readExchangeFile } from './read-file';
import { utcTime, w3cAnnotation } from './w3c-annotation';

const BATCH = 50;
// Names the collections we write; any fixed UUID would do.
const COLLECTIONS = '7d0c4a52-3f0e-4f43-9d0b-2f6c1f4b8a10';

/**
 * W3C Web Annotation as one AnnotationCollection with one embedded page, and everything needed to merge the file
 * back under our prefix. One annotation a line, so that version control shows what changed.
 */
export const jsonLd: Format = {
  name: 'json-ld',
  extension: '.annotations.jsonld',
  mediaType: 'application/ld+json',
  descriptionKey: 'export_json_ld_description',
  lossKey: 'export_json_ld_loss',
  write: writeCollection,
  read: readExchangeFile,
};

interface Shown {
  readonly record: AnnotationRecord;
  readonly version: AnnotationVersion;
}

function* writeCollection(set: ExportSet): Iterable<string> {
  const places = new ExportPlaces(set.articles);
  const shown = set.annotations.flatMap((record): Shown[] => {
    const version = currentVersion(record);
    return version === null || isDeleted(record) ? [] : [{ record, version }];
  });
  const removed = set.annotations.filter((record) => record.versions.length > 0 && isDeleted(record));
  yield head(set, shown.length);
  yield* list(shown, ({ record, version }) => JSON.stringify(w3cAnnotation(record, version, places)));
  yield `]},\n${JSON.stringify(KEYS.removed)}:[`;
  yield* list(removed, (record) => JSON.stringify(record));
  yield `],\n${JSON.stringify(KEYS.articles)}:[`;
  yield* list(set.articles, (article) => JSON.stringify(toShare(article)));
  yield ']}\n';
}

/** The collection up to the first item of its page. */
function head(set: ExportSet, total: number): string {
  const { annotations, exportedAt } = set;
  const name = [exportedAt, annotations.length, annotations[0]?.id, annotations.at(-1)?.id].join(' ');
  const id = (part: string) => `urn:uuid:${v5(`${part} ${name}`, COLLECTIONS)}`;
  const created = utcTime(exportedAt);
  const collection = {
    '@context': FILE_CONTEXT,
    id: id('collection'),
    type: 'AnnotationCollection',
    label: set.generator,
    ...(created === null ? {} : { created }),
    generator: { type: 'Software', name: set.generator },
    total,
    [KEYS.format]: FORMAT_VERSION,
  };
  const page = { id: id('page'), type: 'AnnotationPage', startIndex: 0 };
  const open = (object: object) => JSON.stringify(object).slice(0, -1);
  return `${open(collection)},\n"first":${open(page)},"items":[`;
}

function toShare(article: ArticleRecord): ArticleRecord {
  return { ...article, urls: [...new Set(article.urls.map(withoutTracking))] };
}

function* list<T>(items: readonly T[], write: (item: T) => string): Iterable<string> {
  for (let start = 0; start < items.length; start += BATCH) {
    const lines = items.slice(start, start + BATCH).map(write);
    yield `${start === 0 ? '\n' : ',\n'}${lines.join(',\n')}`;
  }
}
