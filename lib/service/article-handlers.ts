import type { ToBackground } from '../messaging/protocol';
import type { Handlers } from '../messaging/server';
import { correctArticle } from '../notes/correct-article';
import { askTab } from '../platform/messages';
import { tabById } from '../platform/tabs';
import { changeArticle } from '../store/articles';
import { keptArticle } from './kept-article';
import { keyOfPage } from './page-key';
import { Refusal, type Service } from './service';
import { keepSearchQuick } from './tend-store';

/** What the reader does to an article as such. Correcting is asked for, so it keeps the article, as a note does. */
export function articleHandlers(service: Service): Pick<Handlers<ToBackground>, 'article.correct'> {
  return {
    'article.correct': async ({ tabId, correction }) => {
      const url = (await tabById(tabId))?.url ?? null;
      const key = url === null ? null : keyOfPage(url);
      const article = (await askTab(tabId, { type: 'page.describe' }))?.article ?? null;
      if (key === null || article === null) throw new Refusal('no article was read in this tab');
      const db = await service.database();
      const seen = await keptArticle(article, key);
      await changeArticle(db, seen, (merged) => correctArticle(merged, article, correction));
      // Its notes are found by the words of its title and its authors as well.
      void keepSearchQuick(db);
      return {};
    },
  };
}
