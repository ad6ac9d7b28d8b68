import browser from 'webextension-polyfill';

/** The sentence for `key` in the reader's language, with `$1`… replaced; the key itself where none is written. */
export function word(key: string, ...substitutions: (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String)) || key;
}
