import { render } from 'preact';
import cardStyle from '../../assets/styles/cards.css?inline';
import controlStyle from '../../assets/styles/controls.css?inline';
import tokenStyle from '../../assets/styles/tokens.css?inline';
import { WordsContext } from '../../components/app/words';
import { PageKeysView, saidOfKeys } from '../../components/keys/page-keys-view';
import { cardData } from '../../components/page/card-data';
import { CardsSurface } from '../../components/page/cards-surface';
import { Dimmer } from '../../lib/marks/dimmer';
import { CardsController } from '../../lib/page/cards-controller';
import { currentSelection } from '../../lib/page/current-selection';
import { hearEscape } from '../../lib/page/hear-escape';
import { mountCards } from '../../lib/page/mount-cards';
import { PageKeys } from '../../lib/page/page-keys';
import { watchSelection } from '../../lib/page/selection-watch';
import { CARDS, DETECTOR, KEYS, SESSION } from '../../lib/page/slots';
import { askBackground, isPrivateWindow, wordInPage, writingInPage } from '../../lib/platform/page-port';

/** Brings the cards into a page whose session stands; a second call does nothing. */
export function startCards(): void {
  const session = SESSION.get();
  if (CARDS.get() || !session) return;
  const writing = writingInPage();
  const place = mountCards(document, [tokenStyle, controlStyle, cardStyle], writing);
  const isPrivate = isPrivateWindow();
  const isExposed = DETECTOR.get()?.cameLate() ?? false;
  const data = cardData(session, writing.region);
  const show = () =>
    render(
      <WordsContext.Provider value={wordInPage}>
        <CardsSurface
          state={controller.state}
          actions={controller}
          toasts={controller.toasts}
          data={data}
          window={window}
          said={saidOfKeys(keys.view, session.settings, wordInPage)}
          isExposed={isExposed}
          isPrivate={isPrivate}
        />
        <PageKeysView view={keys.view} settings={session.settings} actions={keys} />
      </WordsContext.Provider>,
      place,
    );
  const controller = new CardsController(window, session, askBackground, show);
  const root = place.getRootNode() as ShadowRoot;
  const keys = new PageKeys(root, session, controller, askBackground, show);
  CARDS.set(controller);
  KEYS.set(keys);
  session.layer.overlay.veilWith((page, layer) => new Dimmer(page, layer));
  hearEscape(() => controller.closeCard());
  controller.start();
  const select = () => controller.select(currentSelection(session.windows));
  watchSelection(session.windows, select);
  select();
}
