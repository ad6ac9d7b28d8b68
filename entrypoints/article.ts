import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { MarkLayer } from '../lib/page/mark-layer';
import { watchSelection } from '../lib/page/selection-watch';
import { PageSession } from '../lib/page/session';
import { CARDS, DETECTOR, SESSION } from '../lib/page/slots';
import { askBackground } from '../lib/platform/messages';

export default defineUnlistedScript(() => {
  // Not returned: the browser would keep the injecting background waiting for the whole reading.
  void readThisPage();
});

async function readThisPage(): Promise<void> {
  const detection = DETECTOR.get()?.detection() ?? null;
  const standing = SESSION.get();
  const session = standing ?? new PageSession(window, askBackground, new MarkLayer(window));
  SESSION.set(session);
  try {
    await session.read(detection);
  } catch (error) {
    console.warn('Pressmark could not read this page', error);
  }
  if (standing) return;
  // The cards come with the first selection, or at once where an unfinished note waits to be given back.
  const bringCards = () => void askBackground({ type: 'cards.inject' }).catch(() => undefined);
  if (session.draft) return bringCards();
  const stop = watchSelection(window, (selected) => {
    if (!selected) return;
    stop();
    if (!CARDS.get()) bringCards();
  });
}
