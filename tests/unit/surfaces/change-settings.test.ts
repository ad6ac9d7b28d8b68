import { describe, expect, it } from 'vitest';
import { MessageError } from '../../../lib/messaging/client';
import { DEFAULT_SETTINGS } from '../../../lib/model/settings';
import { changeSettings } from '../../../lib/surfaces/change-settings';

describe('changing settings', () => {
  it('gives them as they are kept', async () => {
    const ask = async ({ change }: { change: object }) => ({ settings: { ...DEFAULT_SETTINGS, ...change } });
    const changed = await changeSettings(ask as never, { author: 'Mai' });
    expect(changed).toEqual({ settings: { ...DEFAULT_SETTINGS, author: 'Mai' }, failure: null });
  });

  it('says why nothing was changed, and leaves what is shown as it is', async () => {
    const ask = () => Promise.reject(new MessageError('unreachable', 'nobody'));
    expect(await changeSettings(ask as never, { author: 'Mai' })).toEqual({ failure: 'unreachable' });
  });
});
