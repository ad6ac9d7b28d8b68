import type { Answer, Keeping, Obstacle, PageReport, ToBackground } from '../messaging/protocol';
import type { ArticleRecord } from '../model/article';
import { withCorrections } from '../notes/correct-article';
import { readSettings } from '../platform/settings';
import { mayRead, mayReadAll, tabById } from '../platform/tabs';
import { findArticle } from '../store/articles';
import { notesOn } from './notes-on';
import { keyOfPage } from './page-key';
import type { Service } from './service';
import { describeTab } from './silent-pages';
import { readsUnasked } from './site-rules';
import { isShut } from './tell-settings';

type Store = Pick<Service, 'database'>;

/**
 * What is known of a tab's page. Also run by the popup itself: it opens most often when the background sleeps, and would
 * have to wait for it to wake.
 */
export async function pageStatus(tabId: number, store: Store): Promise<Answer<ToBackground, 'page.status'>> {
  const asked = describeTab(tabId);
  const url = (await tabById(tabId))?.url ?? null;
  const articleKey = url === null ? null : keyOfPage(url);
  const [described, record, isClosedHere] = await Promise.all([
    asked,
    articleKey === null ? null : keptAs(articleKey, store),
    isShut(tabId, url),
  ]);
  const obstacle = isClosedHere ? 'never-here' : await obstacleOf(url, described !== null);
  // A page that was read before its site was closed still answers; of it nothing is shown, and nothing can be done there.
  const report = obstacle === 'never-here' ? null : corrected(described, record);
  const isComing = obstacle === null && report !== null && (await isComingOf(report, url, store));
  return { url, obstacle, report, articleKey, kept: keepingOf(record), isComing };
}

async function obstacleOf(url: string | null, answers: boolean): Promise<Obstacle | null> {
  if (answers) return null;
  // The browser tells no address of its own pages, and none of a page that we may not read.
  if (url === null) return (await mayReadAll()) ? 'not-a-web-page' : 'no-access';
  if (!/^https?:/.test(url)) return 'not-a-web-page';
  return (await mayRead(url)) ? 'not-answering' : 'no-access';
}

// What is not read of itself stays as it is, however long one looks at it.
async function isComingOf(
  { mode, detection }: PageReport,
  url: string | null,
  store: Store,
): Promise<boolean> {
  if (mode !== 'idle') return false;
  if (detection === null || url === null) return detection === null;
  return readsUnasked(await readSettings(), url, detection.verdict, await notesOn(store, url));
}

// A page is described also where the store cannot be opened.
async function keptAs(key: string, store: Store): Promise<ArticleRecord | null> {
  try {
    return await findArticle(await store.database(), key);
  } catch {
    return null;
  }
}

function keepingOf(record: ArticleRecord | null): Keeping {
  if (record === null) return 'no';
  return record.onlyRead ? 'read' : 'kept';
}

// What the reader has corrected of an article stands in the place of what its page says.
function corrected(report: PageReport | null, kept: ArticleRecord | null): PageReport | null {
  return report?.article ? { ...report, article: withCorrections(report.article, kept) } : report;
}
