import { render } from 'preact';
import '../../assets/styles/popup.css';
import { Popup } from '../../components/app/popup';
import { WordsContext } from '../../components/app/words';
import { word } from '../../lib/platform/words';
import { PopupState } from './state';

const place = document.getElementById('app') as HTMLElement;
document.documentElement.lang = word('@@ui_locale').replace('_', '-');
document.documentElement.dir = word('@@bidi_dir');

const state = new PopupState((props) => {
  render(
    <WordsContext.Provider value={word}>
      <Popup {...props} />
    </WordsContext.Provider>,
    place,
  );
});
void state.start();
