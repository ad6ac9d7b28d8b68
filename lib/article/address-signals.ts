import { flag, type Signals } from './signal';

/**
 * Words that stand as a part of the path, by signal; `ends` are marks that may follow one in its part. Kept as text: nine
 * patterns would have to be made on every page.
 */
const PARTS: readonly (readonly [signal: string, ends: string, words: string])[] = [
  [
    'url-news',
    '',
    'news article articles story stories world opinion sport sports business artikel nachrichten',
  ],
  ['url-blog', '', 'blog blogs post posts insight insights magazin magazine learn guide guides'],
  ['url-docs', '', 'doc docs documentation api manual reference help support wiki kb tutorial tutorials man'],
  [
    'url-forum',
    '.-',
    'forum forums thread threads topic topics t discussion discussions question questions community viewtopic showthread ' +
      'comments board r',
  ],
  ['url-shop', '', 'product products shop store item items dp p buy cart collection collections'],
  [
    'url-list',
    '.',
    'category categories tag tags author authors search page archive archives topic topics section directory browse listing ' +
      'listings collection collections jobs courses events',
  ],
  [
    'url-service',
    '-',
    'service services about contact solution solutions pricing career careers location locations feature features platform ' +
      'product products program programs industries company treatment treatments department departments academic academics',
  ],
];

/** Words that a host begins with. */
const HOSTS: readonly (readonly [signal: string, words: string])[] = [
  ['url-blog', 'blog'],
  ['url-docs', 'doc docs help support developer developers wiki api'],
  ['url-forum', 'forum forums community discuss discourse talk ask'],
  ['url-shop', 'shop store'],
];

const OTHER_KINDS = ['url-root', 'url-docs', 'url-forum', 'url-shop', 'url-list', 'url-service'];

/** Whether the address names a kind of page that is no article; most only lack what articles have in theirs. */
export function namesOtherKind(signals: Signals): boolean {
  return OTHER_KINDS.some((name) => signals[name]);
}

/** Signals of a page's address. One that is none says nothing. */
export function addressSignals(url: string, signals: Signals): void {
  let parsed: URL | null = null;
  try {
    parsed = new URL(url);
  } catch {
    // What follows reads it as the root of nowhere.
  }
  const path = parsed?.pathname.replace(/\/+$/, '') ?? '';
  const parts = path.split('/').filter(Boolean);
  const last = parts.at(-1) ?? '';
  signals['url-root'] = flag(parts.length === 0);
  signals['url-short'] = flag(parts.length === 1 && last.length < 12);
  signals['url-depth'] = Math.min(parts.length, 6) / 6;
  signals['url-slug'] = Math.min(last.split(/[-_+]|%20/).filter(hasLetter).length, 10) / 10;
  signals['url-long-slug'] = flag(parts.some((part) => part.split('-').length >= 5));
  signals['url-date'] = flag(
    /\/(?:19|20)\d\d[/-]?(?:[01]?\d)[/-]|(?:19|20)\d{2}[-_]?[01]\d[-_]?[0-3]\d/.test(path),
  );
  signals['url-number'] = flag(/\d{5,}/.test(path));
  signals['url-file'] = flag(/\.(?:s?html?|php|aspx?|jsp)$/i.test(path));
  signals['url-query'] = flag((parsed?.search.length ?? 0) > 1);
  wordSignals(parsed?.hostname.replace(/^www\./, '') ?? '', parts, signals);
}

function wordSignals(host: string, path: readonly string[], signals: Signals): void {
  const parts = [host, ...path].map((part) => part.toLowerCase());
  const place = parts.join('/');
  for (const [signal, ends, words] of PARTS) {
    signals[signal] = flag(parts.some((part) => isAmong(words, beforeEnd(part, ends))));
  }
  const first = host.includes('.') ? host.slice(0, host.indexOf('.')) : '';
  for (const [signal, words] of HOSTS) if (isAmong(words, first)) signals[signal] = 1;
  if (parts.some((part) => /^(?:politic|actualit)\w*$/.test(part))) signals['url-news'] = 1;
  if (place.includes('readthedocs')) signals['url-docs'] = 1;
  if (place.includes('showthread') || place.includes('viewtopic')) signals['url-forum'] = 1;
  if (/\/page\/?\d/.test(place)) signals['url-list'] = 1;
}

function isAmong(words: string, word: string): boolean {
  return word !== '' && ` ${words} `.includes(` ${word} `);
}

function beforeEnd(part: string, ends: string): string {
  const at = Array.from(ends, (end) => part.indexOf(end)).filter((index) => index >= 0);
  return at.length > 0 ? part.slice(0, Math.min(...at)) : part;
}

// A path has no other letters: those of other scripts are written as `%D0`.
function hasLetter(word: string): boolean {
  return /[a-z]/i.test(word);
}
