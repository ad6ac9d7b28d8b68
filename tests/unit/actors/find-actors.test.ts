import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActorModel, loadActorModel } from '../../../lib/actors/actor-model';
import { findActors } from '../../../lib/actors/find-actors';
import { ACTOR_REASONS } from '../../../lib/actors/reasons';
import type { Actor } from '../../../lib/model/actor';
import { ModelFormatError } from '../../../lib/tagging/model-format';
import { rounds } from '../../support/rounds';

const bytes = new Uint8Array(readFileSync(new URL('../../../assets/models/actors.bin', import.meta.url)));
const model = loadActorModel(bytes);

const STORY = `Valdor’s foreign minister, Lena Varro, told reporters in Port Ekra on Monday that the National Grain Board (NGB) had misled the public.
“We were not asked,” Ms Varro said. She added that Pakistan wants talks with Iran.
According to the Harbour Times, the NGB rejected the charge. Peter Odum, its chairman, called it “a fairy tale”. Officials declined to comment.
Odum later flew to London. The Conservative Party and the Northern Liberation Front welcomed the visit, a spokesman said.`;

/** Every mention slices to its text, mentions and actors are in order, ids count up. */
function expectSound(text: string, actors: readonly Actor[]): void {
  let last = -1;
  actors.forEach((actor, at) => {
    expect(actor.id).toBe(`a${at + 1}`);
    expect(actor.mentions.length).toBeGreaterThan(0);
    expect(actor.confidence).toBeGreaterThanOrEqual(0);
    expect(actor.confidence).toBeLessThanOrEqual(1);
    const first = actor.mentions[0]?.start ?? -1;
    expect(first).toBeGreaterThanOrEqual(last);
    last = first;
    let end = -1;
    for (const mention of actor.mentions) {
      expect(text.slice(mention.start, mention.end)).toBe(mention.text);
      expect(mention.start).toBeGreaterThanOrEqual(end);
      end = mention.end;
    }
  });
}

const byName = (actors: readonly Actor[], name: string): Actor | undefined =>
  actors.find((actor) => actor.name === name);
const surfaces = (actor: Actor | undefined): string[] => [
  ...new Set(actor?.mentions.map((mention) => mention.text)),
];

describe.each<[string, ActorModel | null]>([
  ['rules and lexicon', null],
  ['the trained model', model],
])('finding actors with %s', (_, engine) => {
  const actors = findActors(STORY, [], engine);

  it('finds people and gathers full name, titled surname and pronoun', () => {
    const varro = byName(actors, 'Lena Varro');
    expect(varro?.type).toBe('person');
    expect(surfaces(varro)).toEqual(['Lena Varro', 'Varro', 'She']);
    expect(surfaces(byName(actors, 'Peter Odum'))).toEqual(['Peter Odum', 'Odum']);
  });

  it('pairs an organisation with its acronym', () => {
    const board = byName(actors, 'National Grain Board');
    expect(board?.type).toBe('organisation');
    expect(surfaces(board)).toEqual(['National Grain Board', 'NGB']);
    expect(board?.why).toContain('acronym');
  });

  it('tells parties, armed groups and media from other organisations', () => {
    expect(byName(actors, 'Conservative Party')?.type).toBe('party');
    expect(byName(actors, 'Northern Liberation Front')?.type).toBe('armed-group');
    expect(byName(actors, 'Harbour Times')?.type).toBe('media');
  });

  it('takes a state that wants something for a state and a city that is flown to for a place', () => {
    const pakistan = byName(actors, 'Pakistan');
    expect([pakistan?.type, pakistan?.mentions[0]?.type]).toEqual(['state', 'place']);
    expect(pakistan?.why).toContain('place-as-state');
    expect(byName(actors, 'London')?.type).toBe('place');
  });

  it('finds unnamed speakers', () => {
    const nominal = actors.flatMap((actor) => actor.mentions).filter((mention) => mention.form === 'nominal');
    expect(nominal.map((mention) => mention.text)).toEqual(['Officials', 'a spokesman']);
  });

  it('gives sound offsets, order and ids', () => {
    expectSound(STORY, actors);
  });

  it('gives reasons that the interface knows', () => {
    const known = new Set<string>(ACTOR_REASONS);
    for (const actor of actors) {
      expect(actor.why.length).toBeGreaterThan(0);
      expect(actor.why.filter((code) => !known.has(code))).toEqual([]);
    }
  });

  it('survives capitals, no capitals, emoji, invisible characters, markup and other scripts', () => {
    const awkward = [
      '',
      '\n\n',
      STORY.toUpperCase(),
      STORY.toLowerCase(),
      '😀 Lena 👩‍👩‍👧 Varro\u200b said \ud800 so\udc00.',
      'Le\u200bna Var\u00adro said. &amp; &nbsp; <b>Varro</b> left.',
      'رئيس الوزراء قال يوم الاثنين. Президент Одум заявил. 新华社北京十一月电。',
      '((((((((((“““““"""""’’’’’’',
      'A'.repeat(5000),
      'A. '.repeat(3000),
    ];
    for (const text of awkward) expectSound(text, findActors(text, [], engine));
  });

  it('gives sound offsets for any text', () => {
    const word = fc.constantFrom(
      'Lena',
      'Varro',
      'the',
      'said',
      'Mr.',
      'NGB',
      '(',
      ')',
      '“',
      '”',
      "'s",
      'of',
      'Grain',
      'Board',
      'Kabul',
      '\n',
      '.',
      '😀',
      '\u200b',
      '\ud83d',
      'he',
      'officials',
      'U.S.',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (sample) => {
        expectSound(sample, findActors(sample, [], engine));
      }),
      { seed: 20260101, numRuns: rounds(60, 150) },
    );
  });

  it('lets the reader’s corrections win', () => {
    const common = { scope: 'everywhere', author: 'reader', created: '2026-01-01T00:00:00Z' } as const;
    const corrected = findActors(STORY, [], engine, [
      { ...common, surface: 'Lena Varro', action: 'type', value: 'organisation' },
      { ...common, surface: 'London', action: 'not-an-actor' },
    ]);
    expect(byName(corrected, 'Lena Varro')?.type).toBe('organisation');
    expect(byName(corrected, 'London')).toBeUndefined();
    expectSound(STORY, corrected);
  });
});

describe('the trained model', () => {
  it('refuses a file of another version and one that is cut off', () => {
    const newer = Uint8Array.from(bytes);
    newer[4] = 99;
    expect(() => loadActorModel(newer)).toThrow(ModelFormatError);
    expect(() => loadActorModel(bytes.subarray(0, bytes.length >> 1))).toThrow(ModelFormatError);
  });

  it('stays with the result when every name is swapped for an invented one', () => {
    const swaps: readonly (readonly [string, string])[] = [
      ['Lena', 'Mirel'],
      ['Varro', 'Tasquin'],
      ['Peter', 'Orven'],
      ['Odum', 'Kastrell'],
      ['Valdor', 'Ithmar'],
      ['Port Ekra', 'Sul Maret'],
      ['Grain Board', 'Timber Board'],
      ['NGB', 'NTB'],
    ];
    const other = swaps.reduce((text, [from, to]) => text.replaceAll(from, to), STORY);
    const shape = (actors: readonly Actor[]): string[] =>
      actors.map((actor) => `${actor.type} ${actor.mentions.map((mention) => mention.form[0]).join('')}`);
    expect(shape(findActors(other, [], model))).toEqual(shape(findActors(STORY, [], model)));
  });

  it('reads a list of ten thousand names in bounded time', () => {
    const text = Array.from({ length: 10_000 }, (_, at) => `Ada${at % 97} Kell${at}`).join(', ');
    const started = performance.now();
    expectSound(text, findActors(text, [], model));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
