import type { ArticleCorrection, ArticleMetadata, CorrectableField, MetadataField } from '../model/article';
import { CORRECTABLE } from '../model/article';

/** What a page says of its article, with what the reader has corrected of it (`kept`) in its place. */
export function withCorrections<M extends ArticleMetadata>(page: M, kept: ArticleMetadata | null): M {
  const corrected = CORRECTABLE.filter((field) => kept?.provenance[field] === 'reader');
  if (kept === null || corrected.length === 0) return page;
  const values = Object.fromEntries(corrected.map((field) => [field, kept[field]]));
  const marks = Object.fromEntries(corrected.map((field) => [field, 'reader']));
  return { ...page, ...values, provenance: { ...page.provenance, ...marks } };
}

/**
 * An article as the reader corrects it. `page` is what its page says of itself, to which a field can be taken back. What
 * is corrected to what the page says is no correction.
 */
export function correctArticle<M extends ArticleMetadata>(
  article: M,
  page: ArticleMetadata,
  correction: ArticleCorrection,
): M {
  let corrected = article;
  for (const field of CORRECTABLE) {
    const value = correction[field];
    if (value === undefined) continue;
    corrected = isAsThePage(field, value, page)
      ? withField(corrected, field, page[field], page.provenance[field])
      : withField(corrected, field, cleaned(field, value), 'reader');
  }
  return corrected;
}

function withField<M extends ArticleMetadata>(
  article: M,
  field: MetadataField,
  value: unknown,
  from: ArticleMetadata['provenance'][MetadataField],
): M {
  const { [field]: _before, ...others } = article.provenance;
  return {
    ...article,
    [field]: value,
    provenance: from === undefined ? others : { ...others, [field]: from },
  };
}

function isAsThePage(
  field: CorrectableField,
  value: string | readonly string[] | null,
  page: ArticleMetadata,
): boolean {
  return value === null || JSON.stringify(cleaned(field, value)) === JSON.stringify(page[field]);
}

function cleaned(field: CorrectableField, value: string | readonly string[] | null): unknown {
  const texts = (typeof value === 'string' ? [value] : (value ?? []))
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  return field === 'authors' ? [...new Set(texts)] : (texts[0] ?? null);
}
