import { describe, expect, it } from 'vitest';
import { findActors } from '../../../lib/actors/find-actors';
import { abbreviates } from '../../../lib/actors/name-parts';
import { blocksOf } from '../../../lib/text/blocks';

const namesIn = (text: string) =>
  findActors(text, blocksOf(text), null).map((actor) => [
    actor.name,
    actor.mentions.map((mention) => mention.text),
  ]);

describe('a name that its acronym gives away', () => {
  it('reads hyphenated names as their parts', () => {
    expect(abbreviates('LNQ', 'Lashkar-e-Nahr Qarabel')).toBe(true);
    expect(abbreviates('LEN', 'Lashkar-e-Nahr')).toBe(true);
    expect(abbreviates('LNX', 'Lashkar-e-Nahr Qarabel')).toBe(false);
  });

  it('takes the words before the brackets as one name and groups both', () => {
    const found = namesIn(
      'Officials blamed the Nahr Qarabel Front (NQF) for the raid, and the NQF denied it.',
    );
    expect(found.find(([name]) => name === 'Nahr Qarabel Front')?.[1]).toContain('NQF');
  });

  it('leaves brackets alone whose letters do not fit', () => {
    const found = namesIn('The talks in Lisbon (EU) went on, he told Port Amsel (BBC).').map(
      ([name]) => name,
    );
    expect(found).not.toContain('talks in Lisbon');
  });
});
