import { describe, expect, it } from 'vitest';
import { articleHead } from '../../../lib/findings/article-head';
import { addressOf } from '../../../lib/notes/article-address';
import { articleRecord } from '../../../lib/notes/article-record';
import { sampleArticle, VERSION } from './sample-article';

const KEY = 'https://example.org/harbour';

describe('the address of an article', () => {
  it('is where it was seen, also without encryption or under a longer name', () => {
    expect(addressOf({ key: KEY, urls: ['http://example.org/harbour/?utm_source=a'] })).toBe(
      'http://example.org/harbour/?utm_source=a',
    );
  });

  it('never leads to another page, whatever a file says', () => {
    const urls = ['https://evil.example/login', 'javascript:alert(1)', 'https://example.org/other'];
    expect(addressOf({ key: KEY, urls })).toBe(KEY);
    expect(addressOf({ key: KEY, urls: [...urls, `${KEY}#top`] })).toBe(`${KEY}#top`);
    const record = articleRecord(sampleArticle({ url: KEY }), '2026-03-01T12:00:00.000Z', VERSION);
    expect(articleHead({ ...record, urls }).url).toBe(KEY);
  });
});
