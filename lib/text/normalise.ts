const HIDDEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const APOSTROPHE = /[’ʼ‘`´]/g;
const MARKS = /\p{M}+/gu;

/** A word without invisible characters and with one kind of apostrophe, so that equal-looking words are equal. */
export function plainWord(word: string): string {
  return word.replace(HIDDEN, '').replace(APOSTROPHE, "'");
}

/** The plain word, lower-cased and without accents: the key under which names are compared. */
export function foldWord(word: string): string {
  return plainWord(word).normalize('NFD').replace(MARKS, '').toLowerCase();
}
