import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keyTaker, setKeyTaker } from '../../../lib/marks/key-taker';
import { DEFAULT_KEYS } from '../../../lib/model/reading-keys';
import { hearEscape } from '../../../lib/page/hear-escape';
import { hearKeys } from '../../../lib/page/hear-keys';

const { window } = new JSDOM('<body></body>');

/** Whether an event of this key is taken from the page. */
const isTaken = (key: string, type = 'keydown', more: object = {}) => {
  const event = new window.KeyboardEvent(type, { key, code: key, ...more });
  return keyTaker()?.(event as unknown as KeyboardEvent) ?? false;
};

describe('hearing Esc on the page', () => {
  beforeEach(() => setKeyTaker(undefined));

  it('closes what is open and keeps the whole key from the page', () => {
    const close = vi.fn(() => true);
    hearEscape(close);
    expect(isTaken('Escape')).toBe(true);
    expect(isTaken('Escape', 'keyup')).toBe(true);
    expect(close).toHaveBeenCalledOnce();
    expect(isTaken('Escape', 'keyup'), 'the end of another Esc').toBe(false);
  });

  it('leaves the page its Esc where nothing is open, and every other key', () => {
    hearEscape(() => false);
    expect(isTaken('Escape')).toBe(false);
    expect(isTaken('Escape', 'keyup')).toBe(false);
    expect(isTaken('a')).toBe(false);
  });

  it('leaves Esc to an input method that is composing', () => {
    const close = vi.fn(() => true);
    hearEscape(close);
    expect(isTaken('Escape', 'keydown', { isComposing: true })).toBe(false);
    expect(close).not.toHaveBeenCalled();
  });

  it('goes on once the reading keys are left, however often they are entered', () => {
    const close = vi.fn(() => true);
    hearEscape(close);
    const own = keyTaker();
    const root = window.document.createElement('div').attachShadow({ mode: 'closed' });
    const deeds = { keys: () => DEFAULT_KEYS, act: vi.fn(), escape: () => true };
    for (let round = 0; round < 3; round++) {
      const stop = hearKeys(root, deeds);
      expect(isTaken('Escape')).toBe(true);
      expect(close, 'the mode has its own Esc').toHaveBeenCalledTimes(round);
      stop();
      expect(isTaken('Escape', 'keyup')).toBe(true);
      expect(isTaken('Escape')).toBe(true);
      expect(close).toHaveBeenCalledTimes(round + 1);
      expect(isTaken('Escape', 'keyup')).toBe(true);
    }
    expect(keyTaker(), 'nothing is left of the mode').toBe(own);
  });
});
