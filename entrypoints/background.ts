import { defineBackground } from 'wxt/utils/define-background';
import type { ToBackground } from '../lib/messaging/protocol';
import { BACKGROUND_BORDER } from '../lib/messaging/schema';
import { createServer } from '../lib/messaging/server';
import { onCommand, onInstalled } from '../lib/platform/lifecycle';
import { offerInMenu, onMenu } from '../lib/platform/menus';
import { listen } from '../lib/platform/messages';
import { openOwnPage } from '../lib/platform/own-pages';
import { onPrivateEnd } from '../lib/platform/private-windows';
import { dropPrivateDrafts } from '../lib/platform/session';
import { activeTab, injectScript, onPage, webTabs } from '../lib/platform/tabs';
import { word } from '../lib/platform/words';
import { articleHandlers } from '../lib/service/article-handlers';
import { runCommand } from '../lib/service/commands';
import { keyHandlers } from '../lib/service/key-handlers';
import { libraryHandlers } from '../lib/service/library-handlers';
import { LibraryIndex } from '../lib/service/library-index';
import { noteHandlers } from '../lib/service/note-handlers';
import { openService } from '../lib/service/open-service';
import { pageHandlers } from '../lib/service/page-handlers';
import { requestHandlers, watchOwnRequests } from '../lib/service/request-handlers';
import { attendNotes } from '../lib/service/silent-pages';
import { storeHandlers } from '../lib/service/store-handlers';
import { beginNote, tabHandlers } from '../lib/service/tab-handlers';
import { wordHandlers } from '../lib/service/word-handlers';

export default defineBackground(() => {
  watchOwnRequests();
  const service = openService();
  const index = new LibraryIndex(service);
  listen(
    createServer<ToBackground>(
      {
        ...pageHandlers(service),
        ...noteHandlers(service),
        ...articleHandlers(service),
        ...tabHandlers(service),
        ...wordHandlers(service),
        ...storeHandlers(service, index),
        ...libraryHandlers(index),
        ...keyHandlers(),
        ...requestHandlers(),
      },
      BACKGROUND_BORDER,
    ),
  );
  onCommand(async (command, tabId) => runCommand(command, tabId ?? (await activeTab())?.id ?? null));
  onMenu(async (_id, tabId) => void (await beginNote(tabId)));
  onPage((tabId, url) => void attendNotes(service, tabId, url));
  onPrivateEnd(() => void dropPrivateDrafts());
  // Tabs that were open before the extension came get the detector too; later ones have it from the manifest.
  onInstalled(async (reason) => {
    await offerInMenu('annotate', word('menu_annotate'));
    if (reason === 'install') await openOwnPage('welcome');
    // All at once: a tab that is busy or asleep keeps no other waiting.
    await Promise.all((await webTabs()).map(({ id }) => injectScript(id, 'detect.js')));
  });
});
