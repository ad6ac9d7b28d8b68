import { describe, expect, it } from 'vitest';
import { findAllClaims, findClaims } from '../../../lib/claims/find-claims';
import type { Claim } from '../../../lib/model/claim';
import { blocksOf } from '../../../lib/text/blocks';
import { actorsIn } from './sample-actors';

function attributed(text: string): Claim[] {
  const actors = actorsIn(text, [
    ['person', 'Mira Tovan', 'Tovan'],
    ['person', 'Osk Belan', 'Belan'],
    ['organisation', 'Harbour Union'],
    ['state', 'Norland'],
  ]);
  return findClaims(text, blocksOf(text), actors, null).filter((claim) => claim.kind !== 'author');
}

/** “source | cue | content … content” of the first attributed claim. */
function parts(text: string): string {
  const [claim] = attributed(text);
  if (!claim) return 'nothing';
  const cut = (span: { start: number; end: number } | null): string =>
    span ? text.slice(span.start, span.end) : '–';
  const content = claim.segments.map(([start, end]) => text.slice(start, end)).join(' … ');
  return `${cut(claim.source)} | ${cut(claim.cue)} | ${content}`;
}

describe('findClaims without a model', () => {
  it.each([
    ['“The port will close,” Mira Tovan said.', 'Mira Tovan | said | “The port will close,”'],
    ['“The port will close,” said Mira Tovan on Monday.', 'Mira Tovan | said | “The port will close,”'],
    ['Mira Tovan said that the port will close.', 'Mira Tovan | said | that the port will close'],
    [
      'Mira Tovan, a lawyer for the union, said the port will close.',
      'Mira Tovan, a lawyer for the union | said | the port will close',
    ],
    ['The port will close next week, Tovan said.', 'Tovan | said | The port will close next week'],
    [
      'According to the Harbour Union, wages fell by half.',
      'the Harbour Union | According to | wages fell by half',
    ],
    [
      'Wages fell by half, according to the Harbour Union.',
      'the Harbour Union | according to | Wages fell by half',
    ],
    ['Tovan told reporters that the port will close.', 'Tovan | told | that the port will close'],
    ['Norland refused to sign the treaty.', 'Norland | refused | to sign the treaty'],
    ['Participants proposed that the talks go on.', 'Participants | proposed | that the talks go on'],
    ['The plan was rejected by the Harbour Union.', 'the Harbour Union | rejected | The plan'],
  ])('links source, cue and content: %s', (text, expected) => {
    expect(parts(text)).toBe(expected);
  });

  it('joins a quotation that its speaker interrupts', () => {
    expect(parts('“The port will close,” Tovan said, “and nobody will stop it.”')).toBe(
      'Tovan | said | “The port will close,” … “and nobody will stop it.”',
    );
  });

  it('takes a quotation over several paragraphs for one claim', () => {
    const text = 'Tovan said: “The port will close.\n“Nobody will stop it now, and nobody should.”';
    expect(parts(text)).toBe(
      'Tovan | said | “The port will close. … “Nobody will stop it now, and nobody should.”',
    );
    expect(attributed(text)).toHaveLength(1);
    expect(attributed(text)[0]!.why).toContain('quote-continues');
  });

  it('gives a quotation in a paragraph of its own to whom the colon before it introduces', () => {
    const text = 'It was late.\n\nMira Tovan echoed:\n\n“Nobody will stop it now, and nobody should.”';
    expect(parts(text)).toBe('Mira Tovan | echoed | “Nobody will stop it now, and nobody should.”');
  });

  it('names the actor of a source and of a pronoun that points back to one person', () => {
    const claims = attributed('Mira Tovan arrived on Monday. She said the port will close.');
    expect(claims[0]!.source!.actor).toBe('a1');
    expect(claims[0]!.why).toContain('pronoun-resolved');
  });

  it('leaves a pronoun unnamed when two persons could be meant', () => {
    const claims = attributed('Mira Tovan met Osk Belan on Monday. She said the port will close.');
    expect(claims[0]!.source!.actor).toBeNull();
    expect(claims[0]!.why).toContain('pronoun-unclear');
  });

  it.each([
    'Held under the title “Towards Open Harbours,” the event was hosted by the Harbour Union.',
    'They met in a hall with the slogan “Ports for All,” near the sea.',
    'The “harbour process” began in May.',
  ])('takes no title or slogan for speech: %s', (text) => {
    expect(parts(text)).toBe('nothing');
  });

  it('does not let a thing without a voice speak', () => {
    expect(parts('The modest turnout indicates that interest is low.')).toBe('nothing');
  });

  it('tells direct, mixed and indirect speech apart', () => {
    const kind = (text: string): string | undefined => attributed(text)[0]?.kind;
    expect(kind('“The port will close,” Tovan said.')).toBe('direct');
    expect(kind('Tovan said the port was “a shame” for the town.')).toBe('mixed');
    expect(kind('Tovan said the port will close.')).toBe('indirect');
  });

  it.each([
    ['Tovan accused Norland of breaking the treaty.', 'accusation'],
    ['Tovan predicted that the port would close.', 'prediction'],
    ['Tovan proposed that the port be closed.', 'proposal'],
    ['Tovan promised to keep the port open.', 'commitment'],
    ['Norland refused to sign the treaty.', 'refusal'],
    ['Tovan described the treaty as a mistake.', 'evaluation'],
    ['Tovan said the port closed in May.', 'assertion'],
  ])('reads the modality: %s', (text, modality) => {
    expect(attributed(text)[0]?.modality).toBe(modality);
  });

  it('notices a negation in the cue and in the statement', () => {
    const negated = (text: string): boolean | undefined => attributed(text)[0]?.negated;
    expect(negated('Tovan did not say that the port will close.')).toBe(true);
    expect(negated('Tovan said the port will not close.')).toBe(true);
    expect(negated('Tovan said the port will close.')).toBe(false);
  });

  it('adds the writer’s own sentences that are worth checking, without source and cue', () => {
    const text =
      'Wages in Norland fell by 12 percent, more than in any other country, because of the treaty. It rained.';
    const claims = findClaims(text, blocksOf(text), [], null);
    expect(claims.map(({ kind, source, cue }) => [kind, source, cue])).toEqual([['author', null, null]]);
    expect(claims[0]!.why).toContain('number');
  });

  it('gives every sentence when asked for all', () => {
    const text = 'It rained. Wages fell by 12 percent. Tovan said the port will close.';
    expect(findAllClaims(text, blocksOf(text), [], null)).toHaveLength(3);
  });

  it('numbers the claims in the order of the text', () => {
    const claims = attributed('Tovan said the port will close. “It will,” Belan said.');
    expect(claims.map((claim) => claim.id)).toEqual(['c1', 'c2']);
  });
});

describe('what is shown unasked', () => {
  const shown = (text: string): boolean[] => attributed(text).map((claim) => claim.shown);

  it('is not what a writer or an unknown speaker says of themselves', () => {
    expect(shown('“The port will close,” Tovan said.')).toEqual([true]);
    expect(shown('“The port will close,” I said.')).toEqual([false]);
  });
});
