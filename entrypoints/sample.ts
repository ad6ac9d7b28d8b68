import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { awaitReader } from '../lib/page/await-reader';
import { MarkLayer } from '../lib/page/mark-layer';
import { PageSession } from '../lib/page/session';
import { CARDS, SESSION } from '../lib/page/slots';
import { askBackground as askExtension } from '../lib/platform/messages';
import { askBackground, plainWordInPage } from '../lib/platform/page-port';
import { reportRequests } from '../lib/surfaces/privacy-state';
import { startCards } from './cards/start-cards';

// Browsers run no content scripts on an extension's own pages: the bundled sample mounts the same code itself.
export default defineUnlistedScript(() => {
  reportRequests('sample', askExtension);
  const session = new PageSession(window, askBackground, new MarkLayer(window, plainWordInPage));
  SESSION.set(session);
  void session.read(null).then(() => {
    startCards();
    awaitReader(session, async () => CARDS.get());
  });
});
