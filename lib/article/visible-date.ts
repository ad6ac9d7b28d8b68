/** Months by their first letters in the languages of the press; own list. Longer beginnings come first. */
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:jan|ene|gen|янв|січ|led|sty|oca|يناير|ιαν|ian)/u, 1],
  [/^(?:feb|fév|fev|фев|лют|úno|lut|şub|فبراير|φεβ)/u, 2],
  [/^(?:mar|mär|maa|mrt|mrz|бер|břez|مارس|μαρ|már)/u, 3],
  [/^(?:apr|avr|abr|апр|квіт|dub|kwi|nis|أبريل|ابريل|απρ|ápr)/u, 4],
  [/^(?:may|mai|maj|mei|mag|май|мая|трав|květ|مايو|μαΐ|μαϊ|máj)/u, 5],
  [/^(?:jun|juin|giu|июн|черв|haz|cze|يونيو|ιουν|iun|jún)/u, 6],
  [/^(?:jul|juil|lug|июл|лип|tem|lip|يوليو|ιουλ|iul|júl)/u, 7],
  [/^(?:aug|aoû|aou|ago|авг|серп|ağu|sie|أغسطس|اغسطس|αυγ|agu)/u, 8],
  [/^(?:sep|set|сен|вер|zář|wrz|eyl|سبتمبر|σεπ|sze)/u, 9],
  [/^(?:oct|okt|ott|out|окт|жовт|říj|paź|eki|أكتوبر|اكتوبر|οκτ)/u, 10],
  [/^(?:nov|ноя|лист|kas|lis|نوفمبر|νοε|νοέ|noi)/u, 11],
  [/^(?:dec|dez|déc|dic|des|дек|груд|pro|gru|ara|ديسمبر|δεκ)/u, 12],
];

/**
 * The first full date in a short visible text as `YYYY-MM-DD`: ISO and East Asian forms, day.month.year, and month names.
 * Null for two-digit years, for 3/4/2025 (two readings) and for days that do not exist.
 */
export function parseVisibleDate(text: string): string | null {
  const lower = text
    .toLowerCase()
    .slice(0, 400)
    // Arabic and Persian digits are ours in another script.
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const yearFirst = /(?<!\d)((?:19|20)\d\d)\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})(?!\d)/.exec(
    lower,
  );
  if (yearFirst) return isoDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const dayFirst = /(?<!\d)(\d{1,2})([./-])\s?(\d{1,2})\2\s?((?:19|20)\d\d)(?!\d)/.exec(lower);
  if (dayFirst)
    return numericDate(Number(dayFirst[1]), Number(dayFirst[3]), Number(dayFirst[4]), dayFirst[2]!);
  const named = /(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)(?!\d)/u.exec(lower);
  const month = named && monthOf(named[1]!);
  if (named && month) return isoDay(Number(named[3]), month, Number(named[2]));
  const ordered = /(?<!\d)((?:19|20)\d\d)\. (\p{L}{3,12})\.? (\d{1,2})(?!\d)/u.exec(lower);
  const orderedMonth = ordered && monthOf(ordered[2]!);
  if (ordered && orderedMonth) return isoDay(Number(ordered[1]), orderedMonth, Number(ordered[3]));
  const day =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|er)?[ -](?:de |d’|d')?(\p{L}{3,12})\.?,?[ -](?:de )?((?:19|20)\d\d)(?!\d)/u.exec(
      lower,
    );
  const dayMonth = day && monthOf(day[2]!);
  return day && dayMonth ? isoDay(Number(day[3]), dayMonth, Number(day[1])) : null;
}

/** A date of numbers: with dots the day comes first; with slashes only where one of them can be no month. */
function numericDate(first: number, second: number, year: number, mark: string): string | null {
  if (mark === '.' || first > 12) return isoDay(year, second, first);
  return second > 12 || first === second ? isoDay(year, first, second) : null;
}

function monthOf(name: string): number | null {
  return MONTHS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** `YYYY-MM-DD`, or null where the calendar has no such day or no press stood yet. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
