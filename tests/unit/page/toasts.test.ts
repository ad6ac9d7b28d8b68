import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toasts } from '../../../lib/page/toasts';

describe('the message over the page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('goes by itself, but not while the reader is at it', () => {
    const show = vi.fn();
    const toasts = new Toasts(show);
    toasts.tell('toast_deleted', async () => {});
    toasts.hold(true);
    vi.advanceTimersByTime(60_000);
    expect(show).not.toHaveBeenCalledWith(null);
    toasts.hold(false);
    vi.advanceTimersByTime(60_000);
    expect(show).toHaveBeenLastCalledWith(null);
  });

  it('takes its way back with it when it is closed', async () => {
    const [show, undo] = [vi.fn(), vi.fn(async () => {})];
    const toasts = new Toasts(show);
    toasts.tell('toast_deleted', undo);
    toasts.close();
    await toasts.undo();
    expect(undo).not.toHaveBeenCalled();
    expect(show).toHaveBeenLastCalledWith(null);
  });

  it('goes when what it leads back to may be gone, though the focus holds it; one without a way back stays', async () => {
    const [show, undo] = [vi.fn(), vi.fn(async () => {})];
    const toasts = new Toasts(show);
    toasts.tell('toast_saved');
    toasts.drop();
    expect(show).not.toHaveBeenCalledWith(null);
    toasts.tell('toast_corrected', undo);
    toasts.hold(true);
    toasts.drop();
    expect(show).toHaveBeenLastCalledWith(null);
    await toasts.undo();
    expect(undo).not.toHaveBeenCalled();
  });

  it('stays with its way back where taking back has failed', async () => {
    const show = vi.fn();
    const toasts = new Toasts(show);
    let isBroken = true;
    toasts.tell('toast_deleted', async () => {
      if (isBroken) throw new Error('broken');
    });
    await toasts.undo();
    expect(show).toHaveBeenLastCalledWith(expect.objectContaining({ key: 'toast_failed', canUndo: true }));
    isBroken = false;
    await toasts.undo();
    expect(show).toHaveBeenLastCalledWith(null);
  });
});
