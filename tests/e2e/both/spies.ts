import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
import { LOOK_EVERYWHERE, SPY } from '../page-scripts';
import type { Reader } from '../reader';
import { sample, withScript } from '../site';
import { ACROSS_LINK, beginNote, FIELD, waitForMarks, waitForPaintedNotes } from '../steps';

interface Heard {
  readonly where: string;
  readonly type: string;
  readonly key: string | null;
  readonly told: string;
}

const CANARY = 'Quokka7391zebra';
const TAG = 'Wombat4406';
const COMPOSED = 'かなりや5512';
const SECRETS = [CANARY, TAG, COMPOSED];
/** What tells the page of typing; a selection or a focus that moves into our host tells nothing. */
const TELLING = /^(key|beforeinput|input|textInput|change|composition|cut|copy|paste|drag|drop)/;

const heardBy = (reader: Reader) => reader.run<Heard[]>('return window.heard;');
const forget = (reader: Reader) => reader.run<void>('window.heard.length = 0;');

async function expectUnseen(reader: Reader, when: string): Promise<void> {
  const everything = await reader.run<string>(LOOK_EVERYWHERE);
  expect(everything.length, 'the page looks at something').toBeGreaterThan(1000);
  for (const secret of SECRETS) expect(everything.includes(secret), `${secret} ${when}`).toBe(false);
}

/** A page that listens to all it can, from its first line on. */
export function spyTests(test: ReaderTest): void {
  test('hides from a spying page what is typed, composed, cut and pasted into a note', async ({
    reader,
    site,
  }, info) => {
    site.set('/spy.html', withScript(sample(), SPY));
    await reader.goto(site.url('spy.html'));
    await waitForMarks(reader);

    // The spy is alive: it hears what is typed into the page's own form.
    await reader.run('document.querySelector("textarea[name=comment]").focus();');
    await reader.typeKeys('own');
    const own = await heardBy(reader);
    expect(own.filter(({ type }) => type === 'keydown').map(({ key }) => key)).toEqual(
      expect.arrayContaining(['o', 'w', 'n']),
    );
    expect(own.some(({ type }) => type === 'input')).toBe(true);

    await reader.run('document.activeElement.blur();');
    await beginNote(reader, ACROSS_LINK);
    await forget(reader);
    await reader.typeKeys(CANARY);
    await reader.compose(COMPOSED);
    expect(await reader.shadow().value(FIELD)).toBe(CANARY + COMPOSED);
    for (const keys of ['Control+a', 'Control+c', 'Control+x', 'Control+v'] as const)
      await reader.press(keys);
    expect(await reader.shadow().value(FIELD), 'cut and pasted').toBe(CANARY + COMPOSED);
    await reader.shadow().type('.tags-field', TAG);
    await expectUnseen(reader, 'while it is typed');
    await reader.press('Control+Enter');
    await reader.shadow().waitFor('.toast');
    await waitForPaintedNotes(reader, ACROSS_LINK);

    const heard = await heardBy(reader);
    expect(heard.filter(({ type }) => TELLING.test(type)).map(({ type, key }) => `${type} ${key}`)).toEqual(
      [],
    );
    const told = heard.map((event) => event.told).join('\n');
    for (const secret of SECRETS) expect(told.includes(secret), secret).toBe(false);
    await expectUnseen(reader, 'when it is saved');
    info.annotations.push({
      type: 'measured',
      description: `${heard.length} events heard, 0 tell of the note`,
    });

    await reader.reload();
    await waitForPaintedNotes(reader, ACROSS_LINK);
    await expectUnseen(reader, 'after a reload');
    const after = (await heardBy(reader)).map((event) => event.told).join('\n');
    for (const secret of SECRETS) expect(after.includes(secret), `${secret} after a reload`).toBe(false);
  });

  test('takes no order from events that the page makes up', async ({ reader, site }) => {
    site.set('/spy.html', withScript(sample(), SPY));
    await reader.goto(site.url('spy.html'));
    await waitForMarks(reader);
    await beginNote(reader, ACROSS_LINK);
    await reader.typeKeys('Mine');
    await reader.run(
      `const host = [...document.documentElement.children].find((child) => child.localName === 'div');
       for (const type of ['keydown', 'keypress', 'keyup'])
         host.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', ctrlKey: true, bubbles: true, composed: true }));
       host.dispatchEvent(new InputEvent('input', { data: 'x', bubbles: true, composed: true }));
       window.postMessage({ type: 'notes.save', id: 'x' }, '*');
       window.postMessage({ source: 'pressmark', type: 'notes.remove' }, '*');`,
    );
    expect(await reader.shadow().value(FIELD)).toBe('Mine');
    await waitForPaintedNotes(reader);
    expect(await reader.badge()).toBe('');
    await reader.press('Escape');
    await reader.shadow().click('.unfinished .button:not(.primary)');
  });
}
