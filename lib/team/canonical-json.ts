import canonicalize from 'canonicalize';

/** A value as JSON can carry it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

// In Unicode mode this class matches only surrogates that have no partner.
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * A deep copy that survives JSON and UTF-8 unchanged: absent values are dropped and half characters (a selection can
 * cut an emoji in two) become U+FFFD, which keeps every offset. Unknown keys stay: a newer version wrote them.
 *
 * @throws TypeError for numbers JSON has no form for and for anything that is no data.
 */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.replace(LONE_SURROGATE, '\uFFFD');
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : toJson(item)));
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([key, item]) => item !== undefined && key !== '__proto__');
    return Object.fromEntries(
      entries.map(([key, item]) => [key.replace(LONE_SURROGATE, '\uFFFD'), toJson(item)]),
    );
  }
  throw new TypeError(`No JSON form for a ${typeof value}`);
}

/**
 * The one serialisation of a value after RFC 8785 (JSON Canonicalization Scheme): equal data, equal text.
 *
 * @throws TypeError where `toJson` does.
 */
export function canonicalJson(value: unknown): string {
  return canonicalize(toJson(value)) ?? 'null';
}
