import { render } from 'preact';
import '../../assets/styles/page.css';
import { WelcomePage } from '../../components/app/welcome-page';
import { WordsContext } from '../../components/app/words';
import { mountHelp } from '../../components/keys/mount-help';
import { askBackground } from '../../lib/platform/messages';
import { permissionStates } from '../../lib/platform/permissions';
import { setLanguage, word } from '../../lib/platform/words';
import { reasonKeys } from '../../lib/privacy/permission-reasons';
import { allKeys } from '../../lib/surfaces/all-keys';
import { reportRequests } from '../../lib/surfaces/privacy-state';

setLanguage(document);
reportRequests('welcome', askBackground);
document.title = word('welcome_title');
// What is asked for only later is explained then.
const reasons = reasonKeys((await permissionStates()).filter(({ kind }) => kind !== 'optional'));
render(
  <WordsContext.Provider value={word}>
    <WelcomePage sample="/sample.html" reasons={reasons} onSkip={() => window.close()} />
  </WordsContext.Provider>,
  document.getElementById('app') as HTMLElement,
);
mountHelp(document, word, { place: 'welcome', read: () => allKeys(askBackground) });
