import { blockPrints } from '../anchoring/block-prints';
import type { ArticleRecord, ExtractedArticle } from '../model/article';
import { SAMPLE_KEY } from '../notes/article-key';
import { articleRecord } from '../notes/article-record';
import { sha256 } from '../team/version-hash';

/** The article as it is kept with its first note: text and fingerprints of the version the reader saw. */
export async function keptArticle(article: ExtractedArticle, key: string): Promise<ArticleRecord> {
  const version = { hash: await sha256(article.text), skeleton: blockPrints(article.text, article.blocks) };
  // The sample's address differs from browser to browser; its key does not.
  const url = key === SAMPLE_KEY ? SAMPLE_KEY : article.url;
  const blocks = article.blocks.map(({ kind, start, end }) => ({ kind, start, end }));
  return articleRecord({ ...article, url, blocks }, new Date().toISOString(), version, key);
}
