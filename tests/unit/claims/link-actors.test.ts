import { describe, expect, it } from 'vitest';
import { actorOfSource, speakerMentions } from '../../../lib/claims/link-actors';
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
    ['the Norland government', 'a3'],
    ['a report by Osk Belan', 'a2'],
    ['Norland', 'a3'],
  ])('names the one who speaks: %s', (source, actor) => {
    expect(actorOf(source)).toBe(actor);
  });

  it.each([
    'Tovan’s lawyer',
    'a former envoy to Norland',
    'the participants',
    'the Norland company',
    'a woman at the office in Norland',
  ])('leaves others unnamed: %s', (source) => {
    expect(actorOf(source)).toBeNull();
  });

  it('looks at no mention outside the source', () => {
    const text = 'Tovan came. Residents said so.';
    const mentions = speakerMentions(actorsIn(text, NAMED));
    expect(actorOfSource(text, { start: 12, end: 21 }, mentions)).toBeNull();
  });
});
