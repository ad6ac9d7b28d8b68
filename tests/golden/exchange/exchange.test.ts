import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../lib/exchange/formats';
import { readExchangeFile } from '../../../lib/exchange/read-file';
import { joinRecords } from '../../../lib/team/join-records';
import { sha256 } from '../../../lib/team/version-hash';
import { removeVersion } from '../../../lib/team/write-version';
import { exportOf, NOW, passage, writeNote } from '../../unit/exchange/sample-set';

/** One of everything: highlight, note, coding, a whole page, another writing direction, a conflict, a deletion. */
async function everything() {
  const target = await passage(7, 14);
  const first = await writeNote(4, { body: 'First wording', target: await passage(29, 57) });
  const gone = await writeNote(6, { body: 'Not needed any more' });
  const stamp = { device: 'laptop', hlc: '2026-03-01T10:00:00.000Z-0000', author: 'owner of laptop' };
  const { body: _, ...highlight } = { body: undefined, kind: 'highlight' as const, target, tags: [] };
  return exportOf([
    await writeNote(1, { body: 'On the page as a whole: **who** asked whom?\n\n- first\n- second' }),
    await writeNote(2, highlight),
    await writeNote(3, {
      kind: 'coding',
      target,
      codes: ['frame/economy'],
      stance: -0.5,
      tags: ['ميناء', 'two words'],
    }),
    joinRecords(
      await writeNote(4, { body: 'Her wording', target: await passage(29, 57) }, first, 'laptop', 1),
      await writeNote(
        4,
        { body: '=his wording, with a "quote"', target: await passage(29, 57) },
        first,
        'phone',
        2,
      ),
    ),
    await writeNote(5, {
      body: '```\nan open fence\n---\n<script>alert(1)</script>',
      article: 'https://example.net/other',
    }),
    await removeVersion(gone, gone.ctx, '2026-03-01T10:00:00.000Z', stamp, sha256),
  ]);
}

describe('a file of each format', () => {
  it.each(FORMATS.map((format) => [format.name, format] as const))(
    '%s is what it has always been',
    async (name, format) => {
      const text = [...format.write(await everything())].join('');
      // Named as plain text, so that no formatter puts them in order.
      await expect(text).toMatchFileSnapshot(`${name}/everything${format.extension}.txt`);
    },
  );

  it('written by the first version is still read', async () => {
    const text = readFileSync(new URL('json-ld/everything.annotations.jsonld.txt', import.meta.url), 'utf8');
    const set = await everything();
    const result = await readExchangeFile(text, NOW, 'foreign');
    expect(result).toEqual({ ok: true, articles: set.articles, annotations: set.annotations, skipped: [] });
  });
});
