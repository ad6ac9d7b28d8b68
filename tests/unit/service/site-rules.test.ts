import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/model/settings';
import { readsUnasked, ruleFor, settingsOn } from '../../../lib/service/site-rules';

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

  it('shows neither marks nor the adder on a closed site, until the reader asks for it there', () => {
    const closed = { ...withRule('never'), density: 'everything' as const, adderOff: ['quiet.example'] };
    expect(settingsOn(URL_A, closed, false)).toEqual({
      ...closed,
      marksOn: false,
      adderOff: ['quiet.example', 'news.example'],
    });
    expect(settingsOn(URL_A, closed, true)).toEqual(closed);
    expect(settingsOn('https://other.example/a', closed, false)).toEqual(closed);
    expect(settingsOn(URL_A, withRule('on-click'), false)).toEqual(withRule('on-click'));
  });

  it('has no host for an address that is none', () => {
    expect(ruleFor(withRule('never'), 'not an address')).toBe('automatic');
  });
});
