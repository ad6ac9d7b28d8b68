import type { ToBackground } from '../messaging/protocol';
import type { Handlers } from '../messaging/server';
import type { ArticleRecord, ExtractedArticle } from '../model/article';
import { SAMPLE_KEY } from '../notes/article-key';
import { correctArticle } from '../notes/correct-article';
import { askTab } from '../platform/messages';
import { tabById } from '../platform/tabs';
import { changeArticle, dropArticle, emptyHistory, keepArticle, rememberReading } from '../store/articles';
import { keptArticle } from './kept-article';
import { keyOfPage } from './page-key';
import { Refusal, type Service } from './service';
import { keepSearchQuick } from './tend-store';

type ArticleMessages = 'article.correct' | 'article.keep' | 'article.drop' | 'history.empty';

/** What the reader does to an article as such. */
export function articleHandlers(service: Service): Pick<Handlers<ToBackground>, ArticleMessages> {
  return {
    // Correcting is asked for, so it keeps the article, as a note does.
    'article.correct': async ({ tabId, correction }) => {
      const { article, record } = await articleIn(tabId);
      const db = await service.database();
      await changeArticle(db, record, (merged) => correctArticle(merged, article, correction));
      // Its notes are found by the words of its title and its authors as well.
      void keepSearchQuick(db);
      return {};
    },

    'article.keep': async ({ tabId }) => {
      await keepArticle(await service.database(), (await articleIn(tabId)).record);
      return {};
    },

    'article.drop': async ({ key }) => ({ record: await dropArticle(await service.database(), key) }),

    'history.empty': async () => ({ count: await emptyHistory(await service.database()) }),
  };
}

/** Puts an article that is being read into the reading history. The sample is no reading. */
export async function rememberArticle(
  service: Service,
  article: ExtractedArticle,
  key: string | null,
): Promise<void> {
  if (key === null || key === SAMPLE_KEY) return;
  await rememberReading(await service.database(), await keptArticle(article, key));
}

async function articleIn(
  tabId: number,
): Promise<{ readonly article: ExtractedArticle; readonly record: ArticleRecord }> {
  const url = (await tabById(tabId))?.url ?? null;
  const key = url === null ? null : keyOfPage(url);
  const article = (await askTab(tabId, { type: 'page.describe' }))?.article ?? null;
  if (key === null || article === null) throw new Refusal('no article was read in this tab');
  return { article, record: await keptArticle(article, key) };
}
