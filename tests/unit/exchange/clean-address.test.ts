import { describe, expect, it } from 'vitest';
import { withoutTracking } from '../../../lib/exchange/clean-address';
import { FORMATS } from '../../../lib/exchange/formats';
import { exportOf, STORY, storyArticle, writeNote } from './sample-set';

describe('an address that is passed on', () => {
  it('says nothing of how the reader came to it', () => {
    const tracked = 'http://example.org/a?MC_EID=reader-7&id=3&utm_source=letter#x';
    expect(withoutTracking(tracked)).toBe('http://example.org/a?id=3#x');
    expect(withoutTracking('https://example.org/a?fbclid=1')).toBe('https://example.org/a');
  });

  it('is left as it is without such parameters, escapes and all', () => {
    for (const address of [
      'https://example.org/a?q=a%20b+c&d',
      'http://example.org',
      'pressmark:sample',
      'no address',
    ]) {
      expect(withoutTracking(address)).toBe(address);
    }
  });

  it('is the only one in a file of any format', async () => {
    const urls = [`${STORY}?mc_eid=reader-7`, STORY, `${STORY}?utm_campaign=reader-7`];
    const set = { ...(await exportOf([await writeNote(1)])), articles: [await storyArticle({ urls })] };
    for (const format of FORMATS) {
      const text = [...format.write(set)].join('');
      expect(text).toContain(STORY);
      expect(text).not.toContain('reader-7');
    }
  });
});
