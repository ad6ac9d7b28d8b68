import { type ArticleRecord, CORRECTABLE, type CorrectableField } from '../model/article';
import type { ArticleChange, CorrectedFields } from './schema';

/** The fields in which a correction made one state of an article of another, as a change that can be taken back. */
export function correctionsOf(before: ArticleRecord, after: ArticleRecord): readonly ArticleChange[] {
  const fields = CORRECTABLE.filter((field) => !isSame(fieldOf(before, field), fieldOf(after, field)));
  if (fields.length === 0) return [];
  const some = (record: ArticleRecord) =>
    Object.fromEntries(fields.map((field) => [field, fieldOf(record, field)]));
  return [{ key: after.key, before: some(before), after: some(after) }];
}

/**
 * An article with its fields set from one side of a change to the other; null where one of them was corrected otherwise
 * meanwhile. What a page says of itself may have changed: only a correction of the reader's stands in the way.
 */
export function withFields(
  record: ArticleRecord,
  from: CorrectedFields,
  to: CorrectedFields,
): ArticleRecord | null {
  let next = record;
  for (const field of CORRECTABLE) {
    const [expected, wanted] = [from[field], to[field]];
    if (!expected || !wanted) continue;
    const current = fieldOf(record, field);
    const isByReader = current.from === 'reader' || expected.from === 'reader';
    if (isByReader && !isSame(current, expected)) return null;
    const { [field]: _from, ...others } = next.provenance;
    const provenance = wanted.from === undefined ? others : { ...others, [field]: wanted.from };
    next = { ...next, [field]: wanted.value, provenance };
  }
  return next;
}

function fieldOf(
  record: ArticleRecord,
  field: CorrectableField,
): NonNullable<CorrectedFields[CorrectableField]> {
  const from = record.provenance[field];
  return { value: record[field], ...(from === undefined ? {} : { from }) };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
