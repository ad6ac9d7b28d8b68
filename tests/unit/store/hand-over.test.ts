import { describe, expect, it } from 'vitest';
import { handOver, readHandedOver } from '../../../lib/store/hand-over';
import { storedNote } from '../../support/many-records';
import { memoryFolder } from './memory-folder';

describe('handing records over', () => {
  it('gives them back as they were', async () => {
    const folder = memoryFolder();
    const annotations = [await storedNote(1, { body: 'one\nand “two”' }), await storedNote(2)];
    const name = await handOver(folder, { annotations, articles: [] });
    expect(await readHandedOver(folder, name)).toEqual({ annotations, articles: [] });
  });

  it('leaves nothing behind of an import that was broken off', async () => {
    const folder = memoryFolder();
    await handOver(folder, { annotations: [await storedNote(1)], articles: [] });
    const name = await handOver(folder, { annotations: [await storedNote(2)], articles: [] });
    expect(await folder.names()).toEqual([name]);
  });

  it('reads nothing else that lies in the folder, such as a backup', async () => {
    const folder = memoryFolder();
    await folder.write('2026-03-01-daily-1234.jsonl.gz', new Blob(['{}']).stream());
    expect(await readHandedOver(folder, '2026-03-01-daily-1234.jsonl.gz')).toBeNull();
    expect(await readHandedOver(folder, 'handed-over-nothing')).toBeNull();
  });
});
