import { keyMapOf } from '../../lib/keys/key-map';
import type { Settings } from '../../lib/model/settings';
import type { KeysView } from '../../lib/page/page-keys';
import { useWords } from '../app/words';
import { KeyHelp } from './key-help';
import { KeysSign } from './keys-sign';

interface PageKeysViewProps {
  readonly view: KeysView;
  readonly settings: Settings;
  readonly actions: { openHelp(): void; closeHelp(): void; leave(): void };
}

/** What is seen and said of the reading keys on a page. */
export function PageKeysView({ view, settings, actions }: PageKeysViewProps) {
  const word = useWords();
  const helpKey = keyMapOf(settings.keys).help;
  return (
    <>
      <p class="visually-hidden" role="status">
        {view.isOn && word('keys_entered', helpKey)}
      </p>
      {view.isOn && (
        <KeysSign helpKey={helpKey} onHelp={() => actions.openHelp()} onLeave={() => actions.leave()} />
      )}
      {view.help && <KeyHelp {...view.help} place="page" onClose={() => actions.closeHelp()} />}
    </>
  );
}
