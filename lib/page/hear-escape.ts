import { type KeyTaker, setKeyTaker } from '../marks/key-taker';

/**
 * Hears Esc on the page, so that it closes a card that has not the focus, as one that the pointer holds open. The page
 * does not hear that Esc as well; where nothing was closed it is the page's.
 * @param close closes what is open; false where there is nothing
 */
export function hearEscape(close: () => boolean): void {
  let isTaken = false;
  const take: KeyTaker = ({ key, type, isComposing }) => {
    if (key !== 'Escape') return false;
    if (type === 'keydown') isTaken = !isComposing && close();
    const answer = isTaken;
    if (type === 'keyup') isTaken = false;
    return answer;
  };
  setKeyTaker(take);
}
