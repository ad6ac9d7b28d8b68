import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { shareHost } from '../../../lib/marks/host-key';
import { keyTaker, setKeyTaker } from '../../../lib/marks/key-taker';
import { installVeil } from '../../../lib/marks/veil';
import { DEFAULT_KEYS } from '../../../lib/model/reading-keys';
import { hearKeys } from '../../../lib/page/hear-keys';

/** A page with shortcuts of its own, fields, and our host with a card in its closed root. */
function openPage(isGenuine: (event: Event) => boolean = () => true) {
  const { window } = new JSDOM(
    `<body><p id="text">Words</p><input id="name"><input type="checkbox" id="box">
     <div id="edit" role="textbox" tabindex="0"></div><fancy-field tabindex="0"></fancy-field></body>`,
    { pretendToBeVisual: true },
  );
  const { document } = window;
  const host = document.createElement('div');
  document.documentElement.append(host);
  const root = host.attachShadow({ mode: 'closed' });
  const card = document.createElement('button');
  const field = document.createElement('textarea');
  root.append(card, field);
  shareHost({ host, root, remove: () => host.remove() });
  installVeil(window as unknown as Window, isGenuine);
  const page = vi.fn();
  for (const type of ['keydown', 'keyup', 'keypress'])
    document.addEventListener(type, (event) => page(`${type} ${(event as KeyboardEvent).key}`));
  const press = (
    key: string,
    target: Element | null = document.body,
    more: object = {},
    type = 'keydown',
  ) => {
    const init = { key, code: `code ${key}`, bubbles: true, composed: true, cancelable: true, ...more };
    const event = new window.KeyboardEvent(type, init);
    target?.dispatchEvent(event);
    return event;
  };
  const at = (selector: string) => document.querySelector(selector);
  return { root, card, field, page, press, at };
}

describe('hearing reading keys', () => {
  const act = vi.fn();
  const leave = vi.fn(() => true);
  const deeds = { keys: () => DEFAULT_KEYS, act, escape: leave };
  beforeEach(() => {
    act.mockClear();
    leave.mockClear();
    setKeyTaker(undefined);
  });

  it('happens in the mode alone: before and after it the page has all of its keys', () => {
    const { root, page, press } = openPage();
    press('j');
    const stop = hearKeys(root, deeds);
    press('j');
    stop();
    press('j', undefined, {}, 'keyup');
    press('j');
    expect(act.mock.calls).toEqual([['next-claim']]);
    expect(page.mock.calls.flat(), 'not even the end of our key').toEqual(['keydown j', 'keydown j']);
  });

  it('takes the key from the page, when it goes down and when it goes up', () => {
    const { root, page, press } = openPage();
    hearKeys(root, deeds);
    const down = press('w');
    press('w', undefined, {}, 'keypress');
    press('w', undefined, {}, 'keyup');
    expect(act).toHaveBeenCalledWith('says-view');
    expect(down.defaultPrevented).toBe(true);
    expect(page).not.toHaveBeenCalled();
  });

  it('leaves the page the keys that mean nothing to us, and those with Ctrl', () => {
    const { root, page, press } = openPage();
    hearKeys(root, deeds);
    press('x');
    press('x', undefined, {}, 'keyup');
    press('j', undefined, { ctrlKey: true });
    expect(act).not.toHaveBeenCalled();
    expect(page.mock.calls.flat()).toEqual(['keydown x', 'keyup x', 'keydown j']);
  });

  it('does not hear what is typed into a field, nor behind a closed root that may hold one', () => {
    const { root, field, press, at, page } = openPage();
    hearKeys(root, deeds);
    for (const target of [at('#name'), at('#edit'), at('fancy-field')]) press('j', target);
    expect(page).toHaveBeenCalledTimes(3);
    field.focus();
    press('j', root.host);
    expect(act).not.toHaveBeenCalled();
    press('j', at('#box'));
    expect(act, 'a box to tick is no field').toHaveBeenCalledOnce();
  });

  it('goes on while a card of ours has the focus', () => {
    const { root, card, press, page } = openPage();
    hearKeys(root, deeds);
    card.focus();
    press('k', root.host);
    expect(act.mock.calls).toEqual([['previous-claim']]);
    expect(page).not.toHaveBeenCalled();
  });

  it('gives the page a key back whose end was heard in a card that had the focus by then', () => {
    const { root, card, press, page } = openPage();
    const stop = hearKeys(root, deeds);
    press('j');
    card.focus();
    press('j', root.host, {}, 'keyup');
    stop();
    press('j');
    press('j', undefined, {}, 'keyup');
    expect(page.mock.calls.flat()).toEqual(['keydown j', 'keyup j']);
  });

  it('leaves Esc to a card that has closed with it', () => {
    const { root, card, press } = openPage();
    hearKeys(root, deeds);
    card.addEventListener('keydown', (event) => event.preventDefault());
    card.focus();
    press('Escape', root.host);
    expect(leave).not.toHaveBeenCalled();
    press('Escape');
    expect(leave).toHaveBeenCalledOnce();
  });

  it('goes on from mark to mark while a key is held, but switches once', () => {
    const { root, press } = openPage();
    hearKeys(root, deeds);
    for (const repeat of [false, true, true]) {
      press('n', undefined, { repeat });
      press('d', undefined, { repeat });
    }
    expect(act.mock.calls.flat().filter((action) => action === 'next-note')).toHaveLength(3);
    expect(act.mock.calls.flat().filter((action) => action === 'density')).toHaveLength(1);
  });

  it('does not obey keys that the page makes up', () => {
    const { root, press } = openPage((event) => event.isTrusted);
    hearKeys(root, deeds);
    press('e');
    expect(act).not.toHaveBeenCalled();
  });

  it('looks at no key going down once it has ended', () => {
    const { root, press } = openPage();
    hearKeys(root, deeds)();
    expect(keyTaker()?.(press('j') as unknown as KeyboardEvent)).toBe(false);
  });
});
