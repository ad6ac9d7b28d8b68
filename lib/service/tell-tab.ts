import type { BackgroundToPage } from '../messaging/protocol';
import { askTab } from '../platform/messages';
import { soon } from './soon';

/** Tells the content scripts of a tab something. Who is busy hears it later, and keeps nobody waiting. */
export async function tellTab<T extends keyof BackgroundToPage & string>(
  tabId: number,
  message: BackgroundToPage[T]['request'] & { type: T },
): Promise<void> {
  await soon(askTab(tabId, message));
}
