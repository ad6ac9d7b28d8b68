import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import messages from '../../../assets/public/_locales/en/messages.json' with { type: 'json' };
import { reasonKey } from '../../../lib/privacy/permission-reasons';
import { sourcesIn } from '../../support/sources';

const CONFIG = readFileSync('wxt.config.ts', 'utf8');

/** Every name in the lists of permissions of wxt.config.ts, whichever browser they are for. */
function permissionsIn(config: string): string[] {
  const lists = [...config.matchAll(/\b(?:optional_)?permissions: ([^\n]*(?:\n {6,}[^\n]*)*)/g)];
  return lists.flatMap(([, list]) => [...list!.matchAll(/'([a-zA-Z]+)'/g)].map(([, name]) => name!));
}

describe('the permissions', () => {
  const names = permissionsIn(CONFIG).filter((name) => !['chrome', 'firefox'].includes(name));

  it('are each explained to the reader, in the options as in PRIVACY.md', () => {
    expect(names).toEqual(expect.arrayContaining(['storage', 'scripting', 'downloads']));
    const privacy = readFileSync('PRIVACY.md', 'utf8');
    const unexplained = names.filter((name) => {
      const key = reasonKey({ name, kind: 'needed' });
      return key === 'permission_unexplained' || !(key in messages) || !privacy.includes(`\`${name}\``);
    });
    expect(unexplained).toEqual([]);
  });

  it('would be seen unexplained', () => {
    expect(reasonKey({ name: 'history', kind: 'needed' })).toBe('permission_unexplained');
    expect(permissionsIn("permissions: ['storage', ...(browser === 'chrome' ? ['tabs'] : [])],")).toEqual([
      'storage',
      'chrome',
      'tabs',
    ]);
  });
});

describe('requests', () => {
  it('are watched in every part of the extension that could make one', () => {
    const parts = sourcesIn('entrypoints').filter(
      ({ path }) => /\/main\.tsx$/.test(path) || /entrypoints\/(background|sample)\.ts$/.test(path),
    );
    expect(parts.length).toBeGreaterThanOrEqual(6);
    const unwatched = parts.filter(({ text }) => !/\b(?:watchOwnRequests\(\)|reportRequests\(')/.test(text));
    expect(unwatched.map(({ path }) => path)).toEqual([]);
  });

  it('are made in one place alone, for the extension’s own files', () => {
    const asks = /\bfetch\(|XMLHttpRequest|sendBeacon|\bWebSocket\b|EventSource|importScripts|new Image\(/;
    const users = sourcesIn('lib', 'components', 'entrypoints').filter(({ text }) => asks.test(text));
    expect(users.map(({ path }) => path)).toEqual([
      // A picture of data that the page itself has made.
      'lib/platform/picture.ts',
      'lib/platform/resources.ts',
    ]);
  });
});
