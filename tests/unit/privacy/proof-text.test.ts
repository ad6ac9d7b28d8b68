import { describe, expect, it } from 'vitest';
import messages from '../../../assets/public/_locales/en/messages.json' with { type: 'json' };
import { REQUEST_SOURCES } from '../../../lib/model/request-log';
import { proofText, WATCH_LIMITS } from '../../../lib/privacy/proof-text';
import { english } from '../../components/render';

const PERMISSIONS = [
  { name: 'https://*/*', kind: 'site', isGranted: false },
  { name: 'storage', kind: 'needed', isGranted: true },
  { name: 'telepathy', kind: 'needed', isGranted: true },
] as const;

describe('the proof of privacy as a text', () => {
  it('says that nothing was asked for, since when, and what the watch cannot see', () => {
    const text = proofText(
      { since: '2026-03-01T10:00:00Z', requests: [], more: 0 },
      [],
      english,
      'Pressmark 1',
    );
    expect(text).toContain(english('privacy_none', '2026-03-01T10:00:00Z'));
    for (const limit of WATCH_LIMITS) expect(text).toContain(english(limit));
  });

  it('lists each request with its time, and each permission with its state and reason', () => {
    const request = {
      at: '2026-03-02T09:00:00Z',
      url: 'https://a.example/',
      from: 'popup',
      outcome: 'sent',
    } as const;
    const text = proofText(
      { since: '2026-03-01T10:00:00Z', requests: [request], more: 3 },
      PERMISSIONS,
      english,
      'P',
    );
    expect(text).toContain('2026-03-02T09:00:00Z\tsent\tpopup\thttps://a.example/');
    expect(text).toContain(english('privacy_more', 3));
    expect(text).toContain(`- https://*/* (not given): ${english('welcome_permission_hosts')}`);
    expect(text).toContain(`- storage (given): ${english('welcome_permission_storage')}`);
    expect(text, 'a permission that nobody explained says so').toContain(
      `- telepathy (given): ${english('permission_unexplained')}`,
    );
  });

  it('has a word for every part of the extension', () => {
    const missing = REQUEST_SOURCES.filter((from) => !(`privacy_from_${from}` in messages));
    expect(missing).toEqual([]);
  });
});
