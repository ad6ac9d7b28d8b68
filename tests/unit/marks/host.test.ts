import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addStyles, pageHost } from '../../../lib/marks/host';

const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('pageHost', () => {
  let document: Document;
  beforeEach(() => {
    const { window } = new JSDOM('<body><p>Page</p></body>');
    document = window.document;
    vi.stubGlobal('MutationObserver', window.MutationObserver);
  });

  it('is made once and shared by all our scripts', () => {
    expect(pageHost(document).root).toBe(pageHost(document).root);
    expect(document.documentElement.children).toHaveLength(3);
  });

  it('is closed to the page and says nothing about us', () => {
    const { host } = pageHost(document);
    expect(host.shadowRoot).toBeNull();
    expect(host.tagName).toBe('DIV');
    expect(host.getAttributeNames()).toEqual(['style']);
  });

  it('takes no room in the layout', () => {
    const { style } = pageHost(document).host;
    expect(style.position).toBe('absolute');
    expect(style.width).toBe('0px');
    expect(style.getPropertyPriority('position')).toBe('important');
  });

  it('comes back when the page removes it', async () => {
    const { host } = pageHost(document);
    host.remove();
    await soon();
    expect(host.isConnected).toBe(true);
  });

  it('lets a page win that keeps removing it', async () => {
    const { host } = pageHost(document);
    let removals = 0;
    for (let round = 0; round < 20 && host.isConnected; round++) {
      host.remove();
      removals++;
      await soon();
    }
    expect(host.isConnected).toBe(false);
    expect(removals).toBe(9);
  });

  it('survives a page that replaces its root element', async () => {
    const { host } = pageHost(document);
    const root = document.createElement('html');
    document.documentElement.replaceWith(root);
    await soon();
    expect(host.parentNode).toBe(root);
  });
});

describe('addStyles', () => {
  it('falls back to a style element where sheets cannot be constructed', () => {
    const { document } = new JSDOM('').window;
    vi.stubGlobal('CSSStyleSheet', undefined);
    const root = document.body.attachShadow({ mode: 'open' });
    addStyles(root, ':host { color: red }');
    expect(root.querySelector('style')?.textContent).toBe(':host { color: red }');
  });
});
