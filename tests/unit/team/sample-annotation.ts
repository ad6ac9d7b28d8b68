import type { AnnotationFields, AnnotationRecord } from '../../../lib/model/annotation';
import type { TextHash } from '../../../lib/team/version-hash';
import { writeVersion } from '../../../lib/team/write-version';

export const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

/** The fields of a note; every `body` is another wording. */
export function sampleFields(
  body = 'A first thought',
  updated = '2026-03-01T09:00:00.000Z',
): AnnotationFields {
  return {
    kind: 'note',
    article: 'https://example.org/story',
    target: null,
    body,
    tags: ['harbour'],
    codes: [],
    created: '2026-03-01T09:00:00.000Z',
    updated,
  };
}

/** FNV-1a with two seeds: not secure, but fast and good enough to tell versions of a simulation apart. */
export const quickHash: TextHash = async (text) => {
  let [a, b] = [0x811c9dc5, 0x1000193];
  for (let i = 0; i < text.length; i += 1) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
};

/** The stamp of a writer at a minute of one fixed day. */
export function stampOf(device: string, minute = 0) {
  const time = new Date(Date.UTC(2026, 2, 1, 9, minute)).toISOString();
  return { device, hlc: `${time}-0000`, author: `author of ${device}` };
}

/** Writes as the owner of a device who has seen everything in the record. */
export function write(
  record: AnnotationRecord | null,
  device: string,
  body: string,
  minute = 0,
): Promise<AnnotationRecord> {
  return writeVersion(record, ID, record?.ctx ?? {}, sampleFields(body), stampOf(device, minute), quickHash);
}

/** The wordings still alive, sorted; a deletion shows as `deleted`. */
export function wordings(record: AnnotationRecord): string[] {
  return record.versions.map((version) => (version.deleted ? 'deleted' : (version.body ?? ''))).sort();
}
