import { describe, expect, it, vi } from 'vitest';
import { PageWindows } from '../../../lib/page/page-windows';
import { framed, page } from '../article/page';

function withFrames() {
  const document = page('<p>Top</p><iframe id="a"></iframe><iframe id="b"></iframe>');
  const [a, b] = ['a', 'b'].map((id) => framed(document, `#${id}`, `<p>Frame ${id}</p>`)) as [
    Document,
    Document,
  ];
  return { document, a, b, windows: new PageWindows(document.defaultView!) };
}

const select = (document: Document) =>
  document.getSelection()!.selectAllChildren(document.querySelector('p')!);

describe('the windows of a page', () => {
  it('are listened in as their frames come and go', () => {
    const { document, a, b, windows } = withFrames();
    const stopped: (Window | null)[] = [];
    const attach = vi.fn((window: Window) => () => void stopped.push(window));
    const end = windows.listen(attach);
    expect(windows.follow([a])).toBe(true);
    expect(windows.follow([a, b])).toBe(true);
    expect(windows.follow([b])).toBe(false);
    expect(attach.mock.calls.map(([window]) => window)).toEqual(
      [document, a, b].map((one) => one.defaultView),
    );
    expect(stopped).toEqual([a.defaultView]);
    end();
    expect(stopped).toHaveLength(3);
    windows.follow([a, b]);
    expect(attach).toHaveBeenCalledTimes(3);
  });

  it('answer the selection that was made last first, wherever it was', () => {
    const { document, a, windows } = withFrames();
    windows.follow([a]);
    for (const one of [document, a]) select(one);
    expect(windows.selections.map(String)).toEqual(['Top', 'Frame a']);
    windows.selectedIn(a.defaultView!);
    expect(windows.selections.map(String)).toEqual(['Frame a', 'Top']);
    windows.follow([]);
    expect(windows.selections.map(String)).toEqual(['Top']);
  });

  it('unselect all of them', () => {
    const { document, a, windows } = withFrames();
    windows.follow([a]);
    for (const one of [document, a]) select(one);
    windows.unselect();
    expect([document, a].map((one) => String(one.getSelection()))).toEqual(['', '']);
  });

  it('live on when a frame is taken out of the page', () => {
    const { document, a, windows } = withFrames();
    const end = windows.listen(() => () => {
      throw new TypeError("can't access dead object");
    });
    windows.follow([a]);
    document.querySelector('#a')!.remove();
    expect(windows.selections).toHaveLength(1);
    expect(() => windows.follow([])).not.toThrow();
    expect(end).not.toThrow();
  });
});
