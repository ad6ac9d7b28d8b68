import { describe, expect, it } from 'vitest';
import { speechNetwork } from '../../../lib/charts/speech-network';
import { spokenAbout } from '../../../lib/charts/spoken-about';
import { actor, claim } from './sample-speech';

describe('whom claims speak about', () => {
  it('is everybody mentioned in the content, once, but for the speaker', () => {
    const actors = [actor('ana', [0, 110]), actor('ben', [120, 150]), actor('eve', [130, 300])];
    const about = spokenAbout([claim('c1', 'ana', [100, 200])], actors);
    expect(about.get('c1')).toEqual(['ben', 'eve']);
  });

  it('leaves out what is mentioned between the parts of an interrupted quotation', () => {
    const actors = [actor('ana', [0]), actor('ben', [150])];
    const broken = {
      ...claim('c1', 'ana', [100, 200]),
      segments: [
        [100, 140],
        [170, 200],
      ] as const,
    };
    expect(spokenAbout([broken], actors).size).toBe(0);
  });

  it('counts a mention that begins where the content ends as outside', () => {
    expect(spokenAbout([claim('c1', null, [100, 200])], [actor('ben', [200])]).size).toBe(0);
    expect(spokenAbout([claim('c1', null, [100, 200])], [actor('ben', [100])]).get('c1')).toEqual(['ben']);
  });
});

describe('the network of an article', () => {
  const actors = [actor('ana', [0]), actor('ben', [120, 320]), actor('eve', [130]), actor('mute', [900])];
  const claims = [
    claim('c1', 'ana', [100, 200]),
    claim('c2', 'ana', [300, 400]),
    claim('c3', 'ben', [500, 600]),
  ];

  it('has the actors that speak or are spoken about, and nobody else', () => {
    const { nodes } = speechNetwork(actors, claims);
    expect(nodes.map(({ id, says, about }) => [id, says, about])).toEqual(
      [
        ['ben', 1, 2],
        ['ana', 2, 0],
        ['eve', 0, 1],
      ].toSorted((a, b) => Number(b[1]) + Number(b[2]) - Number(a[1]) - Number(a[2])),
    );
  });

  it('has an arrow for each pair, with the claims behind it, the strongest first', () => {
    expect(speechNetwork(actors, claims).edges).toEqual([
      { from: 'ana', to: 'ben', claims: ['c1', 'c2'] },
      { from: 'ana', to: 'eve', claims: ['c1'] },
    ]);
  });

  it('keeps the actors with most speech where there are too many, and says how many it leaves out', () => {
    const { nodes, edges, leftOut } = speechNetwork(actors, claims, 2);
    expect(nodes.map(({ id }) => id)).toEqual(['ben', 'ana']);
    expect(edges).toEqual([{ from: 'ana', to: 'ben', claims: ['c1', 'c2'] }]);
    expect(leftOut).toBe(1);
  });

  it('is empty for an article in which nobody speaks', () => {
    expect(speechNetwork(actors, [])).toEqual({ nodes: [], edges: [], leftOut: 0 });
  });

  it('counts claims that nobody is named for towards whom they speak about alone', () => {
    const { nodes, edges } = speechNetwork(actors, [claim('c1', null, [100, 200])]);
    expect(nodes.map(({ id }) => id)).toEqual(['ben', 'eve']);
    expect(edges).toEqual([]);
  });
});
