import type { ToBackground } from '../messaging/protocol';
import type { Handlers } from '../messaging/server';
import { commandKeys } from '../platform/lifecycle';
import { askTab } from '../platform/messages';
import { changeSettings } from '../platform/settings';
import { readTab } from './tab-handlers';
import { isShut, tellSettings } from './tell-settings';

type KeyMessages = 'keys.read' | 'page.keys' | 'marks.show';

/** What the reading keys need of the background. */
export function keyHandlers(): Pick<Handlers<ToBackground>, KeyMessages> {
  return {
    'keys.read': async () => ({ commands: await commandKeys() }),

    'page.keys': async ({ tabId }) => ({ isOn: await toggleKeys(tabId) }),

    'marks.show': async ({ density }) => {
      await tellSettings(await changeSettings({ density, marksOn: true }));
      return {};
    },
  };
}

/** Switches the reading keys of a tab on or off, reading its page first where that has not been done. */
export async function toggleKeys(tabId: number): Promise<boolean> {
  const report = await askTab(tabId, { type: 'page.describe' });
  const isUnread = report === null || report.mode === 'idle' || (await isShut(tabId));
  if (isUnread && !(await readTab(tabId))) return false;
  return (await askTab(tabId, { type: 'keys.toggle' }))?.isOn ?? false;
}
