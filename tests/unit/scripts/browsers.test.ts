import { describe, expect, it } from 'vitest';
import { BrowserMissing, ensureBrowser, findBrowser, type Machine } from '../../../scripts/browsers';

/** A machine on which the given programs exist and tell their version; `run` notes what was started. */
function machine(
  programs: Readonly<Record<string, string>>,
  rest: Partial<Machine> = {},
  onInstall: (command: string, programs: Record<string, string>) => void = () => undefined,
) {
  const present: Record<string, string> = { ...programs };
  const started: string[] = [];
  const made: Machine = {
    env: { PATH: '/usr/bin:/opt/bin' },
    platform: 'linux',
    isRoot: false,
    exists: (path) => path in present,
    run: (command, args) => {
      if (args[0] === '--version') {
        const version = present[command];
        return version
          ? { code: 0, output: `Browser ${version} built for tests` }
          : { code: 127, output: '' };
      }
      started.push([command, ...args].join(' '));
      onInstall([command, ...args].join(' '), present);
      return { code: 0, output: '' };
    },
    playwrightChromium: () => '/cache/playwright/chrome',
    ...rest,
  };
  return { made, started };
}

describe('finding a browser', () => {
  const all = {
    '/my/chromium': '150.0.1',
    '/cache/playwright/chrome': '159.0.2',
    '/usr/bin/chromium': '156.0.3',
  };

  it('takes the one that the environment names before all others', () => {
    const { made } = machine(all, { env: { PATH: '/usr/bin', CHROMIUM_PATH: '/my/chromium' } });
    expect(findBrowser('chromium', made)).toEqual({
      name: 'chromium',
      path: '/my/chromium',
      version: '150.0.1',
      from: 'environment',
    });
  });

  it('refuses to test in another browser than the one that was asked for', () => {
    const { made } = machine(all, { env: { PATH: '/usr/bin', CHROMIUM_PATH: '/gone' } });
    expect(() => findBrowser('chromium', made)).toThrow(/CHROMIUM_PATH is set to \/gone/);
  });

  it("takes Playwright's own before the system's", () => {
    expect(findBrowser('chromium', machine(all).made)?.from).toBe('playwright');
  });

  it('passes over a program that is there but does not start', () => {
    const { made } = machine({ ...all, '/cache/playwright/chrome': '' });
    expect(findBrowser('chromium', made)).toMatchObject({ path: '/usr/bin/chromium', from: 'system' });
  });

  it('looks at the usual places beside the search path', () => {
    const { made } = machine(
      { '/Applications/Firefox.app/Contents/MacOS/firefox': '153.0' },
      { platform: 'darwin' },
    );
    expect(findBrowser('firefox', made)).toMatchObject({ version: '153.0', from: 'system' });
  });

  it('answers null where there is none', () => {
    expect(findBrowser('firefox', machine({}).made)).toBeNull();
  });
});

describe('installing a browser', () => {
  it("tries Playwright's download first and is content with it", () => {
    const { made, started } = machine(
      { '/usr/bin/apt-get': '1.0' },
      { isRoot: true },
      (_command, programs) => {
        programs['/cache/playwright/chrome'] = '159.0.2';
      },
    );
    expect(ensureBrowser('chromium', made)).toMatchObject({ from: 'installed', version: '159.0.2' });
    expect(started).toHaveLength(1);
    expect(started[0]).toMatch(/install --no-shell chromium$/);
  });

  it('updates, then installs without questions where it is root on Debian', () => {
    const { made, started } = machine(
      { '/usr/bin/apt-get': '1.0' },
      { isRoot: true },
      (command, programs) => {
        if (command.includes(' install -y ')) programs['/usr/bin/firefox-esr'] = '153.7.0esr';
      },
    );
    expect(ensureBrowser('firefox', made)).toMatchObject({ from: 'installed', version: '153.7.0esr' });
    expect(started.map((command) => /update|install/.exec(command)?.[0])).toEqual(['update', 'install']);
    expect(started[1]).toContain('--no-install-recommends firefox-esr');
  });

  it('says what is missing, what was tried and what to do when nothing works', () => {
    const { made } = machine({ '/usr/bin/apt-get': '1.0' }, { isRoot: true });
    expect(() => ensureBrowser('chromium', made)).toThrow(BrowserMissing);
    expect(() => ensureBrowser('chromium', made)).toThrow(
      /Tried in vain: Playwright's download, apt-get.*CHROMIUM_PATH/,
    );
  });

  it('leaves the system alone without the right to change it', () => {
    const { made, started } = machine({ '/usr/bin/apt-get': '1.0' });
    expect(() => ensureBrowser('firefox', made)).toThrow(/No Firefox on this machine\. Install Firefox/);
    expect(started).toEqual([]);
  });
});
