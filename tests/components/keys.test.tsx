// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { HelpOnDemand } from '../../components/keys/help-on-demand';
import { KeyHelp } from '../../components/keys/key-help';
import { KeySettings } from '../../components/keys/key-settings';
import { PageKeysView, saidOfKeys } from '../../components/keys/page-keys-view';
import { FIXED_KEYS } from '../../lib/keys/fixed-keys';
import { shownKey } from '../../lib/keys/key-map';
import { DEFAULT_KEYS, KEY_ACTIONS } from '../../lib/model/reading-keys';
import { DEFAULT_SETTINGS } from '../../lib/model/settings';
import { brokenRules, english, show } from './render';

const COMMANDS = [
  { name: '_execute_action', key: 'Alt+Shift+L' },
  { name: 'previous-mark', key: '' },
];

const buttonNamed = (place: ParentNode, name: string) =>
  [...place.querySelectorAll('button')].find((button) =>
    (button.getAttribute('aria-label') ?? button.textContent)?.includes(name),
  );

const press = (target: EventTarget | null, key: string, more: object = {}) =>
  act(async () => {
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    // What is read before it is shown takes a turn.
    await Promise.resolve();
  });

// jsdom knows the element but not how it opens.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

describe('the help with keys', () => {
  it('lists every reading key, every key of the place and every key of the browser, and breaks no rule', async () => {
    for (const place of ['page', 'popup', 'panel', 'options', 'library', 'welcome'] as const) {
      const shown = await show(
        <KeyHelp keys={DEFAULT_KEYS} commands={COMMANDS} place={place} onClose={vi.fn()} />,
      );
      const written = [...shown.querySelectorAll('kbd')].map((key) => key.textContent);
      for (const action of KEY_ACTIONS) {
        expect(shown.textContent).toContain(english(`key_${action.replaceAll('-', '_')}`));
        expect(written).toContain(shownKey(DEFAULT_KEYS[action]));
      }
      for (const { keys, sentence } of FIXED_KEYS.filter(({ places }) => places.includes(place))) {
        expect(shown.textContent).toContain(english(sentence));
        expect(written).toEqual(expect.arrayContaining([...keys]));
      }
      expect(shown.textContent).toContain(english('command_previous_mark') + english('options_key_none'));
      expect(await brokenRules(shown)).toEqual([]);
    }
  });

  it('opens with ? on the extension’s own pages, but not while something is typed', async () => {
    const read = vi.fn(async () => ({ keys: DEFAULT_KEYS, commands: COMMANDS }));
    const place = await show(
      <>
        <input type="text" aria-label="field" />
        <HelpOnDemand place="popup" read={read} />
      </>,
    );
    await press(place.querySelector('input'), '?');
    expect(place.querySelector('dialog')).toBeNull();
    await press(document.body, '?');
    expect(place.querySelector('dialog')?.open).toBe(true);
    await press(place.querySelector('dialog'), '?');
    expect(place.querySelector('dialog')).toBeNull();
    await act(async () => buttonNamed(place, english('keys_open'))?.click());
    expect(place.querySelector('dialog')?.open).toBe(true);
    await act(() => buttonNamed(place, english('keys_close'))?.click());
    expect(place.querySelector('dialog')).toBeNull();
  });
});

describe('the sign on the page', () => {
  it('says that single keys are heard, and leads to the help and out', async () => {
    const actions = { openHelp: vi.fn(), closeHelp: vi.fn(), leave: vi.fn() };
    const off = await show(
      <PageKeysView view={{ isOn: false, help: null }} settings={DEFAULT_SETTINGS} actions={actions} />,
    );
    expect(off.textContent).toBe('');
    const on = await show(
      <PageKeysView
        view={{ isOn: true, help: null }}
        settings={{ ...DEFAULT_SETTINGS, keys: { help: 'h' } }}
        actions={actions}
      />,
    );
    const said = (isOn: boolean) =>
      saidOfKeys({ isOn, help: null }, { ...DEFAULT_SETTINGS, keys: { help: 'h' } }, english);
    expect([said(false), said(true)]).toEqual(['', english('keys_entered', 'h')]);
    await act(() => buttonNamed(on, english('keys_sign_help'))?.click());
    await act(() => buttonNamed(on, english('keys_sign_leave'))?.click());
    expect([actions.openHelp.mock.calls.length, actions.leave.mock.calls.length]).toEqual([1, 1]);
    expect(await brokenRules(on)).toEqual([]);
  });
});

describe('changing keys', () => {
  async function settings(changed: Parameters<typeof KeySettings>[0]['changed'] = {}) {
    const onChange = vi.fn();
    const onCommands = vi.fn();
    const place = await show(
      <KeySettings changed={changed} commands={COMMANDS} onChange={onChange} onCommands={onCommands} />,
    );
    const ask = async (sentence: string) => {
      await act(() => buttonNamed(place, english(sentence))?.click());
      return place.querySelector('[aria-pressed=true]');
    };
    const refusal = () => place.querySelector('[role=alert]')?.textContent;
    return { place, onChange, onCommands, ask, refusal };
  }

  it('takes the key that is pressed next', async () => {
    const { place, onChange, ask } = await settings({ help: 'h' });
    const button = await ask('key_density');
    expect(document.activeElement, 'a click alone gives no focus in Firefox on macOS').toBe(button);
    await press(button, 'm');
    expect(onChange.mock.calls).toEqual([[{ help: 'h', density: 'm' }]]);
    expect(place.querySelector('[aria-pressed=true]')).toBeNull();
    expect(await brokenRules(place)).toEqual([]);
  });

  it('refuses a key that another action has, names that action, and changes nothing', async () => {
    const { onChange, ask, refusal, place } = await settings();
    const button = await ask('key_density');
    await press(button, 'j');
    expect(refusal()).toBe(english('keys_taken', 'J', english('key_next_claim')));
    await press(button, 'F5');
    expect(refusal()).toBe(english('keys_unusable'));
    await press(button, 'Shift');
    expect(place.querySelector('[aria-pressed=true]'), 'Shift is the beginning of a key').toBe(button);
    await press(button, 'Escape');
    expect(place.querySelector('[aria-pressed=true]')).toBeNull();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('shows the browser’s keys as they are and leads to where they are changed', async () => {
    const { place, onCommands, onChange } = await settings({ density: 'm' });
    expect(place.textContent).toContain('Alt+Shift+L');
    expect(place.textContent).toContain(english('options_key_none'));
    await act(() => buttonNamed(place, english('options_keys_open'))?.click());
    expect(onCommands).toHaveBeenCalledOnce();
    await act(() => buttonNamed(place, english('keys_reset'))?.click());
    expect(onChange).toHaveBeenCalledWith({});
  });
});
