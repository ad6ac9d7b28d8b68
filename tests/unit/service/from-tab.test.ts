import { describe, expect, it } from 'vitest';
import type { Sender } from '../../../lib/messaging/server';
import { SAMPLE_KEY } from '../../../lib/notes/article-key';
import { fromTab, onOwnSite } from '../../../lib/service/from-tab';
import { Refusal } from '../../../lib/service/service';

const page = (url: string | null, kind: Sender['kind'] = 'page'): Sender => {
  return { kind, tabId: 1, frameId: 0, url, isPrivate: false };
};

describe('what a page may ask about', () => {
  it.each([
    ['https://example.org/story', 'https://example.org/story?utm_source=mail'],
    ['https://example.org/story', 'http://www.example.org/other'],
  ])('are articles of its own site: %s on %s', (article, url) => {
    expect(() => onOwnSite(article, page(url))).not.toThrow();
  });

  it.each([
    ['https://example.org/story', 'https://evil.example/'],
    ['https://example.org/story', 'https://example.org.evil.example/story'],
    ['https://example.org/story', 'https://example.org:8443/story'],
    ['https://example.org/story', null],
    [SAMPLE_KEY, 'https://example.org/story'],
  ])('are no articles of another one: %s on %s', (article, url) => {
    expect(() => onOwnSite(article, page(url))).toThrow(Refusal);
    expect(() => onOwnSite(article, page(url, 'extension'))).not.toThrow();
  });

  it('is asked for the top frame of a tab alone', () => {
    expect(fromTab(page('https://example.org/story'))).toEqual({
      tabId: 1,
      url: 'https://example.org/story',
    });
    expect(() => fromTab({ ...page('https://example.org/story'), frameId: 3 })).toThrow(Refusal);
    expect(() => fromTab({ ...page('https://example.org/story'), tabId: null })).toThrow(Refusal);
  });
});
