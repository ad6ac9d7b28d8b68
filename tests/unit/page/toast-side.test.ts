import { describe, expect, it } from 'vitest';
import { wouldCover } from '../../../components/page/toast-side';

const HEIGHT = 600;
// As a browser tells it: its sides are no properties of its own.
const message = Object.create({ top: 544, bottom: 584, left: 300, right: 500 });

describe('the side of the message over the page', () => {
  it('is the foot of the window where nothing else of ours stands there', () => {
    expect(wouldCover(message, [], HEIGHT)).toBe(false);
    const card = { top: 100, bottom: 540, left: 250, right: 590 };
    expect(wouldCover(message, [card], HEIGHT)).toBe(false);
    expect(wouldCover(message, [{ ...card, bottom: 590, left: 510 }], HEIGHT)).toBe(false);
  });

  it('is another one where the message would cover the buttons of a card', () => {
    const card = { top: 300, bottom: 590, left: 250, right: 590 };
    expect(wouldCover(message, [card], HEIGHT)).toBe(true);
  });

  it('is told by where the message would stand, wherever it stands now', () => {
    const atTop = { top: 16, bottom: 56, left: 300, right: 500 };
    expect(wouldCover(atTop, [{ top: 300, bottom: 590, left: 250, right: 590 }], HEIGHT)).toBe(true);
    expect(wouldCover(atTop, [{ top: 0, bottom: 200, left: 250, right: 590 }], HEIGHT)).toBe(false);
  });
});
