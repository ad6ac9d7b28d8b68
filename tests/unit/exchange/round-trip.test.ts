import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportSet } from '../../../lib/exchange/format';
import { jsonLd } from '../../../lib/exchange/json-ld';
import { planImport } from '../../../lib/exchange/plan-import';
import { type ReadResult, readExchangeFile } from '../../../lib/exchange/read-file';
import type { AnnotationRecord } from '../../../lib/model/annotation';
import { articleKey } from '../../../lib/notes/article-key';
import { rounds } from '../../support/rounds';
import { annotationPlan, playPlan } from './random-set';

const NOW = '2026-03-02T00:00:00.000Z';
const SETS = rounds(300, 1_000);

async function roundTrip(set: ExportSet): Promise<Extract<ReadResult, { ok: true }>> {
  const result = await readExchangeFile([...jsonLd.write(set)].join(''), NOW, 'foreign');
  if (!result.ok) throw new Error(`Unreadable: ${result.problem}`);
  return result;
}

function byId(records: readonly AnnotationRecord[]): Map<string, AnnotationRecord> {
  return new Map(records.map((record) => [record.id, record]));
}

describe('a JSON-LD file', () => {
  it(`gives back ${SETS} random sets of annotations and articles without a difference`, async () => {
    let [records, conflicts, deletions] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(annotationPlan, async (plan) => {
        const set = await playPlan(plan);
        if (set.annotations.length === 0) return;
        const read = await roundTrip(set);
        expect(read.skipped).toEqual([]);
        expect(byId(read.annotations)).toEqual(byId(set.annotations));
        expect(read.articles).toEqual(set.articles);
        records += set.annotations.length;
        conflicts += set.annotations.filter((record) => record.versions.length > 1).length;
        deletions += set.annotations.filter((record) => record.versions.some((v) => v.deleted)).length;
      }),
      { seed: 20260101, numRuns: SETS },
    );
    // The sets must hold what they are there to try.
    expect(records).toBeGreaterThan(SETS);
    expect(conflicts).toBeGreaterThan(SETS / 10);
    expect(deletions).toBeGreaterThan(SETS / 10);
    console.info(`${records} records, ${conflicts} with several versions, ${deletions} with a deletion`);
  }, 300_000);

  it('keeps fields that a newer version of Pressmark wrote', async () => {
    const [plan] = fc.sample(annotationPlan, { seed: 7, numRuns: 1 });
    const set = await playPlan({ ...plan!, notes: plan!.notes.slice(0, 0) });
    const { writeVersion } = await import('../../../lib/team/write-version');
    const { sha256 } = await import('../../../lib/team/version-hash');
    const fields = {
      kind: 'coding' as const,
      article: articleKey('https://example.org/story')!,
      target: null,
      tags: [],
      codes: [],
      created: NOW,
      updated: NOW,
      claim: { cue: 'said', confidence: 0.5 },
    };
    const stamp = { device: 'laptop', hlc: `${NOW}-0000`, author: 'Ana Ruiz' };
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    const record = await writeVersion(null, id, {}, fields, stamp, sha256);
    const read = await roundTrip({ ...set, annotations: [record] });
    expect(read.annotations).toEqual([record]);
  });

  it('keeps that an article was offered in part only, and where that was said', async () => {
    const [plan] = fc.sample(annotationPlan, { seed: 7, numRuns: 1 });
    const set = await playPlan(plan!);
    const articles = set.articles.map((article) => ({
      ...article,
      flags: ['paywall', 'live-blog'] as const,
      provenance: { ...article.provenance, paywall: 'json-ld' as const, 'live-blog': 'url' as const },
    }));
    expect(articles.length).toBeGreaterThan(0);
    expect((await roundTrip({ ...set, articles })).articles).toEqual(articles);
  });

  it('changes nothing when it is imported where it came from', async () => {
    const plans = fc.sample(annotationPlan, { seed: 11, numRuns: 50 });
    for (const plan of plans) {
      const set = await playPlan(plan);
      if (set.annotations.length === 0) continue;
      const { counts } = planImport(byId(set.annotations), (await roundTrip(set)).annotations);
      expect(counts).toEqual({ new: 0, same: set.annotations.length, changed: 0, conflicting: 0 });
    }
  });
});
