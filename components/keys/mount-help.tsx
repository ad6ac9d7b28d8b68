import { type ComponentProps, render } from 'preact';
import { type Words, WordsContext } from '../app/words';
import { HelpOnDemand } from './help-on-demand';

/** Puts the help with keys behind everything else on one of the extension's own pages. */
export function mountHelp(document: Document, word: Words, props: ComponentProps<typeof HelpOnDemand>): void {
  const place = document.createElement('div');
  document.body.append(place);
  render(
    <WordsContext.Provider value={word}>
      <HelpOnDemand {...props} />
    </WordsContext.Provider>,
    place,
  );
}
