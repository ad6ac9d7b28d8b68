import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleCorrection, ArticleMetadata } from '../../../lib/model/article';
import { CORRECTABLE } from '../../../lib/model/article';
import { articleRecord, mergeArticle } from '../../../lib/notes/article-record';
import { correctArticle, withCorrections } from '../../../lib/notes/correct-article';
import { sampleArticle, VERSION } from './sample-article';

const MONDAY = '2026-03-02T08:00:00.000Z';
const page = sampleArticle();
const record = articleRecord(page, MONDAY, VERSION);
const corrected = (correction: ArticleCorrection) => correctArticle(record, page, correction);

describe('correcting what is known of an article', () => {
  it('puts the reader’s words in the place of the page’s, and says that they are the reader’s', () => {
    const article = corrected({
      title: '  The harbour\n opens late ',
      authors: ['Ana Ruiz', ' ', 'Ana Ruiz'],
    });
    expect(article).toMatchObject({ title: 'The harbour opens late', authors: ['Ana Ruiz'] });
    expect(article.provenance).toEqual({ title: 'reader', authors: 'reader' });
    expect(article.siteName).toBe('Example Post');
  });

  it('can say that there is none', () => {
    const article = corrected({ siteName: ' ', authors: [] });
    expect(article).toMatchObject({ siteName: null, authors: [] });
    expect(article.provenance).toMatchObject({ siteName: 'reader', authors: 'reader' });
  });

  it('goes back to what the page says, with the place it was read from', () => {
    const there = corrected({ title: 'Other', siteName: 'Other' });
    const back = correctArticle(there, page, { title: null, siteName: null });
    expect(back).toEqual(record);
  });

  it('takes what the page says already for no correction', () => {
    expect(corrected({ title: 'The harbour opens ', authors: ['Ben Sato'] })).toEqual(record);
  });

  it('outlives later visits, whatever the page then says', () => {
    const article = corrected({ title: 'Mine', publishedTime: '2026-02-28', authors: [] });
    const later = sampleArticle({
      title: 'Theirs',
      publishedTime: '2026-03-04',
      provenance: { title: 'meta', publishedTime: 'meta' },
    });
    const merged = mergeArticle(article, articleRecord(later, MONDAY, VERSION));
    expect(merged).toMatchObject({ title: 'Mine', publishedTime: '2026-02-28', authors: [] });
    expect(merged.provenance).toMatchObject({
      title: 'reader',
      publishedTime: 'reader',
      authors: 'reader',
    });
  });

  it('comes with a file, and gives way to the reader’s own', () => {
    const theirs = corrected({ title: 'Theirs', siteName: 'Theirs' });
    const mine = corrected({ title: 'Mine' });
    // As a file is taken in: what is here stands second.
    const merged = mergeArticle(theirs, mine);
    expect(merged).toMatchObject({ title: 'Mine', siteName: 'Theirs' });
  });

  it('shows over what the page says, and only where something was corrected', () => {
    expect(withCorrections(page, null)).toBe(page);
    expect(withCorrections(page, record)).toBe(page);
    const shown = withCorrections(page, corrected({ title: 'Mine' }));
    expect(shown).toEqual({ ...page, title: 'Mine', provenance: { ...page.provenance, title: 'reader' } });
  });

  it('is undone field by field, whatever was corrected before', () => {
    const text = fc.option(fc.string({ maxLength: 20 }), { nil: null });
    const corrections: fc.Arbitrary<ArticleCorrection> = fc.record(
      {
        title: text,
        authors: fc.option(fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }), { nil: null }),
        siteName: text,
        publishedTime: text,
      },
      { requiredKeys: [] },
    );
    const toPage = Object.fromEntries(CORRECTABLE.map((field) => [field, null])) as ArticleCorrection;
    fc.assert(
      fc.property(fc.array(corrections), (several) => {
        const after = several.reduce<ArticleMetadata>(
          (article, one) => correctArticle(article, page, one),
          record,
        );
        expect(correctArticle(after, page, toPage)).toEqual(record);
        expect(withCorrections(page, after).title).toEqual(after.title);
      }),
    );
  });
});
