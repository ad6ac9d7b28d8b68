import { describe, expect, it } from 'vitest';
import { linkPronouns } from '../../../lib/actors/find-pronouns';
import type { FoundMention } from '../../../lib/actors/found-mention';
import { readText } from '../../../lib/actors/reading';

function persons(text: string, names: readonly string[]): FoundMention[] {
  return names
    .map((name): FoundMention => {
      const start = text.indexOf(name);
      return {
        start,
        end: start + name.length,
        text: name,
        form: 'name',
        type: 'person',
        confidence: 0.9,
        why: [],
      };
    })
    .sort((a, b) => a.start - b.start);
}

function antecedents(text: string, names: readonly string[]): string[] {
  const mentions = persons(text, names);
  return linkPronouns(readText(text), mentions).map(
    (link) => `${link.mention.text} = ${mentions[link.person]?.text}`,
  );
}

describe('pronouns', () => {
  it('stand for the subject rather than for the person named last', () => {
    expect(
      antecedents('Varro said the plan would please Odum greatly. She smiled.', ['Varro', 'Odum']),
    ).toEqual(['She = Varro']);
  });

  it('stand for the only person there is', () => {
    expect(antecedents('Rain fell on Odum. He left, and he did not return.', ['Odum'])).toEqual([
      'He = Odum',
      'he = Odum',
    ]);
  });

  it('stand for nobody where nobody was named within three sentences', () => {
    expect(antecedents('Odum left. It rained. It snowed. Then it cleared. He came.', ['Odum'])).toEqual([]);
    expect(antecedents('He came before Odum.', ['Odum'])).toEqual([]);
  });

  it('are less certain where several people come into question', () => {
    const text = 'Varro said so. Odum said no. He left.';
    const [link] = linkPronouns(readText(text), persons(text, ['Varro', 'Odum']));
    expect(link?.mention.confidence).toBe(0.5);
  });
});
