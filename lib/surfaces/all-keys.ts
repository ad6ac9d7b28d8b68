import { keyMapOf } from '../keys/key-map';
import type { Ask } from '../messaging/client';
import type { ToBackground } from '../messaging/protocol';

/** The reading keys and the browser's keys as they are now. */
export async function allKeys(ask: Ask<ToBackground>) {
  const [{ settings }, { commands }] = await Promise.all([
    ask({ type: 'settings.read' }),
    ask({ type: 'keys.read' }),
  ]);
  return { keys: keyMapOf(settings.keys), commands };
}
