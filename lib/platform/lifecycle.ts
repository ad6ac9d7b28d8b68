import browser from 'webextension-polyfill';
import type { CommandKey } from '../model/reading-keys';

/** Calls back once, when the extension was installed, and on each update. */
export function onInstalled(callback: (reason: 'install' | 'update' | 'other') => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    callback(reason === 'install' || reason === 'update' ? reason : 'other');
  });
}

/** Calls back when the reader presses one of the extension's keys. */
export function onCommand(callback: (command: string, tabId: number | null) => void): void {
  browser.commands.onCommand.addListener((command: string, tab?: browser.Tabs.Tab) => {
    callback(command, tab?.id ?? null);
  });
}

/** The browser's keys for the extension, as the reader has set them. */
export async function commandKeys(): Promise<CommandKey[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', shortcut = '' }) => ({ name, key: shortcut }));
}

/** Opens the browser's own page where these keys are changed. */
export async function openCommandKeys(): Promise<void> {
  // Firefox has a call for it; Chromium a page.
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
