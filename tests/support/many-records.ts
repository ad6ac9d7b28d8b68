import { formatNamed } from '../../lib/exchange/formats';
import type { AnnotationFields, AnnotationRecord } from '../../lib/model/annotation';
import { sha256 } from '../../lib/team/version-hash';
import { writeVersion } from '../../lib/team/write-version';

/** One note of a device on an article, as that device would have stored it. */
export function storedNote(
  n: number,
  change: Partial<AnnotationFields> = {},
  device = 'device-a',
): Promise<AnnotationRecord> {
  const id = `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
  const time = new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString();
  const fields: AnnotationFields = {
    kind: 'note',
    article: `https://news.example/${n % 300}`,
    target: null,
    body: `Note ${n}`,
    tags: [],
    codes: [],
    created: time,
    updated: time,
    ...change,
  };
  const stamp = { device, hlc: `${String(n).padStart(15, '0')}`, author: 'Mai' };
  return writeVersion(null, id, {}, fields, stamp, sha256);
}

/** The Pressmark file of some records. */
export function pressmarkFile(annotations: readonly AnnotationRecord[]): string {
  const set = { annotations, articles: [], exportedAt: '2026-02-01T00:00:00.000Z', generator: 'test' };
  return [...(formatNamed('json-ld')?.write(set) ?? [])].join('');
}
