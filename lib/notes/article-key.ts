import { TRACKING_NAMES, TRACKING_PREFIXES } from './tracking-parameters';

/** The key of the article that Pressmark brings along; it has no location on the web. */
export const SAMPLE_KEY = 'pressmark:sample';

// Longer ones are data in disguise, and every annotation would carry them.
const MAX_LENGTH = 8192;

/**
 * The normalised location under which notes on a page are kept: `https`, the host in ASCII and lower case, a port if it
 * is no default one, the path without trailing slash, the parameters that matter in sorted order, and a fragment only
 * where it is a route (`#/…`, `#!…`). Applied to a key it gives the key back.
 *
 * Null for an address that cannot carry notes: none, another scheme than http(s), or absurdly long. The sample's key
 * is a key.
 */
export function articleKey(url: string): string | null {
  if (url === SAMPLE_KEY) return SAMPLE_KEY;
  const location = parseWebAddress(url);
  if (location === null) return null;
  const host = hostOf(location);
  if (host === '') return null;
  const key = `https://${host}${portOf(location)}${pathOf(location)}${queryOf(location)}${routeOf(location)}`;
  return key.length > MAX_LENGTH ? null : key;
}

/**
 * Whether a page's canonical link may stand for the page: same site (but for `www.`, `m.` and the like), same text, and
 * not the site's front page. A hostile or sloppy canonical must neither claim another page's notes nor merge a site.
 * `sameText` is the caller's finding that both addresses carried the same article text.
 */
export function isTrustedAlias(pageUrl: string, canonicalUrl: string, sameText: boolean): boolean {
  if (!sameText || articleKey(pageUrl) === null || articleKey(canonicalUrl) === null) return false;
  if (articleKey(pageUrl) === articleKey(canonicalUrl)) return true;
  return isSameSite(pageUrl, canonicalUrl) && !isFrontPage(canonicalUrl);
}

/** True when both addresses are on the same host and port, the usual prefixes of one site (`www.`, `m.`) aside. */
export function isSameSite(a: string, b: string): boolean {
  const [first, second] = [parseWebAddress(a), parseWebAddress(b)];
  if (first === null || second === null) return a === SAMPLE_KEY && b === SAMPLE_KEY;
  return siteOf(first) === siteOf(second) && portOf(first) === portOf(second);
}

function parseWebAddress(url: string): URL | null {
  if (url.length > MAX_LENGTH) return null;
  try {
    const location = new URL(url);
    return location.protocol === 'https:' || location.protocol === 'http:' ? location : null;
  } catch {
    return null;
  }
}

function hostOf(location: URL): string {
  return location.hostname.replace(/\.+$/, '');
}

// Only these prefixes: a shared host gives every other subdomain to somebody else.
function siteOf(location: URL): string {
  const host = hostOf(location);
  const rest = host.replace(/^(?:www|m|mobile|amp)\./, '');
  return rest.includes('.') ? rest : host;
}

// Both defaults, whatever the scheme was: the key's scheme is always https.
function portOf(location: URL): string {
  return location.port === '' || location.port === '80' || location.port === '443' ? '' : `:${location.port}`;
}

function pathOf(location: URL): string {
  const path = location.pathname.replace(/;jsessionid=[^/;]*/gi, '');
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end -= 1;
  return normaliseEscapes(path.slice(0, end)) || '/';
}

function queryOf(location: URL): string {
  const pairs = location.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(nameOf(pair)))
    .map(normaliseEscapes);
  if (pairs.length === 0) return '';
  // By name alone and stable: the order of values under one name can matter.
  pairs.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
  return `?${pairs.join('&')}`;
}

function routeOf(location: URL): string {
  const fragment = location.hash.split(':~:')[0] ?? '';
  const isRoute = fragment.startsWith('#/') || fragment.startsWith('#!');
  // A bare `#/` or `#!/` is the application's front page, the same as no fragment.
  return isRoute && fragment.replace(/^#!?\/?/, '') !== '' ? fragment : '';
}

function nameOf(pair: string): string {
  const end = pair.indexOf('=');
  return end < 0 ? pair : pair.slice(0, end);
}

function isTracking(name: string): boolean {
  const plain = normaliseEscapes(name).toLowerCase();
  return TRACKING_NAMES.has(plain) || TRACKING_PREFIXES.some((prefix) => plain.startsWith(prefix));
}

/** Upper-case hex digits, and characters that never needed an escape written plainly (RFC 3986, 6.2.2). */
function normaliseEscapes(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : encoded.toUpperCase();
  });
}

function isFrontPage(url: string): boolean {
  const location = parseWebAddress(url);
  return (
    location !== null && pathOf(location) === '/' && queryOf(location) === '' && routeOf(location) === ''
  );
}
