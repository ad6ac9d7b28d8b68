import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
import { sample, withScript } from '../site';
import { FIELD, waitForMarks } from '../steps';

/** A page with a shortcut of its own on a letter that is one of ours too. */
const OWN_SHORTCUT = `
  window.ownKeys = [];
  addEventListener('keydown', (event) => window.ownKeys.push(event.key), true);
  addEventListener('keyup', (event) => window.ownKeys.push('up ' + event.key), true);`;

/** The reading keys, from the browser's command to Esc. */
export function readingKeyTests(test: ReaderTest): void {
  test('goes from claim to claim and writes a note by single letters, in the reading mode alone', async ({
    reader,
    site,
  }) => {
    site.set('/own-keys.html', withScript(sample(), OWN_SHORTCUT));
    await reader.goto(site.url('own-keys.html'));
    await waitForMarks(reader);
    const shadow = reader.shadow();
    const ownKeys = () => reader.run<string[]>('return window.ownKeys.splice(0);');
    await reader.typeKeys('j');
    expect(await ownKeys(), 'the page has its keys').toEqual(['j', 'up j']);

    await reader.command('reading-keys');
    await shadow.waitFor('.keys-sign');
    await reader.typeKeys('j');
    await shadow.waitFor('.card .content');
    const first = await shadow.text('.card');
    await reader.typeKeys('j');
    await expect.poll(() => shadow.text('.card')).not.toBe(first);
    await reader.typeKeys('k');
    await expect.poll(() => shadow.text('.card'), { message: 'and back' }).toBe(first);
    await reader.typeKeys('?');
    await shadow.waitFor('dialog[open] kbd');
    await reader.press('Escape');
    await expect.poll(() => shadow.count('dialog')).toBe(0);
    await reader.typeKeys('e');
    await shadow.waitFor(FIELD);
    await reader.typeKeys('jk');
    await expect.poll(() => shadow.value(FIELD), { message: 'letters are text in a field' }).toBe('jk');
    await reader.press('Control+Enter');
    await expect.poll(() => shadow.count(FIELD)).toBe(0);
    await reader.typeKeys('n');
    await expect.poll(() => shadow.text('.card .note-text')).toBe('jk');
    expect(await ownKeys(), 'the page has heard nothing of it').toEqual([]);

    await reader.press('Escape');
    await expect.poll(() => shadow.count('.card')).toBe(0);
    await reader.press('Escape');
    await expect.poll(() => shadow.count('.keys-sign')).toBe(0);
    await ownKeys();
    await reader.typeKeys('j');
    expect(await ownKeys(), 'and the page has its keys again').toEqual(['j', 'up j']);
  });
}
