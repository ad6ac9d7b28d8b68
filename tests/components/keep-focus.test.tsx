// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AboutArticle } from '../../components/app/about-article';
import { keepFocus } from '../../components/app/keep-focus';
import { show } from './render';

/** Lets the watch see what has changed. */
const seen = () => new Promise((resolve) => setTimeout(resolve, 0));

const focused = () => document.activeElement?.textContent;

describe('keeping the focus', () => {
  let stop = () => {};
  beforeEach(async () => {
    await show(
      <main>
        <ul>
          {['one', 'two', 'three'].map((name) => (
            <li key={name} id={name}>
              <button type="button">open {name}</button>
              <button type="button">delete {name}</button>
            </li>
          ))}
        </ul>
        <p>nothing to press</p>
        <button type="button">behind</button>
      </main>,
    );
    stop = keepFocus(document);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });
  const at = (selector: string) => document.querySelector<HTMLElement>(selector)!;

  it('goes to what took the place of a row that is gone, to the row before the last, then to what follows the list', async () => {
    at('#two button:last-child').focus();
    at('#two').remove();
    await seen();
    expect(focused()).toBe('open three');
    at('#three').remove();
    await seen();
    expect(focused()).toBe('open one');
    at('ul').remove();
    await seen();
    expect(focused()).toBe('behind');
  });

  it('does not go to what the Tab key does not stop at', async () => {
    for (const button of document.querySelectorAll('#three button')) button.setAttribute('tabindex', '-1');
    at('#two button').focus();
    at('#two').remove();
    await seen();
    expect(focused()).toBe('open one');
  });

  it('follows a row that was moved before it is gone', async () => {
    at('#three button').focus();
    at('ul').prepend(at('#three'));
    at('#three button').focus();
    await seen();
    at('#three').remove();
    await seen();
    expect(focused()).toBe('open one');
  });

  it('comes back to a button that was switched off for a moment, and leaves one that stays so', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const button = at('#one button') as HTMLButtonElement;
    button.focus();
    button.disabled = true;
    await Promise.resolve();
    expect(document.activeElement).toBe(button);
    vi.advanceTimersByTime(1000);
    expect(focused()).toBe('delete one');
  });

  it('takes nothing from a reader who has pressed elsewhere with the pointer', async () => {
    at('#one button').focus();
    at('p').dispatchEvent(new Event('pointerdown', { bubbles: true }));
    at('#one').remove();
    await seen();
    expect(document.activeElement).toBe(document.body);
  });

  it('takes nothing while the focus stands elsewhere', async () => {
    at('#one button').focus();
    at('#two button').focus();
    at('#one').remove();
    await seen();
    expect(focused()).toBe('open two');
  });
});

describe('the form of a correction', () => {
  it('closes with Esc and gives the focus back to its button', async () => {
    const article = { authors: [], provenance: {} } as never;
    const place = await show(
      <AboutArticle about={{ article, facts: [], detection: null }} onCorrect={() => undefined} />,
    );
    const [opener] = place.querySelectorAll('button');
    await act(() => opener?.click());
    const field = place.querySelector('input');
    const pressed = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    await act(() => void field?.dispatchEvent(pressed));
    expect(pressed.defaultPrevented).toBe(true);
    expect(place.querySelector('form')).toBeNull();
    expect(document.activeElement).toBe(place.querySelector('button'));
  });
});
