import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { awaitReader } from '../lib/page/await-reader';
import { MarkLayer } from '../lib/page/mark-layer';
import { PageSession } from '../lib/page/session';
import { CARDS, DETECTOR, SESSION } from '../lib/page/slots';
import { askBackground, plainWordInPage } from '../lib/platform/page-port';

export default defineUnlistedScript(() => {
  // Not returned: the browser would keep the injecting background waiting for the whole reading.
  void readThisPage();
});

async function readThisPage(): Promise<void> {
  const detection = DETECTOR.get()?.detection() ?? null;
  const standing = SESSION.get();
  const session = standing ?? new PageSession(window, askBackground, new MarkLayer(window, plainWordInPage));
  SESSION.set(session);
  try {
    await session.read(detection);
  } catch (error) {
    console.warn('Pressmark could not read this page', error);
  }
  if (!standing) awaitReader(session, bringCards);
}

async function bringCards() {
  if (!CARDS.get()) await askBackground({ type: 'cards.inject' }).catch(() => undefined);
  return CARDS.get();
}
