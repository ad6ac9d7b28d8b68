import { render } from 'preact';
import cardStyle from '../../assets/styles/cards.css?inline';
import controlStyle from '../../assets/styles/controls.css?inline';
import tokenStyle from '../../assets/styles/tokens.css?inline';
import { WordsContext } from '../../components/app/words';
import { cardData } from '../../components/page/card-data';
import { CardsSurface } from '../../components/page/cards-surface';
import { CardsController } from '../../lib/page/cards-controller';
import { mountCards } from '../../lib/page/mount-cards';
import { currentSelection, watchSelection } from '../../lib/page/selection-watch';
import { CARDS, DETECTOR, SESSION } from '../../lib/page/slots';
import { askBackground, isPrivateWindow, wordInPage, writingInPage } from '../../lib/platform/page-port';

/** Brings the cards into a page whose session stands; a second call does nothing. */
export function startCards(): void {
  const session = SESSION.get();
  if (CARDS.get() || !session) return;
  const writing = writingInPage();
  const root = mountCards(document, [tokenStyle, controlStyle, cardStyle], writing);
  const isPrivate = isPrivateWindow();
  const isExposed = DETECTOR.get()?.cameLate() ?? false;
  const data = cardData(session, writing.region);
  const controller = new CardsController(window, session, askBackground, (state) => {
    render(
      <WordsContext.Provider value={wordInPage}>
        <CardsSurface
          state={state}
          actions={controller}
          data={data}
          window={window}
          isExposed={isExposed}
          isPrivate={isPrivate}
        />
      </WordsContext.Provider>,
      root,
    );
  });
  CARDS.set(controller);
  controller.start();
  watchSelection(window, (selected) => controller.select(selected));
  controller.select(currentSelection(window));
}
