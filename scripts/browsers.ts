/**
 * Finds the browsers that the demo and the tests drive, and installs them where it can.
 * Order: an environment variable, Playwright's own download, the system's usual places, an installation.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

export type BrowserName = 'chromium' | 'firefox';

/** A browser that answered to `--version`. */
export interface FoundBrowser {
  readonly name: BrowserName;
  readonly path: string;
  readonly version: string;
  readonly from: 'environment' | 'playwright' | 'system' | 'installed';
}

/** Said instead of a stack trace: what is missing and what the reader can do about it. */
export class BrowserMissing extends Error {
  override readonly name = 'BrowserMissing';
}

/** The look-up's view of the machine; tests give their own. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  exists(path: string): boolean;
  /** Exit code and output; code 127 when the command does not exist. */
  run(
    command: string,
    args: readonly string[],
    options?: { readonly seconds?: number; readonly show?: boolean },
  ): { readonly code: number; readonly output: string };
  playwrightChromium(): string;
}

const WANTED: Readonly<
  Record<BrowserName, { readonly variable: string; readonly debian: readonly string[] }>
> = {
  // Chromium's font recommendation is left out by --no-install-recommends; without one, a page is a row of boxes.
  chromium: { variable: 'CHROMIUM_PATH', debian: ['chromium', 'fonts-liberation'] },
  firefox: { variable: 'FIREFOX_PATH', debian: ['firefox-esr', 'fonts-liberation'] },
};

// Google Chrome is missing on purpose: its own builds ignore --load-extension since version 137.
const COMMANDS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const PLACES: Readonly<Record<BrowserName, Partial<Record<NodeJS.Platform, readonly string[]>>>> = {
  chromium: {
    linux: ['/usr/lib/chromium/chromium', '/snap/bin/chromium'],
    darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    win32: ['C:\\Program Files\\Chromium\\Application\\chrome.exe'],
  },
  firefox: {
    linux: ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/snap/bin/firefox'],
    darwin: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    ],
    win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  },
};

/** The machine this process runs on. */
export function thisMachine(): Machine {
  return {
    env: process.env,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    run: (command, args, options = {}) => {
      const done = spawnSync(command, [...args], {
        encoding: 'utf8',
        timeout: (options.seconds ?? 30) * 1000,
        stdio: options.show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      const output = `${done.stdout ?? ''}${done.stderr ?? ''}`;
      return { code: done.error ? 127 : (done.status ?? 1), output };
    },
    playwrightChromium: () => chromium.executablePath(),
  };
}

/** `Chromium 156.0.8078.79 built on …` → `156.0.8078.79`; null where the program does not start. */
export function versionOf(path: string, machine: Machine): string | null {
  // On Windows `--version` opens a window instead of printing.
  if (machine.platform === 'win32') return machine.exists(path) ? 'unknown' : null;
  const { code, output } = machine.run(path, ['--version'], { seconds: 60 });
  if (code !== 0) return null;
  return /\d+(?:\.\d+)+\w*/.exec(output)?.[0] ?? null;
}

function onPath(command: string, machine: Machine): string | null {
  const folders = (machine.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, command)).find((path) => machine.exists(path)) ?? null;
}

function systemPaths(name: BrowserName, machine: Machine): readonly string[] {
  const commands = COMMANDS[name].map((command) => onPath(command, machine)).filter((path) => path !== null);
  const places = PLACES[name][machine.platform] ?? [];
  return [...commands, ...places.filter((path) => machine.exists(path))];
}

/**
 * Looks a browser up without changing the machine; null where there is none.
 * Throws `BrowserMissing` when the environment variable names something that does not start:
 * silently testing in another browser than the one asked for would be worse.
 */
export function findBrowser(name: BrowserName, machine: Machine = thisMachine()): FoundBrowser | null {
  const { variable } = WANTED[name];
  const asked = machine.env[variable];
  if (asked) {
    const version = versionOf(asked, machine);
    if (version === null)
      throw new BrowserMissing(`${variable} is set to ${asked}, which does not start as a browser.`);
    return { name, path: asked, version, from: 'environment' };
  }
  if (name === 'chromium') {
    const path = machine.playwrightChromium();
    const version = machine.exists(path) ? versionOf(path, machine) : null;
    if (version !== null) return { name, path, version, from: 'playwright' };
  }
  for (const path of systemPaths(name, machine)) {
    const version = versionOf(path, machine);
    if (version !== null) return { name, path, version, from: 'system' };
  }
  return null;
}

/** Finds a browser or installs it. Throws `BrowserMissing`, with what to do, when nothing works. */
export function ensureBrowser(name: BrowserName, machine: Machine = thisMachine()): FoundBrowser {
  const found = findBrowser(name, machine);
  if (found) return found;
  const tried: string[] = [];
  if (name === 'chromium') {
    // --no-shell: the headless shell takes no extensions.
    tried.push("Playwright's download");
    machine.run(process.execPath, [playwrightCli(), 'install', '--no-shell', 'chromium'], {
      seconds: 600,
      show: true,
    });
    const downloaded = findBrowser(name, machine);
    if (downloaded) return { ...downloaded, from: 'installed' };
  }
  if (machine.platform === 'linux' && machine.isRoot && onPath('apt-get', machine) !== null) {
    tried.push(`apt-get install ${WANTED[name].debian.join(' ')}`);
    installByApt(WANTED[name].debian, machine);
    const installed = findBrowser(name, machine);
    if (installed) return { ...installed, from: 'installed' };
  }
  throw new BrowserMissing(missingMessage(name, tried));
}

function installByApt(packages: readonly string[], machine: Machine): void {
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  machine.run('apt-get', [...wait, 'update', '-q'], { seconds: 300, show: true });
  machine.run('apt-get', [...wait, 'install', '-y', '-q', '--no-install-recommends', ...packages], {
    seconds: 900,
    show: true,
  });
}

function playwrightCli(): string {
  return fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url));
}

function missingMessage(name: BrowserName, tried: readonly string[]): string {
  const title = name === 'chromium' ? 'Chromium' : 'Firefox';
  const attempts = tried.length > 0 ? ` Tried in vain: ${tried.join(', ')}.` : '';
  const advice =
    name === 'chromium'
      ? 'Install Chromium (not Google Chrome, which refuses unpacked extensions on its command line)'
      : 'Install Firefox (any release from 140 on)';
  return `No ${title} on this machine.${attempts} ${advice} or set ${WANTED[name].variable} to its program file.`;
}

function main(): number {
  let code = 0;
  for (const name of ['chromium', 'firefox'] as const) {
    try {
      const { path, version, from } = ensureBrowser(name);
      console.log(`${name.padEnd(8)} ${version}  ${path}  (${from})`);
    } catch (error) {
      if (!(error instanceof BrowserMissing)) throw error;
      console.log(`${name.padEnd(8)} missing: ${error.message}`);
      // Chromium is needed for everything; Firefox's part of the tests is skipped, visibly, where there is none.
      if (name === 'chromium') code = 1;
    }
  }
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main();
