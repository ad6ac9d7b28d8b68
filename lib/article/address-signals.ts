import { flag, type Signals } from './signal';

/**
 * Words that stand as a part of the path, by signal; `ends` are marks that may follow one in its part. Kept as text, each between two
 * spaces: nine patterns would have to be made on every page.
 */
const PARTS: readonly (readonly [signal: string, ends: string, words: string])[] = [
  [
    'url-news',
    '',
    ' news article articles story stories world opinion sport sports business artikel nachrichten ',
  ],
  ['url-blog', '', ' blog blogs post posts insight insights magazin magazine learn guide guides '],
  [
    'url-docs',
    '',
    ' doc docs documentation api manual reference help support wiki kb tutorial tutorials man faq faqs terms terms-of-use ' +
      'terms-of-service terms-and-conditions privacy-policy cookie-policy imprint impressum agb datenschutz ',
  ],
  [
    'url-forum',
    '.-',
    ' forum forums thread threads topic topics t discussion discussions question questions community viewtopic showthread ' +
      'comments board r ',
  ],
  ['url-shop', '', ' product products shop store item items dp p buy cart collection collections '],
  [
    'url-list',
    '.',
    ' category categories tag tags author authors search page archive archives topic topics section directory browse listing ' +
      'listings collection collections jobs courses events ',
  ],
  [
    'url-service',
    '-',
    ' service services about contact solution solutions pricing career careers location locations feature features platform ' +
      'product products program programs industries company treatment treatments department departments academic academics ',
  ],
];

/** Words that a host begins with. */
const HOSTS: readonly (readonly [signal: string, words: string])[] = [
  ['url-blog', ' blog '],
  ['url-docs', ' doc docs help support developer developers wiki api '],
  ['url-forum', ' forum forums community discuss discourse talk ask '],
  ['url-shop', ' shop store '],
];

const FILES = ' htm html shtm shtml php asp aspx jsp ';

const OTHER_KINDS = ['url-docs', 'url-forum', 'url-shop', 'url-list', 'url-service'];

/** Whether the address names a kind of page that is no article; most only lack what articles have in theirs. */
export function namesOtherKind(signals: Signals): boolean {
  for (const name of OTHER_KINDS) if (signals[name]) return true;
  // Old sites tell all their pages apart by what stands behind the root: `/?p=4711`.
  return signals['url-root'] === 1 && !signals['url-query'];
}

/**
 * Signals of a page's address. One that is none says nothing. Read letter by letter, for on every page the browser has to make
 * whatever runs here anew: patterns, functions in functions and `URL` took most of a millisecond.
 */
export function addressSignals(url: string, signals: Signals): void {
  const scheme = url.indexOf('://');
  const start = scheme < 0 ? url.length : scheme + 3;
  const hash = firstOf('#', url, start);
  const end = Math.min(hash, firstOf('?', url, start));
  const pathStart = Math.min(end, firstOf('/', url, start));
  const path = url.slice(pathStart, end);
  const parts: string[] = [];
  let isLong = false;
  for (const part of path.split('/')) {
    if (part) parts.push(part);
    if (part.split('-').length >= 5) isLong = true;
  }
  const last = parts.at(-1) ?? '';
  signals['url-root'] = flag(parts.length === 0);
  signals['url-short'] = flag(parts.length === 1 && last.length < 12);
  signals['url-depth'] = Math.min(parts.length, 6) / 6;
  signals['url-slug'] = Math.min(slugWords(last), 10) / 10;
  signals['url-long-slug'] = flag(isLong);
  signals['url-date'] = flag(hasDate(`/${parts.join('/')}`));
  signals['url-number'] = flag(hasLongNumber(path));
  signals['url-file'] = flag(
    isAmong(FILES, last.slice(last.lastIndexOf('.') + 1).toLowerCase()) && last.includes('.'),
  );
  signals['url-query'] = flag(hash > end + 1);
  const place = hostIn(url.slice(start, pathStart));
  wordSignals(place, parts, signals);
}

/** Index of a mark from `from` on; the length where there is none. */
function firstOf(mark: string, text: string, from = 0): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

/** The name of a host, without user, port and `www.`. */
function hostIn(authority: string): string {
  const named = authority.slice(authority.lastIndexOf('@') + 1);
  const host = named.slice(0, firstOf(':', named)).toLowerCase();
  return host.startsWith('www.') ? host.slice(4) : host;
}

/** Words of a slug; a number is none. A path has no other letters than these: those of other scripts are written as `%D0`. */
function slugWords(slug: string): number {
  let words = 0;
  let isWord = false;
  for (let i = 0; i < slug.length; i++) {
    const character = slug[i]!;
    const isSpace = character === '%' && slug.startsWith('%20', i);
    if (isSpace || '-_+'.includes(character)) {
      isWord = false;
      if (isSpace) i += 2;
    } else if (!isWord && isLetter(slug.charCodeAt(i))) {
      isWord = true;
      words++;
    }
  }
  return words;
}

function isLetter(code: number): boolean {
  // Upper case differs from lower by one bit.
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function hasDate(path: string): boolean {
  // Most addresses have no year, and need no pattern.
  if (!path.includes('20') && !path.includes('19')) return false;
  return /\/(?:19|20)\d\d[/-]?(?:[01]?\d)[/-]|(?:19|20)\d{2}[-_]?[01]\d[-_]?[0-3]\d/.test(path);
}

function hasLongNumber(path: string): boolean {
  let digits = 0;
  for (let i = 0; i < path.length && digits < 5; i++) {
    const code = path.charCodeAt(i);
    digits = code >= 48 && code <= 57 ? digits + 1 : 0;
  }
  return digits === 5;
}

function wordSignals(host: string, path: readonly string[], signals: Signals): void {
  const place = [host, ...path].join('/').toLowerCase();
  const parts = place.split('/');
  for (const [signal, ends, words] of PARTS) {
    let isNamed = false;
    for (const part of parts) if (isAmong(words, ends ? beforeEnd(part, ends) : part)) isNamed = true;
    signals[signal] = flag(isNamed);
  }
  const dot = host.indexOf('.');
  const first = dot < 0 ? '' : host.slice(0, dot);
  for (const [signal, words] of HOSTS) if (isAmong(words, first)) signals[signal] = 1;
  if ((place.includes('politic') || place.includes('actualit')) && NEWS.test(place)) signals['url-news'] = 1;
  if (place.includes('readthedocs')) signals['url-docs'] = 1;
  if (place.includes('showthread') || place.includes('viewtopic')) signals['url-forum'] = 1;
  if (place.includes('/page') && /\/page\/?\d/.test(place)) signals['url-list'] = 1;
}

const NEWS = /(?:^|\/)(?:politic|actualit)\w*(?:\/|$)/;

function beforeEnd(part: string, ends: string): string {
  let length = part.length;
  for (const end of ends) length = Math.min(length, firstOf(end, part));
  return part.slice(0, length);
}

/** Whether a word is one of a list, in which each stands between two spaces. */
function isAmong(words: string, word: string): boolean {
  return word !== '' && words.includes(` ${word} `);
}
