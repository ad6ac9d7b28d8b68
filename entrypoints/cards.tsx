import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import cardStyle from '../assets/styles/cards.css?inline';
import controlStyle from '../assets/styles/controls.css?inline';
import tokenStyle from '../assets/styles/tokens.css?inline';
import { WordsContext } from '../components/app/words';
import { CardsSurface } from '../components/page/cards-surface';
import { CardsController } from '../lib/page/cards-controller';
import { mountCards } from '../lib/page/mount-cards';
import { currentSelection, watchSelection } from '../lib/page/selection-watch';
import { CARDS, DETECTOR, SESSION } from '../lib/page/slots';
import { askBackground } from '../lib/platform/messages';
import { word } from '../lib/platform/words';

export default defineUnlistedScript(() => {
  const session = SESSION.get();
  if (CARDS.get() || !session) return;
  const root = mountCards(document, [tokenStyle, controlStyle, cardStyle]);
  const isExposed = DETECTOR.get()?.cameLate() ?? false;
  const actions = {
    begin: () => void controller.begin(),
    highlight: () => void controller.highlight(),
    write: (body: string) => controller.write(body),
    save: () => void controller.save(),
    close: () => void controller.close(),
    resume: () => controller.resume(),
    discard: () => void controller.discard(),
  };
  const controller: CardsController = new CardsController(window, session, askBackground, (view) => {
    render(
      <WordsContext.Provider value={word}>
        <CardsSurface view={view} actions={actions} window={window} isExposed={isExposed} />
      </WordsContext.Provider>,
      root,
    );
  });
  CARDS.set(controller);
  controller.start();
  watchSelection(window, (selected) => controller.select(selected));
  controller.select(currentSelection(window));
});
