import { v5 } from 'uuid';
import type { AnnotationFields, AnnotationRecord } from '../model/annotation';
import type { ArticleRecord } from '../model/article';
import { canonicalJson, toJson } from '../team/canonical-json';
import { tickClock } from '../team/hybrid-clock';
import { hashVersion, sha256 } from '../team/version-hash';
import { isIdentifierIri } from './absolute-uri';
import { foreignBody } from './foreign-body';
import { type ForeignTarget, foreignTargets } from './foreign-target';
import { asList, asObject, dataProblem, firstText, type PlainObject } from './plain-data';
import { articleStub } from './read-article';
import { checkRecord, type RecordRefusal } from './read-record';

/** The time of an annotation that states none. A fixed one: reading the file again must give the same version. */
export const UNDATED = '1970-01-01T00:00:00.000Z';

/** What a file says beside its annotations: `now` ISO 8601, `device` the name foreign versions are made under. */
export interface ForeignOrigin {
  readonly now: string;
  readonly device: string;
  /** The collection's own time, for annotations without one. */
  readonly date: string | null;
}

/** The records of one foreign annotation (one for each page it is about), or why there are none. */
export type ForeignReading =
  | {
      readonly ok: true;
      readonly records: readonly AnnotationRecord[];
      readonly articles: readonly ArticleRecord[];
    }
  | { readonly ok: false; readonly reason: RecordRefusal };

/**
 * Reads an annotation that another tool made. The version's device and counter come from the annotation's IRI and its
 * time alone, so that reading it again, here or at a colleague's, gives the same version, and a later state of it
 * replaces an earlier one that nobody has edited. Never rejects.
 */
export async function readForeign(annotation: PlainObject, origin: ForeignOrigin): Promise<ForeignReading> {
  const unsafe = dataProblem(annotation);
  if (unsafe !== null) return { ok: false, reason: unsafe };
  const targets = foreignTargets(annotation);
  if (targets.length === 0) return { ok: false, reason: 'target' };
  const records: AnnotationRecord[] = [];
  for (const [index, target] of targets.entries()) {
    const reading = await checkRecord(await foreignRecord(annotation, target, index, origin));
    if (!reading.ok) return reading;
    records.push(reading.record);
  }
  return { ok: true, records, articles: targets.map(({ key, url }) => articleStub(key, url)) };
}

async function foreignRecord(
  annotation: PlainObject,
  target: ForeignTarget,
  index: number,
  origin: ForeignOrigin,
): Promise<AnnotationRecord> {
  const identity = identityOf(annotation);
  const [created, modified] = timesOf(annotation, origin);
  const ms = Date.parse(modified);
  const device = v5(`${origin.device} ${identity.name}`, v5.URL);
  const content = {
    ...(toJson(fieldsOf(annotation, target, created, modified)) as unknown as AnnotationFields),
    ...(isIdentifierIri(identity.name) && identity.uuid === null ? { iri: identity.name } : {}),
    device,
    // The time as counter: what the other tool saved later has seen what it saved before.
    n: Math.max(1, ms),
    hlc: tickClock(null, ms),
    author: authorOf(annotation),
  };
  const id = index === 0 && identity.uuid !== null ? identity.uuid : v5(nameOf(identity.name, index), v5.URL);
  const version = { ...content, hash: await hashVersion(content, sha256) };
  return { id, ctx: { [device]: content.n }, versions: [version] };
}

function fieldsOf(
  annotation: PlainObject,
  { key, target }: ForeignTarget,
  created: string,
  updated: string,
): AnnotationFields {
  const { text, tags } = foreignBody(annotation);
  const shared = { article: key, target, tags, codes: [], created, updated };
  return text === '' ? { ...shared, kind: 'highlight' } : { ...shared, kind: 'note', body: text };
}

interface Identity {
  /** The IRI, or the annotation's content where it has none. */
  readonly name: string;
  readonly uuid: string | null;
}

function identityOf(annotation: PlainObject): Identity {
  const iri = firstText(annotation['id'] ?? annotation['@id']);
  if (iri === null || iri.startsWith('_:')) return { name: canonicalJson(annotation), uuid: null };
  const match = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(iri);
  const uuid = match?.[1]?.toLowerCase() ?? null;
  return { name: uuid === null ? iri : `urn:uuid:${uuid}`, uuid };
}

function nameOf(name: string, index: number): string {
  return index === 0 ? name : `${name} ${index}`;
}

/** When it was made and changed, in UTC. A time after `now` is a broken clock's and counts as none. */
function timesOf(
  annotation: PlainObject,
  origin: ForeignOrigin,
): readonly [created: string, modified: string] {
  const made = ['created', 'generated'].map((key) => timeOf(annotation[key], origin));
  const changed = timeOf(annotation['modified'], origin);
  const fallback = timeOf(origin.date, origin) ?? UNDATED;
  const created = made.find((time) => time !== null) ?? changed ?? fallback;
  return [created, changed ?? created];
}

function timeOf(value: unknown, { now }: ForeignOrigin): string | null {
  const text = firstText(value);
  if (text === null || !/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(text))
    return null;
  // Without a zone the standard means UTC; JavaScript would take the reader's own.
  const ms = Date.parse(/T/.test(text) && !/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? `${text}Z` : text);
  const latest = Date.parse(now);
  return ms >= 0 && !(ms > latest) ? new Date(ms).toISOString() : null;
}

function authorOf(annotation: PlainObject): string {
  const creator = asList(annotation['creator'])[0];
  const agent = asObject(creator);
  const name =
    agent === null
      ? firstText(creator)
      : (firstText(agent['name']) ?? firstText(agent['nickname']) ?? firstText(agent['id']));
  return (name ?? '').slice(0, 500);
}
