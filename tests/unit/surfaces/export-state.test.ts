import { describe, expect, it } from 'vitest';
import { ExportState } from '../../../lib/surfaces/export-state';
import { sha256 } from '../../../lib/team/version-hash';
import { removeVersion } from '../../../lib/team/write-version';
import { storedNote } from '../../support/many-records';

async function exporting() {
  const files: { name: string; file: Blob }[] = [];
  const state = new ExportState(
    'test 1.0',
    (name, file) => files.push({ name, file }),
    () => {},
  );
  const notes = [
    await storedNote(1, { article: 'https://a.example/1', body: 'first' }),
    await storedNote(2, { article: 'https://a.example/1', body: 'second' }),
    await storedNote(3, { article: 'https://b.example/2', body: 'third' }),
  ];
  state.setStored({ annotations: notes, articles: [] });
  return { state, files, notes };
}

describe('exporting notes', () => {
  it('writes everything, one article, or what was ticked', async () => {
    const { state, files, notes } = await exporting();
    state.setFormat('csv');
    expect(state.data.count).toBe(3);
    await state.write();

    state.setScope('article');
    expect(state.data.articles.map(({ notes: count }) => count).sort()).toEqual([1, 2]);
    state.setArticle('https://b.example/2');
    expect(state.data.count).toBe(1);
    await state.write();

    state.setScope('selected');
    expect(state.data.count).toBe(0);
    state.select(notes[0]!.id, true);
    state.select(notes[1]!.id, true);
    state.select(notes[1]!.id, false);
    expect(state.data.count).toBe(1);
    await state.write();

    const texts = await Promise.all(files.map(({ file }) => file.text()));
    const holds = texts.map((text) => ['first', 'second', 'third'].filter((word) => text.includes(word)));
    expect(holds).toEqual([['first', 'second', 'third'], ['third'], ['first']]);
    expect(files[0]?.name).toMatch(/^pressmark-\d{4}-\d\d-\d\d\.csv$/);
    expect(files[0]?.file.type).toBe('text/csv');
  });

  it('passes deletions on to colleagues, but counts and lists only what stands', async () => {
    const { state, files, notes } = await exporting();
    const stamp = { device: 'device-a', hlc: '9', author: 'Mai' };
    const deleted = await removeVersion(notes[0]!, notes[0]!.ctx, '2026-02-01T00:00:00.000Z', stamp, sha256);
    state.setStored({ annotations: [deleted, notes[1]!], articles: [] });
    expect(state.data.notes.map(({ id }) => id)).toEqual([notes[1]!.id]);
    expect(state.data.count).toBe(1);
    state.setFormat('json-ld');
    await state.write();
    expect(await files[0]?.file.text()).toContain(notes[0]!.id);
  });

  it('leaves out what was called no claim, which is no note', async () => {
    const { state, files, notes } = await exporting();
    const correction = await storedNote(4, { kind: 'correction', codes: ['not-a-claim'], body: 'wrong' });
    state.setStored({ annotations: [notes[0]!, correction], articles: [] });
    expect(state.data.notes.map(({ id }) => id)).toEqual([notes[0]!.id]);
    for (const format of ['json-ld', 'csv', 'markdown']) {
      state.setFormat(format);
      await state.write();
    }
    const texts = await Promise.all(files.map(({ file }) => file.text()));
    expect(texts.filter((text) => text.includes('first'))).toHaveLength(3);
    expect(texts.filter((text) => text.includes(correction.id) || text.includes('wrong'))).toEqual([]);
  });

  it('says what went wrong and can be tried again', async () => {
    const { notes } = await exporting();
    let isBroken = true;
    const state = new ExportState(
      'test 1.0',
      () => {
        if (isBroken) throw new Error('downloads are switched off');
      },
      () => {},
    );
    state.setStored({ annotations: notes, articles: [] });
    await state.write();
    expect(state.data).toMatchObject({ step: 'failed', problem: 'downloads are switched off' });
    isBroken = false;
    await state.write();
    expect(state.data).toMatchObject({ step: 'idle', problem: '' });
  });
});
