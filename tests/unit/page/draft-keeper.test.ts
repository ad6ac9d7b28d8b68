import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FailureCode } from '../../../lib/messaging/protocol';
import { DraftKeeper } from '../../../lib/page/draft-keeper';
import type { NoteWriting } from '../../../lib/page/note-writing';

const writingThat = (keepDraft: () => Promise<FailureCode | null>) => ({ keepDraft }) as NoteWriting;

describe('keeping drafts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('keeps one while the keys run, untold, and tells of the one after they rest', async () => {
    const keepDraft = vi.fn(async () => null);
    const tell = vi.fn();
    const keeper = new DraftKeeper(tell);
    for (let key = 0; key < 7; key++) {
      keeper.keepSoon(writingThat(keepDraft));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(tell.mock.calls).toEqual([[null, false]]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tell.mock.calls).toEqual([
      [null, false],
      [null, true],
    ]);
    expect(keepDraft).toHaveBeenCalledTimes(2);
  });

  it('keeps nothing once it was stopped', async () => {
    const keepDraft = vi.fn(async () => null);
    const keeper = new DraftKeeper(() => {});
    keeper.keepSoon(writingThat(keepDraft));
    keeper.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(keepDraft).not.toHaveBeenCalled();
  });

  it('says why a draft could not be kept', async () => {
    const tell = vi.fn();
    expect(await new DraftKeeper(tell).keep(writingThat(async () => 'quota'))).toBe(false);
    expect(tell).toHaveBeenCalledWith('quota', true);
  });
});
