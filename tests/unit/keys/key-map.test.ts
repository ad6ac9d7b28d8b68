import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionOf, characterOf, keyMapOf, keyProblem, shownKey } from '../../../lib/keys/key-map';
import { DEFAULT_KEYS, KEY_ACTIONS } from '../../../lib/model/reading-keys';

const pressed = (key: string, more: object = {}) => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

describe('the reading keys', () => {
  it('give every action a key of its own', () => {
    const keys = KEY_ACTIONS.map((action) => DEFAULT_KEYS[action]);
    expect(new Set(keys).size).toBe(KEY_ACTIONS.length);
    for (const action of KEY_ACTIONS) {
      const key = DEFAULT_KEYS[action];
      expect(actionOf(DEFAULT_KEYS, pressed(key, { shiftKey: /[A-Z]/.test(key) }))).toBe(action);
    }
  });

  it('tell a letter from the same with Shift, whatever Caps Lock says', () => {
    expect(actionOf(DEFAULT_KEYS, pressed('A', { shiftKey: true }))).toBe('previous-actor');
    expect(actionOf(DEFAULT_KEYS, pressed('A'))).toBe('next-actor');
    expect(actionOf(DEFAULT_KEYS, pressed('a', { shiftKey: true }))).toBe('previous-actor');
  });

  it('leave the keys of browser and page alone that are pressed with Ctrl, Alt or Meta', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'])
      expect(actionOf(DEFAULT_KEYS, pressed('j', { [held]: true })), held).toBeNull();
    for (const key of ['Enter', 'Tab', 'ArrowDown', ' ', 'F1', 'Dead'])
      expect(characterOf(pressed(key)), key).toBeNull();
  });

  it('work on a keyboard with other letters by where the key stands', () => {
    expect(actionOf(DEFAULT_KEYS, pressed('о', { code: 'KeyJ' }))).toBe('next-claim');
    expect(actionOf(DEFAULT_KEYS, pressed('ф', { code: 'KeyA', shiftKey: true }))).toBe('previous-actor');
    const own = keyMapOf({ density: 'о' });
    expect(actionOf(own, pressed('о', { code: 'KeyJ' })), 'the reader’s own letter first').toBe('density');
    expect(
      actionOf(DEFAULT_KEYS, pressed('q', { code: 'KeyA' })),
      'a Latin letter counts as typed',
    ).toBeNull();
  });

  it('refuse a key that another action has, and keys that type nothing', () => {
    expect(keyProblem(DEFAULT_KEYS, 'density', 'j')).toEqual({ kind: 'taken', by: 'next-claim' });
    expect(keyProblem(DEFAULT_KEYS, 'density', 'd')).toBeNull();
    expect(keyProblem(DEFAULT_KEYS, 'density', 'J')).toBeNull();
    expect(keyProblem(DEFAULT_KEYS, 'density', null)).toEqual({ kind: 'unusable' });
  });

  it('never come to two actions on one key, whatever is changed in whatever order', () => {
    const change = fc.tuple(fc.constantFrom(...KEY_ACTIONS), fc.constantFrom(...'jkaAnNewd?xyz'));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        let map = keyMapOf({});
        for (const [action, key] of changes)
          if (keyProblem(map, action, key) === null) map = { ...map, [action]: key };
        expect(new Set(Object.values(map)).size).toBe(KEY_ACTIONS.length);
      }),
    );
  });

  it('are written as keyboards have them', () => {
    expect(['j', 'A', '?', 'é'].map(shownKey)).toEqual(['J', 'Shift+A', '?', 'É']);
  });
});
