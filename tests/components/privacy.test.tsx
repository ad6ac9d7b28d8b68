// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { PrivacySection } from '../../components/privacy/privacy-section';
import type { SeenRequest } from '../../lib/model/request-log';
import { WATCH_LIMITS } from '../../lib/privacy/proof-text';
import { brokenRules, english, show } from './render';

const permissions = [
  { name: 'http://*/*', kind: 'site', isGranted: true },
  { name: 'https://*/*', kind: 'site', isGranted: true },
  { name: 'downloads', kind: 'optional', isGranted: false },
  { name: 'idle', kind: 'needed', isGranted: true },
] as const;
const loads = { all: 9, outside: 0 };

function section(requests: readonly SeenRequest[], more = 0, onSave = vi.fn()) {
  const log = { since: '2026-03-01T10:00:00Z', requests, more };
  return show(<PrivacySection data={{ log, permissions, loads }} language="en" onSave={onSave} />);
}

describe('the proof of privacy', () => {
  it('says since when nothing was asked for, what it cannot see, and what each permission is for', async () => {
    const onSave = vi.fn();
    const place = await section([], 0, onSave);
    expect(place.querySelector('.proof')?.textContent).toContain('Mar 1, 2026');
    expect(place.querySelector('table')).toBeNull();
    for (const limit of WATCH_LIMITS) expect(place.textContent).toContain(english(limit));
    const rows = [...place.querySelectorAll('.permission-list > li')].map((row) => row.textContent?.trim());
    expect(rows).toEqual([
      english('welcome_permission_hosts') + english('privacy_granted'),
      english('permission_downloads') + english('privacy_not_granted'),
      `idle ${english('permission_unexplained')}${english('privacy_granted')}`,
    ]);
    await act(() => [...place.querySelectorAll('button')].at(-1)?.click());
    expect(onSave).toHaveBeenCalledOnce();
    expect(await brokenRules(place)).toEqual([]);
  });

  it('lists every request with its address as text, and says that none of them should be', async () => {
    const url = 'https://a.example/<img src=x onerror=alert(1)>';
    const place = await section([{ at: '2026-03-02T09:00:00Z', url, from: 'popup', outcome: 'stopped' }], 12);
    expect(place.querySelector('.problem')?.textContent).toContain('Mar 1, 2026');
    expect(place.querySelector('.address')?.textContent).toBe(url);
    expect(place.querySelector('tbody')?.textContent).toContain(english('privacy_stopped'));
    expect(place.textContent).toContain(english('privacy_more', 12));
    expect(await brokenRules(place)).toEqual([]);
  });
});
