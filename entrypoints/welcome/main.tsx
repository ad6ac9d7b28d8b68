import { render } from 'preact';
import '../../assets/styles/page.css';
import { WelcomePage } from '../../components/app/welcome-page';
import { WordsContext } from '../../components/app/words';
import { setLanguage, word } from '../../lib/platform/words';

setLanguage(document);
document.title = word('welcome_title');
render(
  <WordsContext.Provider value={word}>
    <WelcomePage sample="/sample.html" onSkip={() => window.close()} />
  </WordsContext.Provider>,
  document.getElementById('app') as HTMLElement,
);
