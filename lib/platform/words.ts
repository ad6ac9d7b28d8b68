import browser from 'webextension-polyfill';
import { type Words, wordsFrom, writingOf } from '../text/wording';

const lookUp = (key: string, fillings: string[]) => browser.i18n.getMessage(key, fillings);
const writing = writingOf(lookUp, browser.i18n.getUILanguage());

/** The sentence for `key` in the reader's language, with `$1`… replaced; the key itself where none is written. */
export const word: Words = wordsFrom(lookUp, writing);

/** Tells a page of the extension its language and direction. @returns the BCP 47 tag for dates and numbers. */
export function setLanguage(document: Document): string {
  document.documentElement.lang = writing.language;
  document.documentElement.dir = writing.direction;
  return writing.region;
}

/** Name and version of this extension, as files name their writer. */
export function generator(): string {
  return `Pressmark ${browser.runtime.getManifest().version}`;
}
