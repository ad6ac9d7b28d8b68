import { describe, expect, it } from 'vitest';
import { actorOfSource, personBefore, speakerMentions } from '../../../lib/claims/link-actors';
import { actorsIn } from './sample-actors';

const NAMED = [
  ['person', 'Mira Tovan', 'Tovan'],
  ['person', 'Osk Belan', 'Belan'],
  ['state', 'Norland'],
] as const;

function actorOf(source: string): string | null {
  return actorOfSource(source, { start: 0, end: source.length }, speakerMentions(actorsIn(source, NAMED)));
}

describe('actorOfSource', () => {
  it.each([
    ['Mira Tovan', 'a1'],
    ['Mira Tovan, Norland’s former envoy', 'a1'],
    ['Norland’s envoy Mira Tovan', 'a1'],
    ['Tovan’s lawyer Osk Belan', 'a2'],
    ['the government of Norland', 'a3'],
    ['Norland', 'a3'],
  ])('names the one who speaks: %s', (source, actor) => {
    expect(actorOf(source)).toBe(actor);
  });

  it.each(['Tovan’s lawyer', 'a former envoy to Norland', 'the participants'])(
    'leaves others unnamed: %s',
    (source) => {
      expect(actorOf(source)).toBeNull();
    },
  );

  it('looks at no mention outside the source', () => {
    const text = 'Tovan came. Residents said so.';
    const mentions = speakerMentions(actorsIn(text, NAMED));
    expect(actorOfSource(text, { start: 12, end: 21 }, mentions)).toBeNull();
  });
});

describe('personBefore', () => {
  const personIn = (text: string): string | null =>
    personBefore(text, text.length, speakerMentions(actorsIn(text, NAMED)));

  it('finds the only person named before', () => {
    expect(personIn('Mira Tovan left Norland. ')).toBe('a1');
  });

  it('finds nobody where two were named in the same paragraph', () => {
    expect(personIn('Mira Tovan met Osk Belan. ')).toBeNull();
  });

  it('prefers the person of this paragraph to one of the paragraph before', () => {
    expect(personIn('Mira Tovan left.\nOsk Belan stayed. ')).toBe('a2');
  });

  it('does not reach back over two paragraphs', () => {
    expect(personIn('Mira Tovan left.\nIt rained.\nIt stopped.\nThen ')).toBeNull();
  });

  it('takes no state for a person', () => {
    expect(personIn('Norland closed the port. ')).toBeNull();
  });
});
