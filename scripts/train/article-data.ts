import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { parsePage } from '../analyse/parse-page';

/** One page of the development set, as its manifest describes it. */
export interface DevPage {
  readonly id: string;
  readonly file: string;
  readonly url: string;
  readonly set: string;
  readonly isArticle: boolean | null;
  readonly type: string;
  readonly textFile?: string;
  readonly byline: string | null;
}

/** Folder of the development pages: `$PRESSMARK_DATA/article`. */
export function devFolder(): string {
  return path.join(process.env['PRESSMARK_DATA'] ?? '../shared/data', 'article');
}

/** The pages of the development set in the order of the manifest; null where the data is not there. */
export function devPages(): readonly DevPage[] | null {
  const manifest = path.join(devFolder(), 'manifest.json');
  if (!fs.existsSync(manifest)) return null;
  return (JSON.parse(fs.readFileSync(manifest, 'utf8')) as { readonly entries: readonly DevPage[] }).entries;
}

/** Text of a gzipped file of the development set. */
export function readDevFile(file: string): string {
  return zlib.gunzipSync(fs.readFileSync(path.join(devFolder(), file))).toString('utf8');
}

/** Parses each page in turn, hands it to `visit` and frees it before the next. */
export async function visitPages(
  pages: readonly DevPage[],
  visit: (document: Document, page: DevPage) => void,
): Promise<void> {
  for (const page of pages) {
    const { document, close } = parsePage(readDevFile(page.file), page.url);
    visit(document, page);
    close();
    // A turn of the event loop lets jsdom free the page.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
