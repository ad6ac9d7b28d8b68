import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { jsonLd } from '../../../lib/exchange/json-ld';
import { ANNO_CONTEXT } from '../../../lib/exchange/json-ld-terms';
import { rounds } from '../../support/rounds';
import { annotationPlan, playPlan } from './random-set';
import { contextDocument, HAS_SUITE, mustsOf, samples } from './w3c-schemas';

// Fewer than the round trip by default: the judge is slow. The long run sets the variable.
const SETS = rounds(150, 1_000);

// biome-ignore lint/suspicious/noExplicitAny: the judged document is whatever was written
type Written = any;

async function written(plan: Parameters<typeof playPlan>[0]): Promise<Written> {
  return JSON.parse([...jsonLd.write(await playPlan(plan))].join(''));
}

describe.skipIf(!HAS_SUITE)("the W3C's test suite", () => {
  it('is read right: it accepts its own correct samples and refuses the incorrect ones', () => {
    const { judge, count } = mustsOf('annotations/annotationMusts.test');
    expect(count).toBe(54);
    const accepted = (folder: 'correct' | 'incorrect') =>
      [...samples(folder)].filter(([, sample]) => judge(sample).length === 0).map(([name]) => name);
    // The suite has no schema for Composite, List and Independents, which these three use.
    const sets = ['anno11.json', 'anno12.json', 'anno13.json'];
    const all = [...samples('correct').keys()];
    expect(accepted('correct')).toEqual(all.filter((name) => !sets.includes(name)));
    expect(accepted('incorrect')).toEqual([]);
    // Building the judges takes half a minute where everything else is built beside them.
  }, 120_000);

  it(`finds no broken MUST in ${SETS} random sets`, async () => {
    const annotation = mustsOf('annotations/annotationMusts.test');
    const collection = mustsOf('collections/collectionMusts.test');
    const page = mustsOf('collections/pages/pageMusts.test');
    expect([annotation.count, collection.count, page.count]).toEqual([54, 10, 15]);
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(annotationPlan, async (plan) => {
        const document = await written(plan);
        expect(collection.judge(document)).toEqual([]);
        expect(page.judge(document)).toEqual([]);
        expect(page.judge({ '@context': document['@context'], ...document.first })).toEqual([]);
        expect(document.total).toBe(document.first.items.length);
        // As they stand: each repeats the context and can be cut out.
        for (const item of document.first.items) expect(annotation.judge(item)).toEqual([]);
        judged += document.first.items.length;
      }),
      { seed: 20260101, numRuns: SETS },
    );
    expect(judged).toBeGreaterThan(SETS);
    console.info(`${judged} annotations judged`);
  }, 300_000);

  it('lets jsonld.js expand our files in safe mode, where every key has to mean something', async () => {
    const documentLoader = async (url: string) => {
      if (url !== ANNO_CONTEXT) throw new Error(`Not at hand: ${url}`);
      return { document: contextDocument(), documentUrl: url };
    };
    for (const plan of fc.sample(annotationPlan, { seed: 3, numRuns: 20 })) {
      const document = await written(plan);
      const [expanded]: Written[] = await jsonld.expand(document, { documentLoader, safe: true });
      const items = expanded['http://www.w3.org/ns/activitystreams#first']?.[0];
      const listed = items?.['http://www.w3.org/ns/activitystreams#items']?.[0]?.['@list'] ?? [];
      expect(listed).toHaveLength(document.total);
      for (const [index, item] of listed.entries()) {
        const record = item['urn:x-pressmark:record'][0]['@value'];
        expect(record).toEqual(document.first.items[index]['pressmark:record']);
      }
    }
  });
});
