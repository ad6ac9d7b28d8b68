import { describe, expect, it } from 'vitest';
import type { ExportSet, Format } from '../../../lib/exchange/format';
import { writeFile } from '../../../lib/surfaces/write-file';

const SET: ExportSet = { annotations: [], articles: [], exportedAt: '', generator: '' };

function formatOf(chunks: readonly string[]): Format {
  return {
    name: 'markdown',
    extension: '.md',
    mediaType: 'text/markdown',
    descriptionKey: '',
    lossKey: '',
    write: () => chunks,
  };
}

describe('writing a file', () => {
  it('holds every chunk in order, however many pieces it is made of', async () => {
    const chunks = Array.from({ length: 40 }, (_, n) => `${n}é${'x'.repeat(300_000)}\n`);
    const file = await writeFile(formatOf(chunks), SET);
    expect(await file.text()).toBe(chunks.join(''));
    expect(file.type).toBe('text/markdown');
  });

  it('lets others have a turn while a long file is written', async () => {
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 0);
    await writeFile(formatOf(Array.from({ length: 40 }, () => 'x'.repeat(500_000))), SET);
    clearInterval(others);
    expect(turns).toBeGreaterThan(0);
  });
});
