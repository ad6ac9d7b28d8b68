import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseText } from '../../../lib/analysis/analyse-text';
import { blocksOf } from '../../../lib/text/blocks';

const RULES = { actors: null, claims: null };

describe('analyseText', () => {
  it('gives claims whose sources are actors of the same answer', () => {
    const text = 'President Mira Tovan arrived on Monday. “The port will close,” Mira Tovan said.';
    const { actors, claims } = analyseText(text, blocksOf(text), RULES);
    const said = claims.find((claim) => claim.kind === 'direct');
    const speaker = actors.find((actor) => actor.id === said?.source?.actor);
    expect(speaker?.name).toContain('Tovan');
  });

  it('says how long each engine took', () => {
    const { ms } = analyseText('It rained.', blocksOf('It rained.'), RULES);
    expect(ms.actors).toBeGreaterThanOrEqual(0);
    expect(ms.claims).toBeGreaterThanOrEqual(0);
  });

  it('gives only the sentences worth checking, or all of them when asked', () => {
    const text = 'It rained. Unemployment fell by 12 percent, more than in any other country.';
    expect(analyseText(text, blocksOf(text), RULES).claims).toHaveLength(1);
    expect(analyseText(text, blocksOf(text), RULES, [], 'all').claims).toHaveLength(2);
  });

  it('finds nothing in an empty text', () => {
    expect(analyseText('', [], RULES)).toMatchObject({ actors: [], claims: [] });
  });

  it('names only actors that exist, on any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('Tovan', 'said', '“', '”', 'the', 'minister', '.', 'Kabul', 'he', 'that', '\n'),
        ),
        (words) => {
          const text = words.join(' ');
          const { actors, claims } = analyseText(text, blocksOf(text), RULES);
          const known = new Set(actors.map((actor) => actor.id));
          for (const { source } of claims) if (source?.actor) expect(known).toContain(source.actor);
        },
      ),
      { seed: 20260101, numRuns: 100 },
    );
  });
});
