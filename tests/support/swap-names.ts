/**
 * Replaces every name of a text by an invented one, the same name always by the same, so that a test can show that
 * nothing was learnt from the text's own names. The names are derived from the text: capitalised inside a sentence and
 * never written small anywhere in it.
 */

/** Words that make a name an institution's or a calendar's; without them the text would lose what tells a name's type. */
const KEPT = new Set(
  (
    'January February March April May June July August September October November December Monday Tuesday Wednesday ' +
    'Thursday Friday Saturday Sunday North South East West Northern Southern Eastern Western Central Upper Lower New ' +
    'National International Republic Kingdom Union United States Nations Ministry Minister President Party Front ' +
    'Movement Alliance League Council Committee Commission Court Institute University Agency Press News Bank Group ' +
    'Army Police Force Forces Parliament Assembly Organisation Organization Association Federation Foundation Centre ' +
    'Center Freedom Liberation Resistance Democratic People Security Strategic Stability Mr Mrs Ms Dr I'
  ).split(' '),
);

const ONSETS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'r', 's', 't', 'v', 'z', 'dr', 'kr', 'st'];
const VOWELS = ['a', 'e', 'i', 'o', 'u'];
const CODAS = ['n', 'r', 'l', 's', 'm', 'k'];

/** A pronounceable capitalised word of about the given length, the same for the same number. */
export function inventedName(number: number, length: number): string {
  let state = (number + 1) * 2654435761;
  const pick = (from: readonly string[]) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    // The lower bits of such a generator repeat soon.
    return from[(state >>> 12) % from.length]!;
  };
  let name = '';
  while (name.length < length - 1) name += pick(ONSETS) + pick(VOWELS);
  name += pick(CODAS);
  return name[0]!.toUpperCase() + name.slice(1);
}

const WORD = /\p{Lu}[\p{L}\p{M}]*/gu;

/**
 * The names of running paragraphs (no headlines: there every word is capitalised), shorter ones first, so that `Xland`
 * is known before `Xlander`.
 */
export function namesIn(paragraphs: readonly string[]): readonly string[] {
  const small = new Set(paragraphs.flatMap((text) => text.match(/(?<![\p{L}])\p{Ll}+/gu) ?? []));
  const names = new Set<string>();
  for (const text of paragraphs) {
    for (const match of text.matchAll(WORD)) {
      const before = text.slice(0, match.index);
      const opensSentence = /(?:^|[.!?:][”’"]?\s+|[“"])$/.test(before);
      const word = match[0];
      if (!opensSentence && word.length > 1 && !KEPT.has(word) && !small.has(word.toLowerCase()))
        names.add(word);
    }
  }
  return [...names].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** A function that swaps the names found in `paragraphs` in any text. */
export function nameSwapper(paragraphs: readonly string[]): (text: string) => string {
  const swapped = new Map<string, string>();
  for (const name of namesIn(paragraphs)) {
    const isAcronym = name.length <= 5 && name === name.toUpperCase();
    const stem = [...swapped.keys()].find((known) => known.length >= 4 && name.startsWith(known));
    const number = swapped.size;
    if (stem) swapped.set(name, swapped.get(stem)! + name.slice(stem.length));
    else if (isAcronym)
      swapped.set(name, inventedName(number, name.length).slice(0, name.length).toUpperCase());
    else swapped.set(name, inventedName(number, name.length));
  }
  return (text) => text.replace(WORD, (word) => swapped.get(word) ?? word);
}
