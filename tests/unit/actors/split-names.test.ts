import { describe, expect, it } from 'vitest';
import type { Candidate, CoarseType } from '../../../lib/actors/candidate';
import { readText } from '../../../lib/actors/reading';
import { splitNames } from '../../../lib/actors/split-names';

function parts(text: string, name: string, label: CoarseType): string[] {
  const reading = readText(text);
  const start = text.indexOf(name);
  const from = reading.tokens.findIndex((token) => token.start === start);
  const to = reading.tokens.findIndex((token) => token.end === start + name.length) + 1;
  const candidate: Candidate = { from, to, label, confidence: 0.9, why: ['model'] };
  return splitNames(reading, [candidate]).map(
    (part) => `${reading.words.slice(part.from, part.to).join(' ')} ${part.label}`,
  );
}

describe('two names that were taken for one', () => {
  it('are a state and the person behind it', () => {
    expect(parts('Governor of Oregon Mark Odum spoke.', 'Oregon Mark Odum', 'PER')).toEqual([
      'Oregon LOC',
      'Mark Odum PER',
    ]);
  });

  it('are an organisation and the person behind its head', () => {
    expect(parts('The Grain Council Peter Odum spoke.', 'Grain Council Peter Odum', 'ORG')).toEqual([
      'Grain Council ORG',
      'Peter Odum PER',
    ]);
  });

  it('are two organisations, each with a head of its own', () => {
    const text = 'The Ekra Institute of Technology and Valdor State University agree.';
    expect(parts(text, 'Ekra Institute of Technology and Valdor State University', 'ORG')).toEqual([
      'Ekra Institute of Technology ORG',
      'Valdor State University ORG',
    ]);
  });

  it.each([
    ['Center for Strategic and International Studies', 'ORG'],
    ['Department of Health and Prison Service', 'ORG'],
    ['Truth and Reconciliation Commission', 'ORG'],
    ['Mark Oregon Odum', 'PER'],
  ] as const)('are one in %s', (name, label) => {
    expect(parts(`We saw ${name} there.`, name, label)).toEqual([`${name} ${label}`]);
  });
});

describe('Washington and its district', () => {
  const joined = (text: string): string[] => {
    const reading = readText(text);
    const candidates = reading.words.flatMap((word, from): Candidate[] =>
      /^(?:Washington|Ekra|D\.C\.)$/.test(word)
        ? [{ from, to: from + 1, label: 'LOC', confidence: 0.9, why: ['model'] }]
        : [],
    );
    return splitNames(reading, candidates).map(({ from, to }) => reading.words.slice(from, to).join(' '));
  };

  it('are one place, and no other city takes it', () => {
    expect(joined('They met in Washington, D.C. yesterday.')).toEqual(['Washington , D.C.']);
    expect(joined('They met in Ekra, D.C. and Washington.')).toEqual(['Ekra', 'D.C.', 'Washington']);
  });
});
