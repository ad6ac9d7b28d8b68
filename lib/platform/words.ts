import browser from 'webextension-polyfill';

/** The sentence for `key` in the reader's language, with `$1`… replaced; the key itself where none is written. */
export function word(key: string, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String)) || key;
}

/** Tells a page of the extension its language and direction. @returns the language as a BCP 47 tag. */
export function setLanguage(document: Document): string {
  const language = browser.i18n.getMessage('@@ui_locale').replace('_', '-') || 'en';
  document.documentElement.lang = language;
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir') || 'ltr';
  return language;
}

/** Name and version of this extension, as files name their writer. */
export function generator(): string {
  return `Pressmark ${browser.runtime.getManifest().version}`;
}
