import { type Ask, codeOf } from '../messaging/client';
import type { FailureCode, ToBackground } from '../messaging/protocol';
import type { Settings } from '../model/settings';

/** What became of a change: all settings as they are kept now, or why they are as before. */
export type ChangedSettings =
  | { readonly settings: Settings; readonly failure: null }
  | { readonly failure: FailureCode };

/** Has the background keep a change of the settings. */
export async function changeSettings(
  ask: Ask<ToBackground>,
  change: Partial<Settings>,
): Promise<ChangedSettings> {
  try {
    return { ...(await ask({ type: 'settings.change', change })), failure: null };
  } catch (error) {
    return { failure: codeOf(error) };
  }
}
