import { rangeBox } from '../marks/measure-ranges';
import { type PointerActions, watchPointer } from './mark-pointer';
import { watchSelection } from './selection-watch';
import type { PageSession } from './session';
import { CARDS, type Cards } from './slots';

/**
 * Waits for the reader's first touch and then has `bringCards` bring the cards; at once where an unfinished note waits
 * to be given back.
 */
export function awaitReader(session: PageSession, bringCards: () => Promise<Cards | undefined>): void {
  session.onDraft(() => void bringCards());
  const stop = watchSelection(session.windows, () => {
    if (!session.windows.selections.some((selection) => /\S/.test(String(selection)))) return;
    stop();
    void bringCards();
  });
  const open: PointerActions['open'] = async (mark, box, isPinned) =>
    (await bringCards())?.openMark(mark, box, isPinned);
  watchPointer(session.windows, {
    markAt: (x, y) => session.layer.markAt(x, y),
    open,
    leave: () => CARDS.get()?.release(),
  });
  session.layer.onBar((id) => {
    const mark = session.marks.find((candidate) => candidate.kind === 'claim' && candidate.id === id);
    const last = mark?.ranges.at(-1);
    if (mark && last) void open(mark, rangeBox(last), true);
  });
}
