import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { ensureBrowser } from '../../scripts/browsers';
import { endAlong } from './end-along';
import { Marionette } from './marionette';

export interface FirefoxProcess {
  readonly process: ChildProcess;
  readonly marionette: Marionette;
}

// Nothing here changes how the extension runs; it only keeps the browser itself from talking to its maker.
const QUIET: Readonly<Record<string, boolean | string | number>> = {
  'remote.prefs.recommended': true,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'nimbus.rollouts.enabled': false,
  'services.settings.server': 'data:,#none/v1',
  'toolkit.telemetry.server': 'data:,',
  // Names outside this machine do not resolve; the local test server is reached directly.
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts Firefox on a profile folder (made if absent) and opens a Marionette session with it. */
export async function startFirefox(
  profile: string,
  preferences: Readonly<Record<string, boolean | string | number>>,
  headed: boolean,
): Promise<FirefoxProcess> {
  const port = await freePort();
  await mkdir(profile, { recursive: true });
  const all = { ...QUIET, ...preferences, 'marionette.port': port };
  const lines = Object.entries(all).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), `${lines.join('\n')}\n`);
  const flags = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const firefox = spawn(ensureBrowser('firefox').path, headed ? flags : ['--headless', ...flags], {
    stdio: 'ignore',
    // A profile is enough of a home; without this, Firefox as root refuses another user's.
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  endAlong(firefox);
  const marionette = await Marionette.connect(port);
  await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
  return { process: firefox, marionette };
}

/** Ends Firefox in order, or after five seconds without. */
export async function stopFirefox({ process: firefox, marionette }: FirefoxProcess): Promise<void> {
  const ended = new Promise((resolve) => firefox.once('exit', resolve));
  if (firefox.exitCode !== null || firefox.signalCode !== null) return marionette.close();
  // The answer may be lost in the shutdown that it announces.
  marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
  const timer = setTimeout(() => firefox.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(timer);
  marionette.close();
}
