// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { type StorageActions, StorageSection } from '../../components/storage/storage-section';
import { FRESH_WATCH } from '../../lib/model/store-watch';
import type { StorageData } from '../../lib/surfaces/storage-state';
import { brokenRules, english, show } from './render';

const plan = { missing: 3, deleted: 2, joined: 1, same: 40, articles: 1, words: 0, skipped: 1 };
const backup = {
  name: '2026-03-01-daily-5d1f0b7e',
  made: '2026-03-01T12:00:00.000Z',
  notes: 46,
  bytes: 12_345,
  sentinel: '5d1f0b7e',
  state: '',
  reason: 'daily',
} as const;

/** How the options page stands with some notes and one backup. */
function storageData(change: Partial<StorageData> = {}): StorageData {
  return {
    stored: { size: { notes: 43, deleted: 0, articles: 7, words: 2 }, binned: [], history: 3 },
    used: 1_234_567,
    backups: [backup],
    watch: FRESH_WATCH,
    isFileDue: true,
    restore: { step: 'idle' },
    storeFailure: null,
    notice: null,
    ...change,
  };
}

function spies() {
  const names = [
    'backUp',
    'removeBackup',
    'plan',
    'planFile',
    'apply',
    'cancelRestore',
    'giveBack',
    'emptyBin',
    'saveFile',
    'saveFilesAlone',
    'settleLoss',
    'emptyHistory',
    'erase',
  ] as const;
  const made = Object.fromEntries(names.map((name) => [name, vi.fn()]));
  return made as unknown as { [K in keyof StorageActions]: ReturnType<typeof vi.fn<StorageActions[K]>> };
}

async function section(change: Partial<StorageData> = {}) {
  const actions = spies();
  const onKeepsRead = vi.fn();
  const place = await show(
    <StorageSection
      data={storageData(change)}
      actions={actions}
      keepsRead={false}
      onKeepsRead={onKeepsRead}
      language="en"
    />,
  );
  const press = (text: string) =>
    act(() => [...place.querySelectorAll('button')].find((button) => button.textContent === text)?.click());
  return { place, actions, press, onKeepsRead };
}

describe('the notes on this device', () => {
  it('are counted, with the space they take and a reminder of a file outside', async () => {
    const { place, actions, press } = await section();
    expect(place.textContent).toContain(english('storage_counts', 43, 4, 2));
    expect(place.textContent).toContain(english('storage_history_size', 3));
    expect(place.textContent).toContain('1.2 MB');
    expect(place.querySelector('.problem')?.textContent).toBe(english('storage_file_none'));
    await press(english('storage_save_file'));
    expect(actions.saveFile).toHaveBeenCalledOnce();
  });

  it('have a reading history beside them only where the reader wants it', async () => {
    const { place, actions, press, onKeepsRead } = await section();
    const label = [...place.querySelectorAll('label')].find(({ textContent }) =>
      textContent?.includes(english('storage_history_on')),
    );
    expect(label?.querySelector('input')?.checked).toBe(false);
    await act(() => label?.querySelector('input')?.click());
    expect(onKeepsRead).toHaveBeenCalledWith(true);
    await press(english('storage_history_empty'));
    expect(actions.emptyHistory).toHaveBeenCalledOnce();
  });

  it('have nothing to empty where there is no reading history', async () => {
    const { stored } = storageData();
    const { actions, press } = await section({ stored: { ...stored!, history: 0 } });
    await press(english('storage_history_empty'));
    expect(actions.emptyHistory).not.toHaveBeenCalled();
  });

  it('can be restored from a backup, after a look at what that would do', async () => {
    const first = await section();
    await first.press(english('storage_see_restore'));
    expect(first.actions.plan).toHaveBeenCalledWith(backup.name);
    const { place, actions, press } = await section({
      restore: { step: 'planned', name: backup.name, made: backup.made, plan },
    });
    expect(place.textContent).toContain(english('storage_plan_missing', 3));
    expect(place.textContent).toContain(english('storage_plan_skipped', 1));
    const revives = [...place.querySelectorAll('label')].find((label) =>
      label.textContent?.includes(english('storage_plan_deleted', 2)),
    );
    await act(() => revives?.querySelector('input')?.click());
    await press(english('storage_restore'));
    expect(actions.apply).toHaveBeenCalledWith(false);
  });

  it('name a loss, and lead to the last backup of what was lost', async () => {
    const lost = { noticed: '2026-03-02T12:00:00.000Z', notes: 46, sentinel: '5d1f0b7e' };
    const { place, actions, press } = await section({ watch: { ...FRESH_WATCH, lost } });
    expect(place.querySelector('[role=alert]')?.textContent).toContain('46 notes');
    await press(english('storage_see_restore'));
    expect(actions.plan).toHaveBeenCalledWith(backup.name);
    await press(english('storage_settle_loss'));
    expect(actions.settleLoss).toHaveBeenCalledOnce();
  });

  it('are deleted only after a second press, with a file offered first', async () => {
    const { place, actions, press } = await section();
    await press(english('storage_erase'));
    expect(actions.erase).not.toHaveBeenCalled();
    expect(place.textContent).toContain(english('storage_erase_what_count', 43));
    await press(english('storage_erase_now'));
    expect(actions.erase).toHaveBeenCalledOnce();
  });

  it('that cannot be written can still be saved to a file, and nothing else is offered', async () => {
    const { place, actions, press } = await section({ storeFailure: 'newer-data', stored: null });
    expect(place.textContent).toContain(english('failure_newer_data'));
    await press(english('storage_save_file'));
    expect(actions.saveFile).toHaveBeenCalledOnce();
    expect(place.textContent).not.toContain(english('storage_erase'));
  });

  it('give back what is in the bin, one or all', async () => {
    const version = { body: 'gone by mistake', updated: '2026-03-01T12:00:00.000Z', target: null };
    const binned = [1, 2].map((n) => ({ id: `n${n}`, version: version as never, conflicted: false }));
    const size = { notes: 1, deleted: 2, articles: 1, words: 0 };
    const { place, actions, press } = await section({ stored: { size, binned, history: 0 } });
    expect(place.textContent).toContain('gone by mistake');
    await press(english('storage_give_back'));
    expect(actions.giveBack).toHaveBeenLastCalledWith(['n1']);
    await press(english('storage_give_all_back'));
    expect(actions.giveBack).toHaveBeenLastCalledWith(['n1', 'n2']);
  });

  it.each([
    ['in order', {}],
    ['with a plan', { restore: { step: 'planned', name: 'x', made: backup.made, plan } }],
    ['with a refused file', { restore: { step: 'refused', problem: 'cut-off' } }],
    ['unwritable', { storeFailure: 'upgrade-failed', stored: null }],
  ] as const)('break no accessibility rule: %s', async (_name, change) => {
    const { place } = await section(change);
    expect(await brokenRules(place)).toEqual([]);
  });
});
