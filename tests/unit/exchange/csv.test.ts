import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, textCell } from '../../../lib/exchange/csv';
import type { ExportSet } from '../../../lib/exchange/format';
import { sha256 } from '../../../lib/team/version-hash';
import { removeVersion } from '../../../lib/team/write-version';
import { annotationPlan, playPlan, words } from './random-set';
import { exportOf, NOW, passage, writeNote } from './sample-set';

/** A reader of RFC 4180 that is strict about quotes: rows of cells as a spreadsheet receives them. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, at] = [[] as string[], 0];
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new Error('A quote that never ends');
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else break;
      }
      at += 1;
    } else while (at < text.length && !/[,\r\n"]/.test(text[at]!)) cell += text[at++];
    row.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      [row, at] = [[], at + 2];
    } else throw new Error(`Neither comma nor line end at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
  }
  return rows;
}

function tableOf(set: ExportSet): Record<string, string>[] {
  const text = [...csv.write(set)].join('');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [names, ...rows] = parseCsv(text.slice(1));
  return rows.map((row) => {
    expect(row).toHaveLength(names!.length);
    return Object.fromEntries(row.map((cell, index) => [names![index]!, cell]));
  });
}

// What spreadsheets are known to compute, DDE and full-width forms included; own list.
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  ' =1+1',
  '\u00A0=1',
  '\u200B=1',
  '\uFEFF=1',
  '=HYPERLINK("https://example.org/?"&A1,"more")',
  "=cmd|' /C calc'!A0",
  '"=1+1"',
  "'=1+1",
  '=1+1\r\n=2+2',
  '%0A=1',
];

describe('a CSV file', () => {
  it('never has a cell that a spreadsheet computes, in 10,000 hostile ones', () => {
    const rest = words(3);
    const hostile = fc.oneof(
      fc.tuple(fc.constantFrom(...FORMULAS), rest).map(([formula, tail]) => formula + tail),
      fc
        .tuple(fc.constantFrom('', ' ', '\t', '\u200B', '"', ',', '\0'), fc.constantFrom(...FORMULAS))
        .map((p) => p.join('')),
      fc.string({
        unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', '＝', '1', 'A', ' '),
      }),
    );
    let cells = 0;
    fc.assert(
      fc.property(hostile, (text) => {
        const [row] = parseCsv(`${textCell(text)}\r\n`);
        expect(row).toHaveLength(1);
        expect(row![0]).not.toMatch(/^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u);
        expect(row![0]).not.toMatch(/^[\t\r\n]/);
        // Nothing is lost but the guard and NUL.
        expect([text.replaceAll('\0', '\uFFFD'), `'${text.replaceAll('\0', '\uFFFD')}`]).toContain(row![0]);
        cells += 1;
      }),
      { seed: 20260101, numRuns: 10_000 },
    );
    expect(cells).toBe(10_000);
  });

  it('leaves ordinary text alone', () => {
    for (const text of ['', 'a-b', '5 = 5', 'ana@example.org', '東京', '🙂', '1e3', "it's"]) {
      expect(textCell(text)).toBe(text);
    }
  });

  it('holds what it says, in any random set', async () => {
    await fc.assert(
      fc.asyncProperty(annotationPlan, async (plan) => {
        const set = await playPlan(plan);
        const rows = tableOf(set);
        const living = set.annotations.filter((record) =>
          record.versions.some((version) => !version.deleted),
        );
        expect(new Set(rows.map((row) => row['id']))).toEqual(new Set(living.map((record) => record.id)));
        for (const row of rows) {
          const record = living.find(({ id }) => id === row['id'])!;
          const notes = record.versions.map((version) => (version.body ?? '').replaceAll('\0', '\uFFFD'));
          expect([...notes, ...notes.map((note) => `'${note}`)]).toContain(row['note']);
          for (const [name, cell] of Object.entries(row)) {
            if (name === 'stance') expect(cell).toMatch(/^$|^-?[\d.]+(?:e-?\d+)?$/);
            else expect(cell).not.toMatch(/^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u);
          }
        }
      }),
      { seed: 20260101, numRuns: 200 },
    );
  });

  it('has a row for each wording that is still to be settled, and none for what was deleted', async () => {
    const first = await writeNote(1);
    const { joinRecords } = await import('../../../lib/team/join-records');
    const left = await writeNote(1, { body: 'Left' }, first, 'laptop', 1);
    const right = await writeNote(1, { body: 'Right' }, first, 'phone', 2);
    const gone = await writeNote(2);
    const stamp = { device: 'laptop', hlc: `${NOW}-0000`, author: '' };
    const deleted = await removeVersion(gone, gone.ctx, NOW, stamp, sha256);
    const rows = tableOf(await exportOf([joinRecords(left, right), deleted]));
    expect(rows.map((row) => [row['note'], row['wordings']])).toEqual([
      ['Right', '2'],
      ['Left', '2'],
    ]);
  });

  it('names article, outlet, passage and writer', async () => {
    const [row] = tableOf(
      await exportOf([await writeNote(1, { target: await passage(7, 14), stance: -0.5 })]),
    );
    expect(row).toMatchObject({
      kind: 'note',
      article: 'The harbour opens',
      authors: 'Ben Sato; Mia Lind',
      outlet: 'Example Post',
      url: 'https://example.org/story',
      quote: 'harbour',
      note: 'Who paid for the survey?',
      tags: 'harbour',
      stance: '-0.5',
      written_by: 'owner of laptop',
      wordings: '1',
      article_flags: '',
    });
  });

  it('says of an article that it was offered in part only, or grew', async () => {
    const set = await exportOf([await writeNote(1)]);
    const articles = set.articles.map((article) => ({
      ...article,
      flags: ['paywall', 'live-blog'] as const,
    }));
    expect(tableOf({ ...set, articles })[0]?.['article_flags']).toBe('paywall; live-blog');
  });
});
