import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseMarks } from '../../../lib/marks/choose-marks';
import type { Actor, Mention, MentionForm } from '../../../lib/model/actor';
import type { Claim } from '../../../lib/model/claim';
import { ACTOR_HIGHLIGHT, ACTOR_MARK, PRIORITY } from '../../../lib/model/mark-categories';
import type { Density } from '../../../lib/model/settings';

const mention = (start: number, form: MentionForm = 'name'): Mention => ({
  start,
  end: start + 4,
  text: 'Kato',
  form,
  type: 'person',
  confidence: 0.9,
});

const actor = (id: string, mentions: Mention[]): Actor => ({
  id,
  name: id,
  type: 'person',
  confidence: 0.9,
  mentions,
  why: [],
});

const claim = (
  id: string,
  source: string | null,
  shown: boolean,
  segments: [number, number][] = [],
): Claim => ({
  id,
  kind: 'indirect',
  modality: 'assertion',
  negated: false,
  start: 100,
  end: 140,
  segments,
  source: source === null ? null : { start: 90, end: 94, actor: source },
  cue: null,
  checkworthy: 0.5,
  score: 0.9,
  shown,
  why: [],
});

const analysis = {
  actors: [
    actor('speaker', [mention(50), mention(10), mention(0, 'pronoun')]),
    actor('often', [mention(20), mention(60), mention(70)]),
    actor('once', [mention(30)]),
    actor('nameless', [mention(40, 'nominal')]),
  ],
  claims: [
    claim('sure', 'speaker', true, [
      [100, 110],
      [120, 140],
    ]),
    claim('doubtful', 'once', false),
  ],
};
const ids = (density: Density) => {
  const { actorMarks, claimMarks } = chooseMarks(analysis, density);
  return {
    actors: actorMarks.map(({ id, span }) => `${id}@${span.start}`),
    claims: claimMarks.map(({ id }) => id),
  };
};

describe('chooseMarks', () => {
  it('marks nothing when marking is off', () => {
    expect(ids('off')).toEqual({ actors: [], claims: [] });
  });

  it('marks the first mention by name of each actor, and the claims that are sure', () => {
    expect(ids('first')).toEqual({ actors: ['speaker@10', 'often@20', 'once@30'], claims: ['sure'] });
  });

  it('marks all mentions of those who speak or come up three times', () => {
    expect(ids('main')).toEqual({
      actors: ['speaker@0', 'speaker@10', 'often@20', 'speaker@50', 'often@60', 'often@70'],
      claims: ['sure'],
    });
  });

  it('leaves laws, feasts and names in doubt to the fullest density, unless they speak or the reader put them there', () => {
    const law: Actor = { ...actor('law', [mention(10), mention(20), mention(30)]), type: 'other' };
    const doubtful: Actor = { ...actor('doubtful', [mention(40)]), confidence: 0.4 };
    const speaking: Actor = { ...law, id: 'speaker', mentions: [mention(50)] };
    const own: Actor = { ...law, id: 'own', mentions: [mention(60)], why: ['word-list'] };
    const found = { actors: [law, doubtful, speaking, own], claims: analysis.claims };
    const marked = (density: Density) => [
      ...new Set(chooseMarks(found, density).actorMarks.map(({ id }) => id)),
    ];
    expect(marked('first')).toEqual(['speaker', 'own']);
    expect(marked('main')).toEqual(['speaker']);
    expect(marked('everything')).toEqual(['law', 'doubtful', 'speaker', 'own']);
  });

  it('marks everything when asked to', () => {
    const { actors, claims } = ids('everything');
    expect(actors).toHaveLength(8);
    expect(claims).toEqual(['sure', 'doubtful']);
  });

  it('keeps the parts of an interrupted claim apart', () => {
    const { claimMarks } = chooseMarks(analysis, 'everything');
    expect(claimMarks[0]?.spans).toEqual([
      { start: 100, end: 110 },
      { start: 120, end: 140 },
    ]);
    expect(claimMarks[1]?.spans).toEqual([{ start: 100, end: 140 }]);
  });

  it('never shows less at a higher density', () => {
    const order: Density[] = ['off', 'first', 'main', 'everything'];
    const actors = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        starts: fc.array(fc.nat(200), { maxLength: 5 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(actors, (list) => {
        const all = list.map(({ id, starts }, i) =>
          actor(
            `${id}${i}`,
            starts.map((start) => mention(start)),
          ),
        );
        const counts = order
          .filter((density) => density !== 'first')
          .map((density) => chooseMarks({ actors: all, claims: analysis.claims }, density).actorMarks.length);
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
      }),
      { seed: 20260101, numRuns: 100 },
    );
  });
});

describe('the table of marks', () => {
  it('uses at most eight highlights, with names that say nothing', () => {
    const names = Object.keys(PRIORITY);
    expect(names.length).toBeLessThanOrEqual(8);
    expect(names.every((name) => /^h\d$/.test(name))).toBe(true);
  });

  it('names the same highlight in both tables', () => {
    for (const [type, { highlight }] of Object.entries(ACTOR_MARK)) {
      expect(ACTOR_HIGHLIGHT[type as keyof typeof ACTOR_HIGHLIGHT]).toBe(highlight);
    }
  });

  it('puts notes over claims and claims over actors', () => {
    expect(PRIORITY.h7).toBeGreaterThan(PRIORITY.h6);
    for (const name of ['h1', 'h2', 'h3', 'h4', 'h5'] as const)
      expect(PRIORITY.h6).toBeGreaterThan(PRIORITY[name]);
  });
});
