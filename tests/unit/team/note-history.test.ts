import { describe, expect, it } from 'vitest';
import { joinRecords } from '../../../lib/team/join-records';
import { noteHistory } from '../../../lib/team/note-history';
import { removeVersion, writeVersion } from '../../../lib/team/write-version';
import { ID, quickHash, sampleFields, stampOf, write } from './sample-annotation';

describe('how a note came to be', () => {
  it('is told version by version, the last first, with the words that changed', async () => {
    const first = await write(null, 'a', 'the harbour opens', 1);
    const second = await write(first, 'a', 'the harbour never opens', 2);
    const steps = noteHistory(second, [first]);
    expect(steps.map(({ what }) => what)).toEqual(['changed', 'written']);
    expect(steps[0]!.words).toEqual([
      { kind: 'same', text: 'the harbour ' },
      { kind: 'added', text: 'never ' },
      { kind: 'same', text: 'opens' },
    ]);
    expect(steps[1]!.words).toEqual([{ kind: 'same', text: 'the harbour opens' }]);
    expect(steps[0]!.author).toBe('author of a');
  });

  it('begins with what stands where nothing earlier is known', async () => {
    const first = await write(null, 'a', 'one', 1);
    const second = await write(first, 'a', 'two', 2);
    expect(noteHistory(second, []).map(({ what, words }) => [what, words[0]?.text])).toEqual([
      ['written', 'two'],
    ]);
  });

  it('names deletions, and what was brought back', async () => {
    const first = await write(null, 'a', 'one', 1);
    const at = '2026-03-01T09:02:00.000Z';
    const gone = await removeVersion(first, first.ctx, at, stampOf('a', 2), quickHash);
    const back = await write(gone, 'a', 'one', 3);
    expect(noteHistory(back, [first, gone, gone]).map(({ what }) => what)).toEqual([
      'brought-back',
      'deleted',
      'written',
    ]);
  });

  it('has both wordings of a conflict, and no version twice', async () => {
    const first = await write(null, 'a', 'one', 1);
    const joined = joinRecords(await write(first, 'a', 'two', 2), await write(first, 'b', 'three', 3));
    const steps = noteHistory(joined, [first, joined]);
    expect(steps.map(({ author }) => author)).toEqual(['author of b', 'author of a', 'author of a']);
  });

  it('tells tags that came and went, and leaves other notes out', async () => {
    const first = await write(null, 'a', 'one', 1);
    const fields = { ...sampleFields('one'), tags: ['قناة', '港'] };
    const second = await writeVersion(first, ID, first.ctx, fields, stampOf('a', 2), quickHash);
    const other = { ...first, id: '01890a5d-ac96-774b-bcce-000000000000' };
    const [step, ...rest] = noteHistory(second, [first, other]);
    expect([step!.tagsAdded, step!.tagsRemoved]).toEqual([['قناة', '港'], ['harbour']]);
    expect(rest).toHaveLength(1);
  });

  it('of a note of 60,000 characters that was written anew shows both whole', async () => {
    const text = (seed: number) => Array.from({ length: 9000 }, (_, n) => `w${(n * seed) % 997}`).join(' ');
    const first = await write(null, 'a', text(7), 1);
    const second = await write(first, 'a', text(11), 2);
    const [step] = noteHistory(second, [first]);
    expect(step!.words.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
