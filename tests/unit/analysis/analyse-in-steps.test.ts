import { describe, expect, test } from 'vitest';
import { analyseInSteps } from '../../../lib/analysis/analyse-in-steps';
import { analyseText, type Models } from '../../../lib/analysis/analyse-text';
import { blocksOf } from '../../../lib/text/blocks';

const RULES: Models = { actors: null, claims: null };
const FIRST = 'Mr Dov Petrov said that the ferry would sail in May. The council met in the evening.';
const LATER = 'Petrov said that the bridge was closed. “It has cost four million,” said Mrs Ines Lind.';
const PLAIN = 'The rain came down on the old roof while the papers were left on the long table in the hall.';

const longText = (every: string) =>
  [FIRST, ...Array.from({ length: 500 }, () => `${PLAIN} ${PLAIN}`), every, PLAIN, every].join('\n');

async function analyse(text: string) {
  let pauses = 0;
  const { ms: _, ...found } = await analyseInSteps(text, blocksOf(text), RULES, [], async () => {
    pauses++;
  });
  return { ...found, pauses };
}

describe('an article of very many words', () => {
  test('of ordinary length is read as a whole, without a pause', async () => {
    const text = [FIRST, LATER].join('\n');
    const { ms: _, ...whole } = analyseText(text, blocksOf(text), RULES);
    expect(await analyse(text)).toEqual({ ...whole, pauses: 0 });
  });

  test('lets others have their turn while it is read', async () => {
    const { pauses, language } = await analyse(longText(LATER));
    expect(pauses).toBeGreaterThan(3);
    expect(language).toBe('en');
  });

  test('has every mention and claim where the text has its words', async () => {
    const text = longText(LATER);
    const { actors, claims } = await analyse(text);
    for (const { mentions } of actors) {
      for (const { start, end, text: words } of mentions) expect(text.slice(start, end)).toBe(words);
    }
    const quoted = claims.filter(({ kind }) => kind === 'direct');
    expect(quoted.length).toBe(2);
    for (const { start, end, segments, source, cue } of quoted) {
      expect(text.slice(start, end)).toContain('It has cost four million');
      expect(segments[0]![0]).toBe(start);
      expect(text.slice(source!.start, source!.end)).toContain('Lind');
      expect(text.slice(cue!.start, cue!.end)).toBe('said');
    }
  });

  test('knows a person again who is called by the surname far behind, and gives every actor and claim one id', async () => {
    const { actors, claims } = await analyse(longText(LATER));
    const petrov = actors.filter(({ mentions }) => mentions.some(({ text }) => text.includes('Petrov')));
    expect(petrov).toHaveLength(1);
    expect(petrov[0]!.mentions.map(({ start }) => start)).toEqual(
      petrov[0]!.mentions.map(({ start }) => start).toSorted((a, b) => a - b),
    );
    expect(actors.map(({ id }) => id)).toEqual(actors.map((_, n) => `a${n + 1}`));
    expect(claims.map(({ id }) => id)).toEqual(claims.map((_, n) => `c${n + 1}`));
    const known = new Set(actors.map(({ id }) => id));
    for (const { source } of claims) if (source?.actor) expect(known).toContain(source.actor);
    expect(claims.some(({ source }) => source?.actor === petrov[0]!.id)).toBe(true);
  });

  test('keeps two people of one surname apart', async () => {
    const text = longText('Mrs Ines Petrov said that the ferry was old. Petrov said that it was late.');
    const { actors } = await analyse(text);
    const names = actors.filter(({ type }) => type === 'person').map(({ name }) => name);
    expect(names.some((name) => name.includes('Dov'))).toBe(true);
    expect(names.some((name) => name.includes('Ines'))).toBe(true);
  });

  test('in a language that nobody taught is left to itself', async () => {
    const text = 'Der Rat trat am Abend zusammen und las die Papiere auf dem langen Tisch.\n'.repeat(1200);
    expect(await analyse(text)).toEqual({ actors: [], claims: [], language: 'other', pauses: 0 });
  });
});
