import browser from 'webextension-polyfill';

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

/** The keys as the reader has set them: command name → shortcut, empty where none is set. */
export async function shortcuts(): Promise<Readonly<Record<string, string>>> {
  const commands = await browser.commands.getAll();
  return Object.fromEntries(commands.map((command) => [command.name ?? '', command.shortcut ?? '']));
}
