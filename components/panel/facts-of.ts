import type { ArticleMetadata, MetadataField, Provenance } from '../../lib/model/article';
import { dateIn, languageIn } from '../../lib/text/wording';

/** One thing that the page says of its article, in words, and where it was read. */
export interface ArticleFact {
  readonly field: MetadataField;
  readonly value: string;
  readonly from: Provenance | null;
}

const FIELDS: readonly MetadataField[] = [
  'title',
  'authors',
  'siteName',
  'publishedTime',
  'modifiedTime',
  'section',
  'lang',
  'canonicalUrl',
];

/** What is known of an article, field by field, in the reader's words. `language` is a BCP 47 tag. */
export function factsOf(article: ArticleMetadata, language: string): ArticleFact[] {
  return FIELDS.flatMap((field) => {
    const value = factValue(article, field, language);
    return value ? [{ field, value, from: article.provenance[field] ?? null }] : [];
  });
}

function factValue(article: ArticleMetadata, field: MetadataField, language: string): string | null {
  const value = article[field];
  if (field === 'authors') return article.authors.join(' · ');
  if (typeof value !== 'string') return null;
  if (field === 'publishedTime' || field === 'modifiedTime') return dateIn(language, value) ?? value;
  return field === 'lang' ? languageIn(language, value) : value;
}
