import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { worthOfText } from '../../../lib/claims/check-worthiness';
import { loadClaimModel } from '../../../lib/claims/claim-model';
import { findClaims } from '../../../lib/claims/find-claims';
import { blocksOf } from '../../../lib/text/blocks';
import { actorsIn } from './sample-actors';

const file = readFileSync(new URL('../../../assets/models/claims.bin', import.meta.url));
const model = loadClaimModel(file);

/** “actor: content” of every attributed claim of a text. */
function said(text: string): string[] {
  const actors = actorsIn(text, [
    ['person', 'Mira Tovan', 'Tovan'],
    ['person', 'Osk Belan', 'Belan'],
    ['organisation', 'Harbour Union'],
    ['state', 'Norland'],
  ]);
  return findClaims(text, blocksOf(text), actors, model)
    .filter((claim) => claim.kind !== 'author')
    .map(({ source, segments }) => {
      const name = actors.find(({ id }) => id === source?.actor)?.name ?? '–';
      return `${name}: ${segments.map(([start, end]) => text.slice(start, end)).join(' … ')}`;
    });
}

describe('the shipped claims model', () => {
  it('is small enough to ship', () => {
    expect(gzipSync(file, { level: 9 }).length).toBeLessThan(2e6);
  });

  it.each([
    ['“The port will close in May,” Mira Tovan said on Monday.', 'Mira Tovan: “The port will close in May,”'],
    ['Osk Belan said that the union had lost the vote.', 'Osk Belan: that the union had lost the vote'],
    [
      'According to the Harbour Union, wages fell by half in ten years.',
      'Harbour Union: wages fell by half in ten years',
    ],
    ['“It is over,” said Tovan. “We are going home.”', 'Mira Tovan: “It is over,” … “We are going home.”'],
    [
      'Strong words came from Mira Tovan, a former envoy, who called the treaty “a source of shame.”',
      'Mira Tovan: the treaty “a source of shame.”',
    ],
    ['Norland refused to sign the treaty.', 'Norland: to sign the treaty'],
  ])('knows who says what: %s', (text, expected) => {
    expect(said(text)).toContain(expected);
  });

  it('knows one speaker of two claims: what she adds is hers too', () => {
    expect(said('Mira Tovan said that the port will close, adding that nobody could stop it.')).toEqual([
      'Mira Tovan: that the port will close',
      'Mira Tovan: that nobody could stop it',
    ]);
  });

  it('finds no speech in titles, slogans and plain reports', () => {
    expect(said('The meeting was held under the title “Towards Open Harbours.” It rained all day.')).toEqual(
      [],
    );
  });

  it('rates a figure above a greeting', () => {
    const figure = worthOfText('We created 3 million jobs in the last four years.', model).score;
    expect(figure).toBeGreaterThan(0.5);
    expect(worthOfText('Thank you all for coming tonight.', model).score).toBeLessThan(0.2);
  });
});
