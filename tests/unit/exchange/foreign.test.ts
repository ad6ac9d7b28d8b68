import { describe, expect, it } from 'vitest';
import { UNDATED } from '../../../lib/exchange/foreign-annotation';
import { jsonLd } from '../../../lib/exchange/json-ld';
import { planImport } from '../../../lib/exchange/plan-import';
import { readExchangeFile } from '../../../lib/exchange/read-file';
import type { AnnotationRecord, AnnotationVersion } from '../../../lib/model/annotation';
import { isConflicted } from '../../../lib/team/conflicts';
import { sha256 } from '../../../lib/team/version-hash';
import { fieldsOf, writeVersion } from '../../../lib/team/write-version';
import { exportOf, NOW, passage, STORY, storyArticle, writeNote } from './sample-set';
import { HAS_SUITE, samples } from './w3c-schemas';

const IRI = 'https://annotations.example/a/42';
const FOREIGN = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: IRI,
  type: 'Annotation',
  motivation: 'commenting',
  creator: { id: 'https://annotations.example/users/ana', type: 'Person', name: 'Ana Ruiz' },
  created: '2026-02-01T10:00:00Z',
  modified: '2026-02-02T10:00:00+01:00',
  body: [
    {
      type: 'TextualBody',
      purpose: 'commenting',
      value: 'Compare with the *budget*.',
      format: 'text/markdown',
    },
    { type: 'TextualBody', purpose: 'tagging', value: 'budget' },
  ],
  target: {
    source: `${STORY}#top`,
    selector: [
      { type: 'RangeSelector', startSelector: { type: 'XPathSelector', value: '/p[1]' } },
      { type: 'TextPositionSelector', start: 4, end: 11 },
      { type: 'TextQuoteSelector', exact: 'harbour', prefix: 'The ', suffix: ' opens' },
    ],
  },
};

async function readAll(document: unknown, now = NOW) {
  const result = await readExchangeFile(JSON.stringify(document), now, 'foreign');
  if (!result.ok) throw new Error(result.problem);
  return result;
}

async function readOne(change: object = {}, now = NOW): Promise<AnnotationRecord> {
  const { annotations } = await readAll({ ...FOREIGN, ...change }, now);
  expect(annotations).toHaveLength(1);
  return annotations[0]!;
}

const versionOf = async (change: object = {}): Promise<AnnotationVersion> =>
  (await readOne(change)).versions[0]!;

describe("another tool's annotation", () => {
  it('becomes a note with its words, tags, author, times and place', async () => {
    const { articles, annotations, skipped } = await readAll(FOREIGN);
    expect(skipped).toEqual([]);
    expect(articles.map(({ key, urls }) => [key, urls])).toEqual([[STORY, [`${STORY}#top`]]]);
    expect(annotations[0]?.versions[0]).toMatchObject({
      kind: 'note',
      article: STORY,
      body: 'Compare with the *budget*.',
      tags: ['budget'],
      author: 'Ana Ruiz',
      created: '2026-02-01T10:00:00.000Z',
      updated: '2026-02-02T09:00:00.000Z',
      target: {
        quote: { exact: 'harbour', prefix: 'The ', suffix: ' opens' },
        position: { start: 4, end: 11, version: null, base: 'article' },
      },
    });
  });

  it('has the UUID v5 of its IRI as id, keeps the IRI, and gives it back as canonical', async () => {
    const record = await readOne();
    // uuid5(NAMESPACE_URL, "https://annotations.example/a/42"), computed with Python's uuid module.
    expect(record.id).toBe('9ebc4d59-e0ee-530b-944a-803331f5d2ce');
    expect(record.versions[0]).toMatchObject({ iri: IRI });
    const [document] = [JSON.parse([...jsonLd.write(await exportOf([record]))].join(''))];
    expect(document.first.items[0]).toMatchObject({ id: `urn:uuid:${record.id}`, canonical: IRI });
  });

  it('keeps its id where that is a UUID already', async () => {
    const uuid = '5f0c3e8a-1b2c-4d3e-8f90-0123456789ab';
    for (const id of [`urn:uuid:${uuid}`, uuid.toUpperCase(), `URN:UUID:${uuid}`]) {
      const record = await readOne({ id });
      expect(record.id).toBe(uuid);
      expect(record.versions[0]).not.toHaveProperty('iri');
    }
  });

  it('does not keep an IRI that would run when it is followed', async () => {
    expect(await versionOf({ id: 'javascript:alert(1)' })).not.toHaveProperty('iri');
  });

  it('is the same note again when it comes again, even without id and dates', async () => {
    for (const change of [
      {},
      { id: undefined },
      { id: '_:b0' },
      { created: undefined, modified: undefined },
    ]) {
      const first = await readOne(change, '2026-03-02T00:00:00Z');
      const later = await readOne(change, '2027-01-01T00:00:00Z');
      expect(later).toEqual(first);
      expect(planImport(new Map([[first.id, first]]), [later]).counts.same).toBe(1);
    }
  });

  it('is replaced by its later state, and never by an earlier one', async () => {
    const first = await readOne();
    const later = await readOne({ modified: '2026-02-20T10:00:00Z', bodyValue: 'More.', body: undefined });
    const forward = planImport(new Map([[first.id, first]]), [later]);
    expect(forward.entries[0]).toMatchObject({ outcome: 'changed', record: later });
    expect(planImport(new Map([[first.id, later]]), [first]).counts.same).toBe(1);
  });

  it('leaves the reader’s own edit standing beside its later state', async () => {
    const first = await readOne();
    const fields = { ...fieldsOf(first.versions[0]!), body: 'My own words' };
    const stamp = { device: 'laptop', hlc: `${NOW}-0000`, author: 'me' };
    const mine = await writeVersion(first, first.id, first.ctx, fields, stamp, sha256);
    const same = planImport(new Map([[first.id, mine]]), [first]);
    expect(same.counts.same).toBe(1);
    const later = await readOne({ modified: '2026-02-20T10:00:00Z', bodyValue: 'More.', body: undefined });
    const plan = planImport(new Map([[first.id, mine]]), [later]);
    expect(plan.entries[0]?.outcome).toBe('conflicting');
    expect(isConflicted(plan.entries[0]!.record)).toBe(true);
  });
});

describe('the words of a foreign annotation', () => {
  const body = async (value: unknown, change: object = {}) => {
    const { body: text, tags, kind } = await versionOf({ body: value, ...change });
    return { text, tags, kind };
  };

  it('are read from every form a body may have', async () => {
    expect(await body('https://example.org/reply')).toMatchObject({ text: 'https://example.org/reply' });
    expect(await body({ type: 'TextualBody', value: 'Plain' })).toMatchObject({
      text: 'Plain',
      kind: 'note',
    });
    expect(await body(undefined, { bodyValue: 'Short form' })).toMatchObject({ text: 'Short form' });
    expect(await body({ id: 'https://example.org/film', type: 'Video' })).toMatchObject({
      text: 'https://example.org/film',
    });
    expect(
      await body({ type: 'SpecificResource', source: { type: 'TextualBody', value: 'Inner' } }),
    ).toMatchObject({
      text: 'Inner',
    });
    const choice = { type: 'Choice', items: [{ value: 'First' }, { value: 'Second' }] };
    expect(await body(choice)).toMatchObject({ text: 'First' });
    expect(await body([{ value: 'One' }, { value: 'Two' }])).toMatchObject({ text: 'One\n\nTwo' });
  });

  it('are tags where the purpose, or without one the motivation, says so', async () => {
    const city = { type: 'SpecificResource', purpose: 'tagging', source: 'https://example.org/city' };
    expect(await body(city)).toMatchObject({ tags: ['https://example.org/city'], kind: 'highlight' });
    expect(await body({ value: 'sea' }, { motivation: 'tagging' })).toMatchObject({ tags: ['sea'] });
    expect(
      await body([
        { value: 'a', purpose: 'tagging' },
        { value: 'a', purpose: 'tagging' },
      ]),
    ).toMatchObject({
      tags: ['a'],
    });
  });

  it('are a highlight when there are none', async () => {
    expect(await body(undefined)).toEqual({ text: undefined, tags: [], kind: 'highlight' });
    expect(await body([{ type: 'TextualBody', value: '   ' }, 7, null])).toMatchObject({ kind: 'highlight' });
  });

  it('come out of HTML as text', async () => {
    const html = '<p>Ben &amp; Mia&#x27;s <b>ferry</b></p><p>x &lt; y</p><script>alert(1)</script>';
    expect((await body({ value: html, format: 'text/html' })).text).toBe("Ben & Mia's ferry\nx < y");
  });
});

describe('the target of a foreign annotation', () => {
  const target = async (value: unknown) => versionOf({ target: value });

  it('is the page as a whole without a quote', async () => {
    const forms = [STORY, { id: STORY, type: 'Text' }, { source: STORY }, { source: { id: STORY } }];
    for (const form of forms) expect(await target(form)).toMatchObject({ article: STORY, target: null });
    const css = { source: STORY, selector: { type: 'CssSelector', value: 'p' } };
    expect(await target(css)).toMatchObject({ target: null });
  });

  it('is found in refinements and choices', async () => {
    const quote = { type: 'TextQuoteSelector', exact: 'ferry' };
    for (const selector of [
      { type: 'FragmentSelector', value: 'p5', refinedBy: quote },
      { type: 'Choice', items: [{ type: 'CssSelector', value: 'p' }, quote] },
      [
        {
          type: 'XPathSelector',
          value: '/p',
          refinedBy: { type: 'CssSelector', value: 'b', refinedBy: quote },
        },
      ],
    ]) {
      expect((await target({ source: STORY, selector })).target?.quote.exact).toBe('ferry');
    }
  });

  it('gives one note for each page it is about', async () => {
    const other = 'https://example.org/other';
    const { annotations } = await readAll({
      ...FOREIGN,
      target: [STORY, { type: 'List', items: [other, STORY] }],
    });
    expect(annotations.map((record) => record.versions[0]?.article)).toEqual([STORY, other, STORY]);
    expect(new Set(annotations.map((record) => record.id)).size).toBe(3);
    expect(annotations[0]?.id).toBe((await readOne()).id);
  });

  it('is refused where it is no web page', async () => {
    for (const form of ['urn:isbn:123', 'javascript:alert(1)', 'file:///x', undefined, { items: [] }, 7]) {
      const { annotations, skipped } = await readAll({ ...FOREIGN, target: form });
      expect([annotations, skipped]).toEqual([[], [{ index: 0, reason: 'target' }]]);
    }
  });
});

describe('the time of a foreign annotation', () => {
  const times = async (change: object) => {
    const { created, updated } = await versionOf({ created: undefined, modified: undefined, ...change });
    return [created, updated];
  };

  it('is UTC where no zone is given, and the later one where only one is', async () => {
    expect(await times({ created: '2026-02-01T10:00:00' })).toEqual(
      Array(2).fill('2026-02-01T10:00:00.000Z'),
    );
    expect(await times({ modified: '2026-02-01' })).toEqual(Array(2).fill('2026-02-01T00:00:00.000Z'));
    expect(await times({ generated: '2026-02-01T10:00Z' })).toEqual(
      Array(2).fill('2026-02-01T10:00:00.000Z'),
    );
  });

  it('is none where it is no time, in the future or before 1970', async () => {
    for (const created of [
      'yesterday',
      '1',
      17,
      '2031-01-01T00:00:00Z',
      '1912-04-15T00:00:00Z',
      '2026-13-01',
    ]) {
      expect(await times({ created })).toEqual([UNDATED, UNDATED]);
    }
  });

  it('is that of the collection where the annotation has none', async () => {
    const { created: _c, modified: _m, ...undated } = FOREIGN;
    const page = { type: 'AnnotationPage', created: '2026-01-05T00:00:00Z', items: [undated] };
    expect((await readAll(page)).annotations[0]?.versions[0]?.updated).toBe('2026-01-05T00:00:00.000Z');
  });
});

describe('a document of another tool', () => {
  it('may be one annotation, a list, a page, a collection or a graph', async () => {
    const items = [FOREIGN, { ...FOREIGN, id: `${IRI}3` }];
    const page = {
      type: 'AnnotationPage',
      items: [items[0]],
      next: { type: 'AnnotationPage', items: [items[1]] },
    };
    const collection = { type: ['AnnotationCollection', 'Dataset'], total: 2, first: page };
    const expected = (await readAll(items)).annotations;
    expect(expected).toHaveLength(2);
    for (const form of [
      page,
      collection,
      [collection],
      { '@graph': items },
      { type: 'AnnotationPage', items },
    ]) {
      expect((await readAll(form)).annotations).toEqual(expected);
    }
    const typed = { ...FOREIGN, type: undefined, '@type': 'http://www.w3.org/ns/oa#Annotation' };
    expect((await readAll(typed)).annotations[0]?.id).toBe(expected[0]?.id);
  });

  it('says which entries it left out', async () => {
    const items = ['https://annotations.example/a/1', FOREIGN, { type: 'Note' }, 7];
    const { annotations, skipped } = await readAll({ type: 'AnnotationPage', items });
    expect(annotations).toHaveLength(1);
    expect(skipped.map(({ index, reason }) => [index, reason])).toEqual([
      [0, 'link'],
      [2, 'other'],
      [3, 'other'],
    ]);
  });

  it('with two annotations under one id keeps the words of both', async () => {
    const { annotations } = await readAll([FOREIGN, { ...FOREIGN, body: { value: 'Other words' } }, FOREIGN]);
    expect(annotations).toHaveLength(1);
    expect(annotations[0]?.versions.map((version) => version.body).sort()).toEqual([
      'Compare with the *budget*.',
      'Other words',
    ]);
  });

  it('says so when a note is too large to keep instead of keeping half of it', async () => {
    const long = { ...FOREIGN, body: { value: 'x'.repeat(70_000) } };
    const { skipped } = await readAll([long, FOREIGN]);
    expect(skipped).toEqual([{ index: 0, reason: 'body' }]);
  });

  it('of ours from which somebody took our keys still gives the words and the passage', async () => {
    const target = await passage(4, 14);
    const note = await writeNote(1, { target, body: 'Kept', tags: ['a', 'b'] });
    const document = JSON.parse([...jsonLd.write(await exportOf([note]))].join(''));
    const bare = JSON.stringify(document.first, (key, value) =>
      key.startsWith('pressmark:') ? undefined : value,
    );
    const { annotations } = await readAll(JSON.parse(bare));
    expect(annotations[0]?.id).toBe(note.id);
    expect(annotations[0]?.versions[0]).toMatchObject({ body: 'Kept', tags: ['a', 'b'], article: STORY });
    expect(annotations[0]?.versions[0]?.target?.quote.exact).toBe(target.quote.exact);
  });

  it('does not overwrite what the file says of an article by what an address says', async () => {
    const note = await writeNote(1);
    const document = JSON.parse([...jsonLd.write(await exportOf([note]))].join(''));
    document.first.items.push(FOREIGN);
    const { articles } = await readAll(document);
    const own = await storyArticle();
    expect(articles).toEqual([{ ...own, urls: [...own.urls, `${STORY}#top`] }]);
  });

  it.skipIf(!HAS_SUITE)('is read from all correct samples of the W3C', async () => {
    for (const [name, sample] of samples('correct')) {
      const { annotations, skipped } = await readAll(sample);
      expect([name, annotations.length > 0, skipped]).toEqual([name, true, []]);
    }
  });
});
