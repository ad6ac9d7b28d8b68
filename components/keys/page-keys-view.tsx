import { keyMapOf } from '../../lib/keys/key-map';
import type { Settings } from '../../lib/model/settings';
import type { KeysView } from '../../lib/page/page-keys';
import type { Words } from '../app/words';
import { KeyHelp } from './key-help';
import { KeysSign } from './keys-sign';

interface PageKeysViewProps {
  readonly view: KeysView;
  readonly settings: Settings;
  readonly actions: { openHelp(): void; closeHelp(): void; leave(): void };
}

/** What is seen of the reading keys on a page. */
export function PageKeysView({ view, settings, actions }: PageKeysViewProps) {
  const helpKey = keyMapOf(settings.keys).help;
  return (
    <>
      {view.isOn && (
        <KeysSign helpKey={helpKey} onHelp={() => actions.openHelp()} onLeave={() => actions.leave()} />
      )}
      {view.help && <KeyHelp {...view.help} place="page" onClose={() => actions.closeHelp()} />}
    </>
  );
}

/** What is said of them, in the page's one live region. */
export function saidOfKeys({ isOn }: KeysView, settings: Settings, word: Words): string {
  return isOn ? word('keys_entered', keyMapOf(settings.keys).help) : '';
}
