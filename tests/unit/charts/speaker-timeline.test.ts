import { describe, expect, it } from 'vitest';
import { speakerTimeline } from '../../../lib/charts/speaker-timeline';
import { actor, claim } from './sample-speech';

const actors = [actor('ana', [0]), actor('ben', [10], 'organisation'), actor('eve', [20])];

describe('the timeline of speakers', () => {
  it('has a line for each speaker, in the order in which they first speak', () => {
    const claims = [
      claim('c1', 'ben', [500, 600]),
      claim('c2', 'ana', [100, 200]),
      claim('c3', 'ben', [50, 90]),
    ];
    const { rows } = speakerTimeline(actors, claims, 1000);
    expect(rows.map(({ id, claims: line }) => [id, line.map(({ id: of }) => of)])).toEqual([
      ['ben', ['c3', 'c1']],
      ['ana', ['c2']],
    ]);
  });

  it('gives places as shares of the text', () => {
    const { rows } = speakerTimeline(actors, [claim('c1', 'ana', [250, 500], 'direct')], 1000);
    expect(rows[0]?.claims).toEqual([{ id: 'c1', kind: 'direct', from: 0.25, to: 0.5 }]);
  });

  it('gathers the claims of unnamed sources in the last line', () => {
    const claims = [
      claim('c1', null, [10, 20]),
      claim('c2', 'nobody-known', [30, 40]),
      claim('c3', 'ana', [50, 60]),
    ];
    const { rows } = speakerTimeline(actors, claims, 1000);
    expect(rows.map(({ id, claims: line }) => [id, line.length])).toEqual([
      ['ana', 1],
      [null, 2],
    ]);
  });

  it('leaves out what the author says in their own voice', () => {
    expect(speakerTimeline(actors, [claim('c1', null, [10, 20], 'author')], 1000).rows).toEqual([]);
  });

  it('keeps the speakers with most claims where there are too many, and says how many it leaves out', () => {
    const claims = [
      claim('c1', 'ana', [10, 20]),
      claim('c2', 'ben', [30, 40]),
      claim('c3', 'ben', [50, 60]),
      claim('c4', null, [70, 80]),
    ];
    const { rows, leftOut } = speakerTimeline(actors, claims, 1000, 1);
    expect(rows.map(({ id }) => id)).toEqual(['ben', null]);
    expect(leftOut).toBe(1);
  });

  it('stays within the line where a place lies outside of the text', () => {
    const { rows } = speakerTimeline(actors, [claim('c1', 'ana', [900, 1200])], 1000);
    expect(rows[0]?.claims[0]).toMatchObject({ from: 0.9, to: 1 });
    expect(speakerTimeline(actors, [claim('c1', 'ana', [0, 0])], 0).rows[0]?.claims[0]).toMatchObject({
      from: 0,
      to: 0,
    });
  });
});
