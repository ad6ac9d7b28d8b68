import axe from 'axe-core';
import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { WordsContext } from '../../components/app/words';
import { english } from '../support/english';

export { english };

/** Renders into a fresh place of the document. */
export async function show(children: ComponentChildren): Promise<HTMLElement> {
  document.documentElement.lang = 'en';
  document.title = 'Test';
  document.body.replaceChildren();
  const place = document.createElement('div');
  document.body.append(place);
  await showIn(place, children);
  return place;
}

/** Renders into a place once more. */
export async function showIn(place: HTMLElement, children: ComponentChildren): Promise<void> {
  await act(() => render(<WordsContext.Provider value={english}>{children}</WordsContext.Provider>, place));
}

/** The rules a rendered component breaks, by name. Colours are judged in real browsers, not here. */
export async function brokenRules(place: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(place, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map((violation) => violation.id);
}
