import { describe, expect, it } from 'vitest';
import type { Candidate, CoarseType } from '../../../lib/actors/candidate';
import { documentPass } from '../../../lib/actors/document-pass';
import { datelines, described, governed, impersonal, listed } from '../../../lib/actors/neighbours';
import { readText } from '../../../lib/actors/reading';

/** The candidate for words of a text, as a tagger would give it. */
function found(text: string, name: string, label: CoarseType, confidence: number): Candidate {
  const { tokens } = readText(text);
  const start = text.indexOf(name);
  const from = tokens.findIndex((token) => token.start === start);
  const to = tokens.findIndex((token) => token.end === start + name.length) + 1;
  return { from, to, label, confidence, why: ['model'] };
}

const places = (text: string, candidates: readonly Candidate[] = []): string[] => {
  const reading = readText(text);
  return datelines(reading, candidates).map(({ from, to }) => reading.words.slice(from, to).join(' '));
};

describe('datelines', () => {
  it.each([
    'PLUM CREEK – The week survived.',
    'PLUM CREEK, Varna (AP) -- The week survived.',
    'PLUM CREEK, June 4 — The week survived.',
    'School week stays\nPLUM CREEK (Reuters) - The week survived.',
  ])('name a place: %s', (text) => {
    expect(places(text)).toEqual(['PLUM CREEK']);
  });

  it.each([
    'THE BOARD MET AND VOTED – nobody left.',
    'PLUM CREEK lengthened its day.',
    'UPDATE – the week survived.',
    'Plum jam – a recipe.',
    'She wrote: NO – never.',
  ])('are not seen where there is none: %s', (text) => {
    expect(places(text)).toEqual([]);
  });

  it('leave alone what the tagger has found', () => {
    const text = 'KELL – The week survived.';
    expect(places(text, [found(text, 'KELL', 'ORG', 0.4)])).toEqual([]);
  });
});

describe('names of one list', () => {
  const text = 'The film stars Ramki Osk, Lena Varro, Tovan and Jan Odum.';
  const labels = (tovan: number): string[] => {
    const candidates = [
      found(text, 'Ramki Osk', 'PER', 0.9),
      found(text, 'Lena Varro', 'PER', 0.9),
      found(text, 'Tovan', 'LOC', tovan),
      found(text, 'Jan Odum', 'PER', 0.9),
    ];
    return listed(readText(text), candidates).map(({ label }) => label);
  };

  it('are of one kind where the tagger is not sure of one', () => {
    expect(labels(0.4)).toEqual(['PER', 'PER', 'PER', 'PER']);
  });

  it('stay apart where it is', () => {
    expect(labels(0.95)).toEqual(['PER', 'PER', 'LOC', 'PER']);
  });
});

describe('lines in capitals', () => {
  it('name whom the text below names in full', () => {
    const text = 'VARRO SAYS BOARD MUST PAY\nMinister Lena Varro said the board must pay.';
    const reading = readText(text);
    const names = documentPass(reading, [found(text, 'Lena Varro', 'PER', 0.95)]);
    expect(names.map(({ from, to }) => reading.words.slice(from, to).join(' '))).toEqual([
      'VARRO',
      'Lena Varro',
    ]);
  });
});

describe('what has a foreign minister', () => {
  const label = (confidence: number, owned = 'foreign minister'): string | undefined => {
    const text = `Valdor's ${owned} spoke.`;
    return governed(readText(text), [found(text, 'Valdor', 'PER', confidence)])[0]?.label;
  };

  it('is a state, unless the tagger is sure of a person', () => {
    expect(label(0.4)).toBe('LOC');
    expect(label(0.9)).toBe('PER');
  });

  it('is one more surely where it has a parliament, which no person has', () => {
    expect(label(0.75)).toBe('PER');
    expect(label(0.75, 'parliament')).toBe('LOC');
    expect(label(0.98, 'parliament')).toBe('PER');
  });
});

describe('whom an office describes', () => {
  const label = (text: string, confidence = 0.5): string | undefined =>
    described(readText(text), [found(text, 'Varro Osk', 'LOC', confidence)])[0]?.label;

  it('is a person, unless the tagger is sure of something else', () => {
    expect(label("Remarks from Varro Osk, Valdor's former ambassador to Ekra, were strong.")).toBe('PER');
    expect(label("Remarks from Varro Osk, Valdor's former ambassador to Ekra, were strong.", 0.9)).toBe(
      'LOC',
    );
  });

  it.each([
    'In Varro Osk, Minister Odum spoke.',
    'In Varro Osk, the rain stopped.',
    'They came to Varro Osk, where the ambassador waited.',
  ])('is not found where the office is somebody else’s: %s', (text) => {
    expect(label(text)).toBe('LOC');
  });
});

describe('who is called "it"', () => {
  const labelOf = (text: string, confidence = 0.7): string =>
    impersonal(readText(text), [found(text, 'Meldrix', 'PER', confidence)])[0]!.label;

  it('is no person: an organisation, or a state where an army is its own', () => {
    expect(labelOf('Meldrix said its profits rose.')).toBe('ORG');
    expect(labelOf('Meldrix has recalled its ambassador.')).toBe('LOC');
    expect(labelOf('Meldrix met Odum and its board.')).toBe('PER');
    expect(labelOf('Meldrix said its profits rose.', 0.99)).toBe('PER');
  });
});

describe('a place to which envoys are sent, or that has a government', () => {
  const labelOf = (text: string, label: CoarseType = 'MISC'): string =>
    governed(readText(text), [found(text, 'Stol', label, 0.8)])[0]!.label;

  it('is a state', () => {
    expect(labelOf('the former ambassador to Stol, who resigned', 'PER')).toBe('LOC');
    expect(labelOf('hoping that the new Stol government would agree')).toBe('LOC');
    expect(labelOf('hoping that the new Stol road would last')).toBe('MISC');
  });
});
