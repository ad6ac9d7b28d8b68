import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { shareHost } from '../../../lib/marks/host-key';
import { keyTaker, setKeyTaker } from '../../../lib/marks/key-taker';
import type { Ask } from '../../../lib/messaging/client';
import type { PageToBackground } from '../../../lib/messaging/protocol';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/model/settings';
import type { CardsController } from '../../../lib/page/cards-controller';
import { PageKeys } from '../../../lib/page/page-keys';
import type { PageSession } from '../../../lib/page/session';

const { window } = new JSDOM('<body></body>');
const COMMANDS = [{ name: 'write-note', key: 'Alt+Shift+K' }];

/** The keys of a page whose session and cards write down what they are asked for. */
function keysOf(settings: Partial<Settings> = {}, answers: { walks?: boolean; card?: boolean } = {}) {
  const host = window.document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  shareHost({ host, root, remove: () => {} });
  const did = vi.fn();
  const session = {
    settings: { ...DEFAULT_SETTINGS, ...settings },
    toggleSaysView: () => did('says-view'),
  } as unknown as PageSession;
  const cards = {
    walk: (step: number, kind: string) => {
      did('walk', step, kind);
      return answers.walks ?? true;
    },
    noteHere: () => did('note'),
    tell: (key: string) => did('tell', key),
    closeCard: () => answers.card ?? false,
  } as unknown as CardsController;
  const ask = vi.fn(async (message: { readonly type: string }) =>
    message.type === 'keys.read' ? { commands: COMMANDS } : {},
  );
  const show = vi.fn();
  const keys = new PageKeys(root, session, cards, ask as unknown as Ask<PageToBackground>, show);
  const press = (key: string) => {
    const init = { key, shiftKey: /[A-Z]/.test(key), cancelable: true };
    return keyTaker()?.(new window.KeyboardEvent('keydown', init) as unknown as KeyboardEvent) ?? false;
  };
  return { keys, press, did, ask, show };
}

describe('the reading keys of a page', () => {
  beforeEach(() => setKeyTaker(undefined));

  it('are off until they are entered, and off again with Esc', () => {
    const { keys, press, did } = keysOf();
    expect(press('j')).toBe(false);
    expect(keys.toggle()).toBe(true);
    expect(press('j')).toBe(true);
    expect(press('Escape')).toBe(true);
    expect(keys.view.isOn).toBe(false);
    expect(press('j')).toBe(false);
    expect(did.mock.calls).toEqual([['walk', 1, 'claim']]);
  });

  it('walk by kind, forwards and backwards, and say where there is nothing', () => {
    const { keys, press, did } = keysOf({}, { walks: false });
    keys.toggle();
    for (const key of 'kaAnN') press(key);
    expect(did.mock.calls).toEqual([
      ['walk', -1, 'claim'],
      ['tell', 'no_claim_here'],
      ['walk', 1, 'actor'],
      ['tell', 'no_actor_here'],
      ['walk', -1, 'actor'],
      ['tell', 'no_actor_here'],
      ['walk', 1, 'note'],
      ['tell', 'no_note_here'],
      ['walk', -1, 'note'],
      ['tell', 'no_note_here'],
    ]);
  });

  it('mark more with each press and begin anew behind everything; marks that are off come back first', async () => {
    for (const [now, next] of [
      [{ density: 'first' }, 'main'],
      [{ density: 'everything' }, 'off'],
      [{ density: 'first', marksOn: false }, 'first'],
    ] as const) {
      const { keys, press, ask, did } = keysOf(now);
      keys.toggle();
      press('d');
      await vi.waitFor(() => expect(did).toHaveBeenCalledWith('tell', `density_${next}`));
      expect(ask).toHaveBeenCalledWith({ type: 'marks.show', density: next });
    }
  });

  it('close an open card with Esc first, and leave only then', () => {
    const answers = { card: true };
    const { keys, press } = keysOf({}, answers);
    keys.toggle();
    press('Escape');
    expect(keys.view.isOn).toBe(true);
    answers.card = false;
    press('Escape');
    expect(keys.view.isOn).toBe(false);
  });

  it('show all keys with the browser’s as they are set, do nothing else meanwhile, and close them with the same key', async () => {
    const { keys, press, did } = keysOf({ keys: { help: 'h' } });
    keys.toggle();
    expect(press('?')).toBe(false);
    press('h');
    await vi.waitFor(() => expect(keys.view.help?.commands).toEqual(COMMANDS));
    expect(keys.view.help?.keys.help).toBe('h');
    press('j');
    press('h');
    expect(keys.view).toEqual({ isOn: true, help: null });
    expect(did).not.toHaveBeenCalled();
  });

  it('write a note, and dim all but speech', () => {
    const { keys, press, did } = keysOf();
    keys.toggle();
    press('e');
    press('w');
    expect(did.mock.calls).toEqual([['note'], ['says-view']]);
  });
});
