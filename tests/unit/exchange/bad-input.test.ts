import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLd } from '../../../lib/exchange/json-ld';
import { readExchangeFile } from '../../../lib/exchange/read-file';
import { articleKey } from '../../../lib/notes/article-key';
import { rounds } from '../../support/rounds';
import { exportOf, idOf, NOW, noteFields, passage, writeNote } from './sample-set';

const read = (text: string) => readExchangeFile(text, NOW, 'foreign');

// biome-ignore lint/suspicious/noExplicitAny: files are broken on purpose
type Broken = any;

/** A file of two notes as text, changed before it is written. */
async function fileWith(change: (document: Broken) => void = () => {}): Promise<string> {
  const target = await passage(4, 14);
  const set = await exportOf([await writeNote(1, { target }), await writeNote(2)]);
  const document: Broken = JSON.parse([...jsonLd.write(set)].join(''));
  change(document);
  return JSON.stringify(document);
}

async function skippedOf(change: (document: Broken) => void) {
  const result = await read(await fileWith(change));
  if (!result.ok) throw new Error(result.problem);
  return { skipped: result.skipped, ids: result.annotations.map((record) => record.id) };
}

describe('a file that cannot be read', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blanks and a byte order mark', '\uFEFF \n', 'empty'],
    ['prose', 'Dear colleague, here are my notes', 'not-json'],
    ['a web page', '<!doctype html><p>[1] not found', 'not-json'],
    ['a number', '42', 'other-json'],
    ['a text', '"annotations"', 'other-json'],
    ['settings of something else', '{"name":"left-pad","version":"1.0.0"}', 'other-json'],
    ['a list of other things', '[{"type":"Feature"},{"type":"Point"}]', 'other-json'],
    ['a list of nothing', '[]', 'empty'],
    ['a collection without notes', '{"type":"AnnotationCollection","total":0}', 'empty'],
    ['JSON broken in the middle', '{"type":"Annotation",,"id":"urn:x"}', 'damaged'],
  ])('says what is wrong with %s', async (_, text, problem) => {
    expect(await read(text)).toEqual({ ok: false, problem });
  });

  it('says that it is cut off, wherever it was cut', async () => {
    const text = await fileWith();
    for (let length = 2; length < text.length - 1; length += 7) {
      expect(await read(text.slice(0, length))).toEqual({ ok: false, problem: 'cut-off' });
    }
  });

  it('says that a newer version wrote it', async () => {
    const text = await fileWith((document) => {
      document['pressmark:format'] = 2;
    });
    expect(await read(text)).toEqual({ ok: false, problem: 'newer-version' });
  });

  it('says that it is damaged when no note of ours survives the checks', async () => {
    const text = await fileWith((document) => {
      for (const item of document.first.items) item['pressmark:record'].versions[0].body = 'Changed by hand';
    });
    expect(await read(text)).toEqual({ ok: false, problem: 'damaged' });
    const version = await fileWith((document) => {
      document['pressmark:format'] = { toString: 1 };
    });
    expect(await read(version)).toEqual({ ok: false, problem: 'damaged' });
  });

  it('is refused before it is parsed when it is too large', async () => {
    const text = { length: 300_000_000 } as unknown as string;
    expect(await read(text)).toEqual({ ok: false, problem: 'too-large' });
  });

  it('does not overflow the stack, however deep it is nested', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(await read(deep)).toEqual({ ok: false, problem: 'other-json' });
    const note = `{"type":"Annotation","id":"urn:x","target":${'{"source":'.repeat(50_000)}1${'}'.repeat(50_000)}}`;
    const result = await read(note);
    expect(result.ok && result.skipped).toEqual([{ index: 0, reason: 'too-deep' }]);
  });
});

describe('a file with bad notes among good ones', () => {
  const record = (document: Broken, index = 0) => document.first.items[index]['pressmark:record'];

  it('leaves out a note whose hash is wrong and keeps the others', async () => {
    const changed = await skippedOf((document) => {
      record(document).versions[0].body = 'Words put into her mouth';
    });
    expect(changed).toEqual({ skipped: [{ index: 0, reason: 'hash' }], ids: [idOf(2)] });
  });

  it('leaves out a record of which one version was taken away but not its trace', async () => {
    const empty = await skippedOf((document) => {
      record(document).versions = [];
    });
    expect(empty.skipped).toEqual([{ index: 0, reason: 'empty' }]);
    const uncovered = await skippedOf((document) => {
      record(document).ctx = { other: 1 };
    });
    expect(uncovered.skipped).toEqual([{ index: 0, reason: 'uncovered' }]);
  });

  it.each([
    ['an id that is no UUID', (r: Broken) => Object.assign(r, { id: '../../etc' })],
    ['a counter that is no number', (r: Broken) => Object.assign(r.ctx, { laptop: '9' })],
    ['a counter beyond all counting', (r: Broken) => Object.assign(r.ctx, { laptop: 1e308 })],
    ['a device nobody could have', (r: Broken) => Object.assign(r.ctx, { 'a b': 1 })],
    ['tags that are no list', (r: Broken) => Object.assign(r.versions[0], { tags: 'a' })],
    [
      'a body of 100,000 characters',
      (r: Broken) => Object.assign(r.versions[0], { body: 'x'.repeat(100_000) }),
    ],
    ['a target that is a number', (r: Broken) => Object.assign(r.versions[0], { target: 7 })],
    ['versions that are no list', (r: Broken) => Object.assign(r, { versions: { length: 3 } })],
  ])('leaves out a record with %s', async (_, change) => {
    const { skipped, ids } = await skippedOf((document) => change(record(document)));
    expect(skipped).toEqual([{ index: 0, reason: 'shape' }]);
    expect(ids).toEqual([idOf(2)]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'nowhere'])(
    'leaves out a note on %s',
    async (article) => {
      const bad = await writeNote(1, { article });
      const set = await exportOf([bad, await writeNote(2)]);
      const result = await read([...jsonLd.write(set)].join(''));
      expect(result.ok && result.skipped).toEqual([{ index: 0, reason: 'article' }]);
    },
  );

  it('refuses keys that reach for prototypes, wherever they are, and stays whole', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const text = (await fileWith()).replace(
        '"device":"laptop"',
        `"${key}":{"polluted":1},"device":"laptop"`,
      );
      expect(text).toContain(key);
      const result = await read(text);
      expect(result.ok && result.skipped).toEqual([{ index: 0, reason: 'unsafe-key' }]);
    }
    const foreign = `{"type":"Annotation","id":"urn:x","target":"https://example.org/","body":{"__proto__":{"value":"x"}}}`;
    const result = await read(foreign);
    expect(result.ok && result.skipped).toEqual([{ index: 0, reason: 'unsafe-key' }]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('joins notes with the same id and keeps both wordings', async () => {
    const first = await writeNote(1);
    const left = await writeNote(1, { body: 'Left' }, first, 'laptop', 1);
    const right = await writeNote(1, { body: 'Right' }, first, 'phone', 1);
    const result = await read([...jsonLd.write(await exportOf([left, right, left]))].join(''));
    expect(result.ok && result.annotations.map(({ versions }) => versions.map(({ body }) => body))).toEqual([
      ['Left', 'Right'],
    ]);
  });

  it('carries a script in every field as text and nothing else', async () => {
    const script = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const target = await passage(0, 5);
    const quote = { exact: script, prefix: script, suffix: script };
    const note = await writeNote(1, {
      body: script,
      tags: [script],
      codes: [script],
      target: { ...target, quote },
    });
    const set = await exportOf([note]);
    const [article] = set.articles;
    const hostile = {
      ...article!,
      title: script,
      authors: [script],
      siteName: script,
      lang: script,
      canonicalUrl: 'javascript:alert(1)',
      urls: ['javascript:alert(1)', 'data:text/html,x', article!.key],
    };
    const text = [...jsonLd.write({ ...set, articles: [hostile], generator: script })].join('');
    const result = await read(text);
    if (!result.ok) throw new Error(result.problem);
    expect(result.annotations).toEqual([note]);
    expect(result.articles).toEqual([{ ...hostile, canonicalUrl: null, urls: [article!.key] }]);
  });

  it('leaves out an article text whose hash is wrong, and articles that are none', async () => {
    const text = await fileWith((document) => {
      document['pressmark:articles'][0].versions[0].text += ' Not what they wrote.';
      document['pressmark:articles'].push(7, { key: 'javascript:1' }, null);
    });
    const result = await read(text);
    expect(result.ok && result.articles.map(({ key, versions }) => [key, versions.length])).toEqual([
      [articleKey('https://example.org/story'), 0],
    ]);
  });
});

describe('any file at all', () => {
  it('is answered, never thrown at', async () => {
    const text = await fileWith();
    const cut = fc.tuple(fc.nat(text.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 12 }));
    const mutated = fc
      .array(cut, { minLength: 1, maxLength: 4 })
      .map((cuts) =>
        cuts.reduce((all, [at, n, insert]) => all.slice(0, at) + insert + all.slice(at + n), text),
      );
    const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value));
    const typed = fc
      .record({
        type: fc.constantFrom('Annotation', 'AnnotationPage'),
        items: fc.jsonValue(),
        target: fc.jsonValue(),
        body: fc.jsonValue(),
        id: fc.jsonValue(),
        created: fc.jsonValue(),
        creator: fc.jsonValue(),
      })
      .map((value) => JSON.stringify(value));
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated, json, typed, fc.string({ unit: 'binary' })), async (input) => {
        const result = await read(input);
        expect(typeof result.ok).toBe('boolean');
        if (!result.ok) return;
        for (const record of result.annotations) expect(record.versions.length).toBeGreaterThan(0);
      }),
      { seed: 20260101, numRuns: rounds(5_000, 50_000) },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  }, 600_000);

  it('of 10,000 notes is written and read in bounded time', async () => {
    const target = await passage(4, 14);
    const body = 'A note of some length. '.repeat(20);
    const notes = await Promise.all(
      Array.from({ length: 10_000 }, (_, n) => writeNote(n, noteFields({ target, body }))),
    );
    const set = await exportOf(notes);
    // CPU time: what else the machine does is not our speed.
    const cpu = () => (process.cpuUsage().user + process.cpuUsage().system) / 1_000;
    const start = cpu();
    const text = [...jsonLd.write(set)].join('');
    const writing = cpu();
    const result = await read(text);
    const reading = cpu();
    expect(result.ok && result.annotations.length).toBe(10_000);
    console.info(
      `10,000 notes, ${(text.length / 1e6).toFixed(1)} MB: written in ${Math.round(writing - start)} ms, read in ${Math.round(reading - writing)} ms of CPU`,
    );
    expect(writing - start).toBeLessThan(2_000);
    expect(reading - writing).toBeLessThan(6_000);
  }, 120_000);
});
