import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/model/settings';
import { readsUnasked, ruleFor, toldTo } from '../../../lib/service/site-rules';

const URL_A = 'https://news.example/a';
const withRule = (rule: 'automatic' | 'on-click' | 'never') => ({
  ...DEFAULT_SETTINGS,
  sites: { 'news.example': rule },
});

describe('rules per site', () => {
  it('reads articles by itself where the reader said nothing', () => {
    expect(ruleFor(DEFAULT_SETTINGS, URL_A)).toBe('automatic');
    expect(readsUnasked(DEFAULT_SETTINGS, URL_A, 'article', 0)).toBe(true);
  });

  it('stays silent on pages that are no article, or only perhaps', () => {
    expect(readsUnasked(DEFAULT_SETTINGS, URL_A, 'no', 0)).toBe(false);
    expect(readsUnasked(DEFAULT_SETTINGS, URL_A, 'maybe', 0)).toBe(false);
  });

  it('brings notes back on any page that carries some', () => {
    expect(readsUnasked(DEFAULT_SETTINGS, URL_A, 'no', 2)).toBe(true);
  });

  it('waits for a click, or stays off, where the reader said so', () => {
    expect(readsUnasked(withRule('on-click'), URL_A, 'article', 2)).toBe(false);
    expect(readsUnasked(withRule('never'), URL_A, 'article', 2)).toBe(false);
  });

  it('takes the marks off an open page whose site was just closed, and off no other', () => {
    const told = (url: string, before = DEFAULT_SETTINGS) => toldTo(url, withRule('never'), before).marksOn;
    expect(told(URL_A)).toBe(false);
    expect(told('https://other.example/a')).toBe(true);
    // What the reader asks for on a closed site is marked, whatever else is changed then.
    expect(told(URL_A, withRule('never'))).toBe(true);
    expect(toldTo(URL_A, DEFAULT_SETTINGS, withRule('never')).marksOn).toBe(true);
  });

  it('has no host for an address that is none', () => {
    expect(ruleFor(withRule('never'), 'not an address')).toBe('automatic');
  });
});
