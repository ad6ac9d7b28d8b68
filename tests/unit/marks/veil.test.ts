import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type PageHost, shareHost } from '../../../lib/marks/host-key';
import { installVeil } from '../../../lib/marks/veil';

const genuine = () => true;

/** A page with our host and a field in its closed root that has the focus. */
function pageWithField() {
  const { window } = new JSDOM('<body><input id="own"></body>', { pretendToBeVisual: true });
  const { document } = window;
  const host = document.createElement('div');
  document.documentElement.append(host);
  const root = host.attachShadow({ mode: 'closed' });
  const field = document.createElement('textarea');
  root.append(field);
  field.focus();
  const shared: PageHost = { host, root, remove: () => host.remove() };
  shareHost(shared);
  const press = (key: string, target: Element = field) => {
    const event = new window.KeyboardEvent('keydown', {
      key,
      view: window as unknown as Window,
      ctrlKey: true,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    target.dispatchEvent(event);
    return event;
  };
  return { window, document, host, field, press, asWindow: window as unknown as Window };
}

describe('installVeil', () => {
  let page: ReturnType<typeof pageWithField>;
  beforeEach(() => {
    page = pageWithField();
  });

  it('hides keys typed in our host from every listener of the page', () => {
    installVeil(page.asWindow, genuine);
    const seen = vi.fn();
    for (const target of [page.window, page.document, page.host]) {
      target.addEventListener('keydown', seen, true);
      target.addEventListener('keydown', seen);
    }
    page.press('s');
    expect(seen).not.toHaveBeenCalled();
  });

  it('lets handlers inside our host see the same key with its modifiers', () => {
    installVeil(page.asWindow, genuine);
    const seen = vi.fn((event: KeyboardEvent) => [event.key, event.ctrlKey, event.composed]);
    page.field.addEventListener('keydown', seen);
    page.press('Enter');
    expect(seen.mock.results.map(({ value }) => value)).toEqual([['Enter', true, false]]);
  });

  it('hides that a key goes up which went down in our host, where the card has gone meanwhile', () => {
    installVeil(page.asWindow, genuine);
    const seen = vi.fn();
    page.document.addEventListener('keyup', (event) => seen((event as KeyboardEvent).code));
    const key = (type: string, code: string, target: Element) =>
      target.dispatchEvent(
        new page.window.KeyboardEvent(type, { code, bubbles: true, composed: true, cancelable: true }),
      );
    key('keydown', 'Escape', page.field);
    key('keyup', 'Escape', page.document.body);
    key('keydown', 'KeyX', page.document.body);
    key('keyup', 'KeyX', page.document.body);
    expect(seen.mock.calls).toEqual([['KeyX']]);
  });

  it('keeps keys inside where the browser makes every keyboard event composed', () => {
    const { KeyboardEvent } = page.window;
    Object.defineProperty(KeyboardEvent.prototype, 'composed', { get: () => true });
    installVeil(page.asWindow, genuine);
    const inside = vi.fn((event: KeyboardEvent) => [event.key, event.ctrlKey, event.composed, event.type]);
    const outside = vi.fn();
    page.field.addEventListener('keydown', inside);
    page.window.addEventListener('keydown', outside, true);
    page.press('Enter');
    expect(inside.mock.results.map(({ value }) => value)).toEqual([['Enter', true, false, 'keydown']]);
    expect(outside).not.toHaveBeenCalled();
  });

  it('carries a refusal back to the event that the browser acts upon', () => {
    installVeil(page.asWindow, genuine);
    page.field.addEventListener('keydown', (event) => {
      if (event.key === 'Tab') event.preventDefault();
    });
    expect(page.press('Tab').defaultPrevented).toBe(true);
    expect(page.press('a').defaultPrevented).toBe(false);
  });

  it("leaves the page's own keys alone", () => {
    installVeil(page.asWindow, genuine);
    const seen = vi.fn();
    page.document.addEventListener('keydown', seen);
    page.press('s', page.document.getElementById('own')!);
    expect(seen).toHaveBeenCalledTimes(1);
  });

  it('passes on nothing that the page made up itself', () => {
    installVeil(page.asWindow);
    const seen = vi.fn();
    page.field.addEventListener('keydown', seen);
    page.host.dispatchEvent(
      new page.window.KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }),
    );
    expect(seen).not.toHaveBeenCalled();
  });

  it('can be taken off again', () => {
    installVeil(page.asWindow, genuine).remove();
    const seen = vi.fn();
    page.window.addEventListener('keydown', seen);
    page.press('s');
    expect(seen).toHaveBeenCalledTimes(1);
  });
});
