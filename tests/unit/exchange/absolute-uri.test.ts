import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdentifierIri, strictUri } from '../../../lib/exchange/absolute-uri';
import { articleKey } from '../../../lib/notes/article-key';

const ajv = new AjvDraft04({ strict: false });
addFormats.default(ajv);
const isUri = ajv.compile({ type: 'string', format: 'uri' });

describe('an address in an exported file', () => {
  it('keeps to the characters of RFC 3986 and still leads to the same article', () => {
    const tail = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(tail, tail, tail, (path, query, fragment) => {
        const address = `https://example.org/${path}?q=${query}#!/${fragment}`;
        const key = articleKey(address);
        if (key === null) return;
        for (const uri of [strictUri(key), strictUri(address)]) expect(isUri(uri), uri).toBe(true);
      }),
      { seed: 20260101, numRuns: 1_000 },
    );
  });

  it('is left as it is where nothing has to be escaped', () => {
    for (const uri of [
      'https://example.org/a%20b?x=1&y=(2)#/route',
      'http://[::1]:8080/x',
      'pressmark:sample',
    ]) {
      expect(strictUri(uri)).toBe(uri);
    }
  });

  it('escapes what browsers leave alone', () => {
    expect(strictUri('https://example.org/a|b[c]?d^e%zz')).toBe(
      'https://example.org/a%7Cb%5Bc%5D?d%5Ee%25zz',
    );
    expect(strictUri('https://münchen.example/ü')).toBe('https://xn--mnchen-3ya.example/%C3%BC');
  });
});

describe('an identifier', () => {
  it('is a web address, a URN or a tag, and nothing that runs', () => {
    for (const iri of [
      'https://example.org/a/1',
      'urn:isbn:1',
      'tag:example.org,2026:x',
      'http://example.org/ü',
    ]) {
      expect(isIdentifierIri(iri)).toBe(true);
    }
    for (const iri of ['javascript:alert(1)', 'data:text/html,x', '', 'https://a b', 'urn:', '"><script>']) {
      expect(isIdentifierIri(iri)).toBe(false);
    }
  });
});
