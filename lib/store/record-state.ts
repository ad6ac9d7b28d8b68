import type { AnnotationRecord } from '../model/annotation';
import { canonicalJson } from '../team/canonical-json';
import { fieldsOf } from '../team/write-version';

/** What tells one state of a record from another; the empty string for no record. */
export function recordState(record: AnnotationRecord | null): string {
  return record === null ? '' : JSON.stringify([record.ctx, record.versions.map((version) => version.hash)]);
}

/** What a record says, whoever wrote it down and when: short, and the same for the same wordings and deletions. */
export function recordContent(record: AnnotationRecord): string {
  const said = record.versions.map((version) => {
    const { updated: _updated, ...fields } = fieldsOf(version);
    return canonicalJson({ ...fields, author: version.author, deleted: version.deleted === true });
  });
  return fingerprint(said.sort().join('\n'));
}

// Two FNV-1a of different seeds: 64 bits, enough to tell states of one note apart. SHA-256 cannot be had inside a transaction.
function fingerprint(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    a = Math.imul(a ^ text.charCodeAt(at), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(at), 0x85ebca6b);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
