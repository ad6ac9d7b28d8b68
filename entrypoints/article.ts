import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { MarkLayer } from '../lib/page/mark-layer';
import { type PointerActions, watchPointer } from '../lib/page/mark-pointer';
import { watchSelection } from '../lib/page/selection-watch';
import { PageSession } from '../lib/page/session';
import { CARDS, DETECTOR, SESSION } from '../lib/page/slots';
import { askBackground } from '../lib/platform/page-port';

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
  if (!standing) awaitTheReader(session);
}

/** The cards come with the first touch, or at once where an unfinished note waits to be given back. */
function awaitTheReader(session: PageSession): void {
  if (session.draft) void bringCards();
  const stop = watchSelection(window, (selected) => {
    if (!selected) return;
    stop();
    void bringCards();
  });
  const open: PointerActions['open'] = async (mark, box, isPinned) =>
    (await bringCards())?.openMark(mark, box, isPinned);
  watchPointer(window, {
    markAt: (x, y) => session.layer.markAt(x, y),
    open,
    leave: () => CARDS.get()?.release(),
  });
  session.layer.onBar((id) => {
    const mark = session.marks.find((candidate) => candidate.kind === 'claim' && candidate.id === id);
    const box = mark?.ranges.at(-1)?.getBoundingClientRect();
    if (mark && box) void open(mark, box, true);
  });
}

async function bringCards() {
  if (!CARDS.get()) await askBackground({ type: 'cards.inject' }).catch(() => undefined);
  return CARDS.get();
}
