import type { ExportSet } from '../../../lib/exchange/format';
import type { AnnotationFields, AnnotationRecord } from '../../../lib/model/annotation';
import type { ArticleRecord } from '../../../lib/model/article';
import { sha256 } from '../../../lib/team/version-hash';
import { writeVersion } from '../../../lib/team/write-version';

export const NOW = '2026-03-02T00:00:00.000Z';
export const STORY = 'https://example.org/story';

/** Deterministic ids: the n-th note of a test. */
export function idOf(n: number): string {
  return `01890a5d-ac96-774b-bcce-${n.toString(16).padStart(12, '0')}`;
}

/** The fields of a note on the sample article, with changes. */
export function noteFields(change: Partial<AnnotationFields> = {}): AnnotationFields {
  return {
    kind: 'note',
    article: STORY,
    target: null,
    body: 'Who paid for the survey?',
    tags: ['harbour'],
    codes: [],
    created: '2026-03-01T09:00:00.000Z',
    updated: '2026-03-01T09:00:00.000Z',
    ...change,
  };
}

/** Writes a version of note `n` as someone who has seen all of `before`. */
export function writeNote(
  n: number,
  change: Partial<AnnotationFields> = {},
  before: AnnotationRecord | null = null,
  device = 'laptop',
  minute = 0,
): Promise<AnnotationRecord> {
  const hlc = `2026-03-01T09:${String(minute).padStart(2, '0')}:00.000Z-0000`;
  const stamp = { device, hlc, author: `owner of ${device}` };
  return writeVersion(before, idOf(n), before?.ctx ?? {}, noteFields(change), stamp, sha256);
}

const TEXT = 'The 🙂 harbour opens in May.\n"It was late," said Ana Ruiz.';

/** An article with one version of its text, with changes. */
export async function storyArticle(change: Partial<ArticleRecord> = {}): Promise<ArticleRecord> {
  return {
    key: STORY,
    urls: [STORY, `${STORY}?page=2`],
    title: 'The harbour opens',
    authors: ['Ben Sato', 'Mia Lind'],
    siteName: 'Example Post',
    publishedTime: '2026-03-01T06:00:00Z',
    modifiedTime: null,
    section: 'Coast',
    lang: 'en',
    canonicalUrl: STORY,
    provenance: { title: 'json-ld', authors: 'visible' },
    versions: [
      {
        hash: await sha256(TEXT),
        seenAt: '2026-03-01T09:00:00.000Z',
        text: TEXT,
        blocks: [
          { kind: 'paragraph', start: 0, end: 28 },
          { kind: 'quote', start: 29, end: TEXT.length },
        ],
        skeleton: [
          { simhash: '0badcafe', length: 28 },
          { simhash: '0badf00d', length: TEXT.length - 29 },
        ],
      },
    ],
    ...change,
  };
}

/** The passage from `start` to `end` of the sample article. */
export async function passage(start: number, end: number) {
  return {
    quote: { exact: TEXT.slice(start, end), prefix: TEXT.slice(0, start), suffix: TEXT.slice(end) },
    position: { start, end, version: await sha256(TEXT), base: 'article' as const },
    structure: { path: 'p<article', block: 0, heading: '', simhash: '0badcafe' },
    history: [],
  };
}

/** An export of the given notes and the sample article. */
export async function exportOf(annotations: readonly AnnotationRecord[]): Promise<ExportSet> {
  return {
    articles: [await storyArticle()],
    annotations,
    exportedAt: '2026-03-01T12:00:00.000Z',
    generator: 'Pressmark 0.1.0',
  };
}
