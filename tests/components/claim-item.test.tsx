import { describe, expect, it } from 'vitest';
import { claimItem } from '../../components/app/page-state';
import type { Actor } from '../../lib/model/actor';
import type { Claim } from '../../lib/model/claim';

const OKOYE: Actor = { id: 'a1', name: 'Ana Okoye', type: 'person', confidence: 1, mentions: [], why: [] };

/** Whom the list names beside the words `source`, where those stand for Ana Okoye (or, `actor` null, for nobody). */
function speakerBeside(source: string, actor: string | null = 'a1'): string | null {
  const text = `${source} said no.`;
  const claim: Claim = {
    id: 'c1',
    kind: 'indirect',
    modality: 'assertion',
    negated: false,
    start: text.length - 3,
    end: text.length - 1,
    segments: [[text.length - 3, text.length - 1]],
    source: { start: 0, end: source.length, actor },
    cue: { start: source.length + 1, end: source.length + 5 },
    checkworthy: 0,
    score: 1,
    shown: true,
    why: [],
  };
  return claimItem(claim, text, [OKOYE]).speaker;
}

describe('a claim in a list', () => {
  it.each(['she', 'The judge', 'her'])('names the speaker beside “%s”', (source) => {
    expect(speakerBeside(source)).toBe('Ana Okoye');
  });

  it.each(['Okoye', 'Ms Okoye', 'Ana Okoye', 'ANA OKOYE, the judge'])(
    'says it once where the words name the speaker: %s',
    (source) => {
      expect(speakerBeside(source)).toBeNull();
    },
  );

  it('names nobody where nobody was found', () => {
    expect(speakerBeside('she', null)).toBeNull();
  });
});
