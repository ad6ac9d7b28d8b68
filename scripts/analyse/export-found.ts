import { v5 } from 'uuid';
import { blockPrints } from '../../lib/anchoring/block-prints';
import { describeTarget } from '../../lib/anchoring/describe-target';
import type { ExportSet } from '../../lib/exchange/format';
import type { AnnotationRecord } from '../../lib/model/annotation';
import type { ArticleMetadata, ArticleRecord, Block } from '../../lib/model/article';
import type { Claim } from '../../lib/model/claim';
import { articleKey } from '../../lib/notes/article-key';
import { sha256 } from '../../lib/team/version-hash';
import { writeVersion } from '../../lib/team/write-version';

/** One analysed line, as the command prints it. */
export interface Analysed {
  readonly id: unknown;
  readonly article: Omit<ArticleMetadata, 'modifiedTime' | 'section' | 'provenance'> & {
    readonly text: string;
    readonly blocks: readonly Block[];
  };
  readonly claims: readonly Claim[];
}

/** Gathers what was found into an export: every attributed claim is a coding on its passage, source and cue its words. */
export class FoundExport {
  readonly #articles: ArticleRecord[] = [];
  readonly #annotations: AnnotationRecord[] = [];

  async add({ id, article, claims }: Analysed, url: string | undefined, now: string): Promise<void> {
    const { text, blocks, ...metadata } = article;
    const key = (url && articleKey(url)) || `urn:x-pressmark:text:${encodeURIComponent(String(id))}`;
    const hash = await sha256(text);
    const version = { hash, seenAt: now, text, blocks, skeleton: blockPrints(text, blocks) };
    const unstated = { modifiedTime: null, section: null, provenance: {} };
    this.#articles.push({ ...metadata, ...unstated, key, urls: [url ?? key], versions: [version] });
    for (const claim of claims) {
      if (claim.kind === 'author') continue;
      const words = [claim.source, claim.cue].flatMap((span) =>
        span ? [text.slice(span.start, span.end)] : [],
      );
      const fields = {
        kind: 'coding' as const,
        article: key,
        target: describeTarget(text, blocks, claim, hash, 'article'),
        body: words.join(' · '),
        tags: [claim.kind, claim.modality],
        codes: [],
        created: now,
        updated: now,
      };
      const own = v5(`${key} ${hash} ${claim.id}`, v5.URL);
      const stamp = { device: 'analyse', hlc: '', author: 'Pressmark' };
      this.#annotations.push(await writeVersion(null, own, {}, fields, stamp, sha256));
    }
  }

  set(exportedAt: string): ExportSet {
    const generator = 'Pressmark';
    return { articles: this.#articles, annotations: this.#annotations, exportedAt, generator };
  }
}
