import { describe, expect, it } from 'vitest';
import { FORMATS, formatNamed } from '../../../lib/exchange/formats';
import { exportOf, NOW, writeNote } from './sample-set';

describe('the list of formats', () => {
  it('gives each its own name, extension, media type and sentences', () => {
    for (const field of ['name', 'extension', 'mediaType', 'descriptionKey', 'lossKey'] as const) {
      expect(new Set(FORMATS.map((format) => format[field])).size).toBe(FORMATS.length);
    }
    for (const { name, extension, descriptionKey, lossKey } of FORMATS) {
      const word = name.replace('-', '_');
      expect([descriptionKey, lossKey]).toEqual([`export_${word}_description`, `export_${word}_loss`]);
      expect(extension).toMatch(/^(?:\.[a-z]+)+$/);
      expect(formatNamed(name)?.name).toBe(name);
    }
    expect(formatNamed('toString')).toBeNull();
  });

  it.each(FORMATS.map((format) => [format.name, format] as const))(
    'writes %s in several chunks',
    async (_, format) => {
      const notes = await Promise.all(Array.from({ length: 120 }, (_, n) => writeNote(n)));
      const chunks = [...format.write(await exportOf(notes))];
      expect(chunks.length).toBeGreaterThan(3);
      expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(chunks.join('').length);
    },
  );

  it.each(FORMATS.map((format) => [format.name, format] as const))(
    'writes %s of nothing at all',
    async (_, format) => {
      const set = { ...(await exportOf([])), articles: [] };
      expect([...format.write(set)].join('')).not.toBe('');
    },
  );

  it('reads back what the readable ones wrote', async () => {
    const note = await writeNote(1);
    for (const format of FORMATS) {
      if (format.read === undefined) continue;
      const result = await format.read([...format.write(await exportOf([note]))].join(''), NOW, 'foreign');
      expect(result).toMatchObject({ ok: true, annotations: [note], skipped: [] });
    }
    expect(FORMATS.filter((format) => format.read !== undefined).map(({ name }) => name)).toEqual([
      'json-ld',
    ]);
  });
});
