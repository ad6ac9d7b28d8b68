import { toggleKeys } from './key-handlers';
import { beginNote, toggleMarks, toggleSaysView, walkMarks } from './tab-handlers';

/** Does what one of the browser's keys for the extension stands for, in the tab in front (null: none that we know). */
export async function runCommand(command: string, tabId: number | null): Promise<void> {
  if (command === 'toggle-marks') return toggleMarks();
  if (tabId === null) return;
  if (command === 'write-note') await beginNote(tabId);
  if (command === 'who-says-what') await toggleSaysView(tabId);
  if (command === 'reading-keys') await toggleKeys(tabId);
  if (command === 'next-mark') await walkMarks(tabId, 1);
  if (command === 'previous-mark') await walkMarks(tabId, -1);
}
