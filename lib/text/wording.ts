import { setApart } from './direction';

/** What stands in a sentence for `$1`…: text as it is, a number, a list, or a share of one (0…1) that is read in per cent. */
export type Filling = string | number | readonly string[] | { readonly share: number };

/** Gives the sentence for a key in the reader's language, with `$1`… replaced. */
export type Words = (key: string, ...fillings: Filling[]) => string;

/** The browser's table of sentences: the text of a key with its places filled, or nothing where it has none. */
export type LookUp = (key: string, fillings: string[]) => string;

/** How the reader's interface is written. */
export interface Writing {
  /** The language of the sentences; plural forms follow it. */
  readonly language: string;
  /** The same language as the reader's region writes numbers and dates. */
  readonly region: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * The language of the sentences is asked of the sentences: where a browser speaks a language that Pressmark does not, it
 * gives English ones, and English is then what a screen reader has to be told.
 */
export function writingOf(lookUp: LookUp, browserLanguage: string): Writing {
  const language = lookUp('language_tag', []) || 'en';
  const isSame = browserLanguage === language || browserLanguage.startsWith(`${language}-`);
  const direction = lookUp('language_direction', []) === 'rtl' ? 'rtl' : 'ltr';
  return { language, region: isSame ? browserLanguage : language, direction };
}

const COUNTED = /_count$/;

const made = new Map<string, unknown>();

// What writes numbers and dates takes longer to make than to use: a list would make one for every row.
function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

function numbersIn(region: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return once(`n ${region} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(region, options));
}

function timesIn(region: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(`t ${region} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(region, options));
}

/**
 * Makes the one function that every surface takes its sentences from. Numbers and lists in them are written as the
 * reader's region writes them. A key that ends in `_count` has one sentence for each plural form of the language
 * (`…_count_one`, `…_count_other`); the first number chooses.
 */
export function wordsFrom(lookUp: LookUp, writing: Writing): Words {
  const { language, region, direction } = writing;
  const plurals = new Intl.PluralRules(language);
  const write = (filling: Filling) => {
    if (typeof filling === 'number') return numbersIn(region).format(filling);
    if (typeof filling === 'object' && 'share' in filling) {
      return numbersIn(region, { style: 'percent' }).format(filling.share);
    }
    const text = typeof filling === 'string' ? filling : listIn(region, filling);
    // A Latin name in an Arabic sentence would pull its full stops and brackets to the wrong end.
    return direction === 'rtl' && text !== '' ? setApart(text) : text;
  };
  return (key, ...fillings) => {
    const texts = fillings.map(write);
    if (!COUNTED.test(key)) return lookUp(key, texts) || key;
    const form = plurals.select(fillings.find((filling) => typeof filling === 'number') ?? 0);
    return lookUp(`${key}_${form}`, texts) || lookUp(`${key}_other`, texts) || key;
  };
}

/** Names or words in a row, as the language sets them apart. */
export function listIn(region: string, items: readonly string[]): string {
  const lists = once(`l ${region}`, () => new Intl.ListFormat(region, { style: 'short', type: 'unit' }));
  return lists.format(items);
}

/** A moment: its day, and the time of day. */
export function momentIn(region: string, time: string | Date, day: 'medium' | 'long' = 'medium'): string {
  return timesIn(region, { dateStyle: day, timeStyle: 'short' }).format(new Date(time));
}

const DAY_ALONE = /^\d{4}-\d\d-\d\d$/;

/** A day without its time. A date that has no time of day (`2026-03-09`) is that day everywhere, not a midnight somewhere. */
export function dayIn(region: string, time: string | Date, day: 'medium' | 'long' = 'medium'): string {
  const zone = typeof time === 'string' && DAY_ALONE.test(time) ? { timeZone: 'UTC' } : {};
  return timesIn(region, { dateStyle: day, ...zone }).format(new Date(time));
}

/** A date as a page gives it: with its time of day where it has one. Null where it is none. */
export function dateIn(region: string, time: string): string | null {
  if (Number.isNaN(new Date(time).getTime())) return null;
  return DAY_ALONE.test(time) ? dayIn(region, time, 'long') : momentIn(region, time, 'long');
}

/** The name of a language, of which `tag` is the BCP 47 tag; the tag itself where it is none. */
export function languageIn(region: string, tag: string): string {
  try {
    const names = once(`d ${region}`, () => new Intl.DisplayNames(region, { type: 'language' }));
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number of bytes, such as “12.3 MB”. */
export function sizeIn(region: string, bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1000, bytes)) / 3) - 1);
  const format = {
    style: 'unit',
    unit: UNITS[power]!,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  } as const;
  return numbersIn(region, format).format(bytes / 1000 ** (power + 1));
}
