import { describe, expect, it } from 'vitest';
import { articleRecord, mergeArticle } from '../../../lib/notes/article-record';
import { sampleArticle, VERSION } from './sample-article';

const MONDAY = '2026-03-02T08:00:00.000Z';
const TUESDAY = '2026-03-03T08:00:00.000Z';

describe('the record of an article', () => {
  it('has the key of its address and the text as its first version', () => {
    const record = articleRecord(sampleArticle(), MONDAY, VERSION);
    const { text, blocks } = sampleArticle();
    expect(record.key).toBe('https://example.org/harbour');
    expect(record.urls).toEqual(['https://example.org/harbour?utm_source=letter']);
    expect(record.versions).toEqual([{ ...VERSION, seenAt: MONDAY, text, blocks }]);
    expect(record.title).toBe('The harbour opens');
    expect(record).not.toHaveProperty('text');
    expect(record).not.toHaveProperty('url');
  });

  it('takes the key it is already known by', () => {
    expect(articleRecord(sampleArticle({ url: 'x:y' }), MONDAY, VERSION, 'pressmark:sample').key).toBe(
      'pressmark:sample',
    );
  });

  it('does not exist for an address that cannot carry notes', () => {
    expect(() => articleRecord(sampleArticle({ url: 'about:blank' }), MONDAY, VERSION)).toThrow(RangeError);
  });
});

describe('merging what is kept of an article', () => {
  const first = articleRecord(sampleArticle(), MONDAY, VERSION);

  it('changes nothing when nothing is new', () => {
    expect(mergeArticle(first, first)).toEqual(first);
    expect(mergeArticle(first, articleRecord(sampleArticle(), TUESDAY, VERSION))).toEqual(first);
  });

  it('adds another address and another version behind the old ones', () => {
    const changed = sampleArticle({
      url: 'https://www.example.org/harbour',
      text: 'The harbour stays shut.',
      blocks: [],
    });
    const second = articleRecord(changed, TUESDAY, { ...VERSION, hash: 'bb22' }, first.key);
    const merged = mergeArticle(first, second);
    expect(merged.urls).toEqual([...first.urls, 'https://www.example.org/harbour']);
    expect(merged.versions.map((version) => version.hash)).toEqual(['aa11', 'bb22']);
    expect(mergeArticle(merged, second)).toEqual(merged);
  });

  it('takes what the page says today, and keeps what it no longer says', () => {
    const poor = sampleArticle({
      title: 'The harbour is open',
      authors: [],
      siteName: null,
      lang: null,
      provenance: {},
    });
    const merged = mergeArticle(first, articleRecord(poor, TUESDAY, VERSION));
    expect(merged).toMatchObject({
      title: 'The harbour is open',
      authors: ['Ben Sato'],
      siteName: 'Example Post',
    });
    expect(merged.provenance).toEqual(first.provenance);
  });

  it('keeps fields that a newer version of Pressmark wrote', () => {
    const newer = { ...first, readingTime: 4 };
    expect(mergeArticle(newer, first)).toEqual(newer);
    expect(mergeArticle(first, newer)).toEqual(newer);
  });
});
