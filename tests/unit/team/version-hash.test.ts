import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, toJson } from '../../../lib/team/canonical-json';
import { recordProblem, verifyRecord } from '../../../lib/team/verify-record';
import { hashVersion, sha256 } from '../../../lib/team/version-hash';
import { quickHash, write } from './sample-annotation';

describe('canonical JSON', () => {
  it('writes keys in the order of RFC 8785 and numbers as ECMAScript does', () => {
    expect(canonicalJson({ b: [1e21, 4.5, 0.002], a: '\u20ac', '\u20ac': 1, '1': null })).toBe(
      '{"1":null,"a":"€","b":[1e+21,4.5,0.002],"€":1}',
    );
  });

  it('does not depend on the order in which fields were set', () => {
    const property = fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
      const reversed = Object.fromEntries(Object.entries(data).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(data));
    });
    fc.assert(property, { seed: 20260101, numRuns: 1000 });
  });

  it('survives UTF-8 and parsing, whatever the text', () => {
    const anyText = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    });
    const property = fc.property(anyText, (text) => {
      const written = canonicalJson({ text });
      const read = JSON.parse(new TextDecoder().decode(new TextEncoder().encode(written)));
      expect(read).toEqual(toJson({ text }));
      expect(read.text).toHaveLength(text.length);
    });
    fc.assert(property, { seed: 20260101, numRuns: 2000 });
  });

  it('drops what is absent and what could reach a prototype', () => {
    const hostile = JSON.parse('{"a":1,"__proto__":{"polluted":true}}');
    expect(canonicalJson({ ...hostile, b: undefined })).toBe('{"a":1}');
    expect(canonicalJson(hostile)).toBe('{"a":1}');
  });

  it('refuses what is no data', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, () => 1, 1n, Symbol('s')]) {
      expect(() => canonicalJson({ value })).toThrow(TypeError);
    }
  });
});

describe('the hash of a version', () => {
  it('is the SHA-256 that everybody computes', async () => {
    const text = 'Ærøskøbing 🚢';
    expect(await sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });

  it('covers everything but itself', async () => {
    const version = (await write(null, 'a', 'start')).versions[0]!;
    expect(await hashVersion(version, quickHash)).toBe(version.hash);
    for (const change of [
      { body: 'x' },
      { n: 2 },
      { author: 'x' },
      { hlc: 'x' },
      { deleted: true as const },
    ]) {
      expect(await hashVersion({ ...version, ...change }, quickHash)).not.toBe(version.hash);
    }
  });
});

describe('a record from outside', () => {
  it('is accepted as it was written, unknown fields included', async () => {
    const record = await write(null, 'a', 'start');
    const content = { ...record.versions[0]!, invented: { by: ['a', 'newer', 'version'] } };
    const version = { ...content, hash: await hashVersion(content, quickHash) };
    expect(await verifyRecord(record, quickHash)).toBeNull();
    expect(await verifyRecord({ ...record, versions: [version] }, quickHash)).toBeNull();
  });

  it('is refused when a single word was changed', async () => {
    const record = await write(null, 'a', 'start');
    const tampered = {
      ...record,
      versions: record.versions.map((version) => ({ ...version, body: 'stort' })),
    };
    expect(await verifyRecord(tampered, quickHash)).toBe('hash');
  });

  it('is refused when it could wipe or break others', async () => {
    const record = await write(null, 'a', 'start');
    const version = record.versions[0]!;
    const cases = [
      [{ ...record, id: '' }, 'id'],
      [{ ...record, ctx: { a: 1.5 } }, 'context'],
      [{ ...record, ctx: { a: Number.MAX_VALUE } }, 'context'],
      [{ ...record, ctx: null as never }, 'context'],
      [{ ...record, versions: [] }, 'empty'],
      [{ ...record, versions: [null as never] }, 'version'],
      [{ ...record, versions: [{ ...version, n: -1 }] }, 'version'],
      [{ ...record, versions: [{ ...version, deleted: 'yes' as never }] }, 'version'],
      [{ ...record, versions: Array.from({ length: 1001 }, () => version) }, 'version'],
      [{ ...record, ctx: {} }, 'uncovered'],
    ] as const;
    for (const [broken, problem] of cases) expect(recordProblem(broken)).toBe(problem);
  });

  it('never makes the check throw, however deep it is nested', async () => {
    const record = await write(null, 'a', 'start');
    let nested: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth += 1) nested = [nested];
    const hostile = { ...record, versions: [{ ...record.versions[0]!, nested }] };
    expect(await verifyRecord(hostile, quickHash)).toBe('hash');
  });
});
