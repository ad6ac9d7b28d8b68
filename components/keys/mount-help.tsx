import { type ComponentProps, render } from 'preact';
import { keepFocus } from '../app/keep-focus';
import { type Words, WordsContext } from '../app/words';
import { HelpOnDemand } from './help-on-demand';

/** What the keyboard has on each of the extension's own pages: the help with keys behind everything else, and a focus that stays. */
export function mountHelp(document: Document, word: Words, props: ComponentProps<typeof HelpOnDemand>): void {
  keepFocus(document);
  const place = document.createElement('div');
  document.body.append(place);
  render(
    <WordsContext.Provider value={word}>
      <HelpOnDemand {...props} />
    </WordsContext.Provider>,
    place,
  );
}
