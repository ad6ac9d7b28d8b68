import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleKey, isSameSite, isTrustedAlias, SAMPLE_KEY } from '../../../lib/notes/article-key';
import { TRACKING_NAMES, TRACKING_PREFIXES } from '../../../lib/notes/tracking-parameters';
import { rounds } from '../../support/rounds';

describe('the key of an article', () => {
  it.each([
    ['http and https', 'http://example.org/story', 'https://example.org/story'],
    ['a default port', 'http://example.org:80/story', 'https://example.org/story'],
    ['a trailing slash', 'https://example.org/story//', 'https://example.org/story'],
    ['a jump within the page', 'https://example.org/story#comments', 'https://example.org/story'],
    ['a text fragment', 'https://example.org/story#:~:text=so%20it', 'https://example.org/story'],
    ['upper case in the host', 'https://EXAMPLE.org/Story', 'https://example.org/Story'],
    ['a dot after the host', 'https://example.org./story', 'https://example.org/story'],
    ['a host in another script', 'https://bücher.example/a', 'https://xn--bcher-kva.example/a'],
    ['the order of parameters', 'https://example.org/?b=2&a=1', 'https://example.org/?a=1&b=2'],
    ['empty parameters', 'https://example.org/s?&&a=1&', 'https://example.org/s?a=1'],
    ['a bare question mark', 'https://example.org/s?', 'https://example.org/s'],
    ['needless escapes', 'https://example.org/%7eana/caf%c3%a9', 'https://example.org/~ana/caf%C3%A9'],
    ['dot segments', 'https://example.org/a/../b/./c', 'https://example.org/b/c'],
    ['a session in the path', 'https://example.org/s;jsessionid=0A1B?id=4', 'https://example.org/s?id=4'],
    ['a password', 'https://ana:secret@example.org/s', 'https://example.org/s'],
    [
      'campaigns',
      'https://example.org/s?utm_source=x&id=4&UTM_Medium=y&fbclid=z',
      'https://example.org/s?id=4',
    ],
    ['escaped campaigns', 'https://example.org/s?utm%5Fsource=x', 'https://example.org/s'],
    ['the root of an application', 'https://example.org/app/#!/', 'https://example.org/app'],
  ])('does not depend on %s', (_what, url, key) => {
    expect(articleKey(url)).toBe(key);
  });

  it.each([
    ['hosts', 'https://example.org/s', 'https://news.example.org/s'],
    ['ports', 'https://example.org/s', 'https://example.org:8080/s'],
    ['paths in upper and lower case', 'https://example.org/S', 'https://example.org/s'],
    ['values of a parameter', 'https://example.org/?id=1', 'https://example.org/?id=2'],
    ['orders of one parameter’s values', 'https://example.org/?t=1&t=2', 'https://example.org/?t=2&t=1'],
    ['parameters that only look like tracking', 'https://example.org/?ref=4', 'https://example.org/'],
    ['routes in the fragment', 'https://example.org/app#/story/1', 'https://example.org/app#/story/2'],
    ['old-style routes', 'https://example.org/#!story1', 'https://example.org/#!story2'],
    ['an escaped slash and a slash', 'https://example.org/a%2Fb', 'https://example.org/a/b'],
  ])('tells %s apart', (_what, one, other) => {
    expect(articleKey(one)).not.toBe(articleKey(other));
  });

  it.each([
    '',
    'no address',
    'about:blank',
    'chrome://extensions',
    'chrome-extension://abc/page.html',
    'data:text/html,<p>x',
    'javascript:alert(1)',
    'file:///home/ana/story.html',
    'blob:https://example.org/1',
    'ftp://example.org/s',
    'https://',
    'https://./s',
    `https://example.org/${'a'.repeat(9000)}`,
  ])('is null for %s', (url) => {
    expect(articleKey(url)).toBeNull();
  });

  it('names the sample', () => {
    expect(articleKey(SAMPLE_KEY)).toBe('pressmark:sample');
    expect(articleKey('pressmark:other')).toBeNull();
  });

  it('is its own key, whatever the address', () => {
    const parts = fc.record({
      host: fc.constantFrom('Example.org', 'www.example.org.', 'bücher.example', '127.0.0.1', '[::1]'),
      port: fc.constantFrom('', ':80', ':443', ':8080'),
      path: fc.webPath(),
      query: fc.array(fc.tuple(fc.string({ maxLength: 6 }), fc.constantFrom('=', '', '=%41%2f', '=1=2')), {
        maxLength: 5,
      }),
      fragment: fc.constantFrom('', '#', '#/', '#!', '#!/', '#top', '#/a:~:text=b', '#!/x y', '#/é'),
    });
    const property = fc.property(parts, ({ host, port, path, query, fragment }) => {
      const pairs = query.map(([name, value]) => name + value).join('&');
      const key = articleKey(`http://${host}${port}${path}?${pairs}${fragment}`);
      if (key !== null) expect(articleKey(key)).toBe(key);
    });
    fc.assert(property, { seed: 20260101, numRuns: rounds(1000, 5000) });
  });

  it('never throws and never keeps another scheme', () => {
    const property = fc.property(fc.oneof(fc.string(), fc.webUrl()), (url) => {
      const key = articleKey(url);
      expect(key === null || key.startsWith('https://')).toBe(true);
    });
    fc.assert(property, { seed: 20260101, numRuns: rounds(1000, 5000) });
  });

  it('drops every parameter of the list, whatever stands around it', () => {
    const names = [...TRACKING_NAMES, ...TRACKING_PREFIXES.map((prefix) => `${prefix}x`)];
    for (const name of names) {
      expect(name).toBe(name.toLowerCase());
      expect(articleKey(`https://example.org/s?id=4&${name}=1&z`)).toBe('https://example.org/s?id=4&z');
    }
  });
});

describe('a canonical link', () => {
  const page = 'https://m.example.org/story?page=2';

  it('is trusted on the same site for the same text', () => {
    expect(isTrustedAlias(page, 'https://www.example.org/story', true)).toBe(true);
    expect(isTrustedAlias(page, page, true)).toBe(true);
  });

  it('cannot claim another page’s notes', () => {
    expect(isTrustedAlias(page, 'https://www.example.org/story', false)).toBe(false);
    expect(isTrustedAlias(page, 'https://other.example/story', true)).toBe(false);
    expect(isTrustedAlias('https://ana.hosting.example/s', 'https://ben.hosting.example/s', true)).toBe(
      false,
    );
    expect(isTrustedAlias('https://ana.hosting.example/s', 'https://hosting.example/s', true)).toBe(false);
    expect(isTrustedAlias(page, 'https://example.org:8443/story', true)).toBe(false);
  });

  it('cannot merge a site into its front page', () => {
    expect(isTrustedAlias(page, 'https://www.example.org/?utm_source=x', true)).toBe(false);
    expect(isTrustedAlias('https://example.org/', 'https://www.example.org/', true)).toBe(false);
  });

  it('that is no address is not trusted', () => {
    expect(isTrustedAlias(page, 'javascript:1', true)).toBe(false);
    expect(isTrustedAlias('about:blank', 'about:blank', true)).toBe(false);
  });

  it('does not take a top-level domain for a site', () => {
    expect(isSameSite('https://www.com/a', 'https://com/a')).toBe(false);
    expect(isSameSite('https://m.example/a', 'https://www.example/a')).toBe(false);
    expect(isSameSite(SAMPLE_KEY, SAMPLE_KEY)).toBe(true);
  });
});
