import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressSignals } from '../../../lib/article/address-signals';
import type { Signals } from '../../../lib/article/signal';

/** The same signals by one pattern each, as the weights were first trained on them. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  'url-news':
    /\/(?:news|articles?|story|stories|politic\w*|world|opinion|sports?|business|artikel|nachrichten|actualit\w*)\//,
  'url-blog': /\/blogs?\/|^\/\/blog\.|\/posts?\/|\/insights?\/|\/magazine?\/|\/learn\/|\/guides?\//,
  'url-docs':
    /\/(?:docs?|documentation|api|manual|reference|help|support|wiki|kb|tutorials?|man|faqs?|terms(?:-of-use|-of-service|-and-conditions)?|(?:privacy|cookie)-policy|imprint|impressum|agb|datenschutz)\/|^\/\/(?:docs?|help|support|developers?|wiki|api)\.|readthedocs/,
  'url-forum':
    /\/(?:forums?|threads?|topics?|t|discussions?|questions?|community|viewtopic|showthread|comments|board|r)(?:[/.?-])|^\/\/(?:forums?|community|discuss|discourse|talk|ask)\.|showthread|viewtopic/,
  'url-shop': /\/(?:products?|shop|store|items?|dp|p|buy|cart|collections?)\/|^\/\/(?:shop|store)\./,
  'url-list':
    /\/(?:category|categories|tags?|authors?|search|page|archives?|topics?|section|directory|browse|listings?|collections?|jobs|courses|events)(?:[/.?]|$)|\/page\/?\d+/,
  'url-service':
    /\/(?:services?|about|contact|solutions?|pricing|careers?|locations?|features?|platform|products?|programs?|industries|products-services|company|treatments?|departments?|academics?)(?:[/-]|$)/,
};

const signalsOf = (url: string): Signals => {
  const signals: Signals = {};
  addressSignals(url, signals);
  return signals;
};

const WORDS =
  'news politics politik actualites blog posts magazin magazine docs man t topics r-all viewtopic.php showthread item p shop tags ' +
  'tag.html page page7 page-7 products products-services about-us about.html service world 2026 terms terms-of-use terms-of-trade privacy-policy impressum harbour-talks-go-on News forum kb';

describe('the signals of an address', () => {
  it('find in any address what a pattern each would find', () => {
    const word = fc.constantFrom(...WORDS.split(' '));
    const host = fc.constantFrom('', 'www.', 'blog.', 'docs.', 'shop.', 'ask.', 'tags.', 'r.');
    fc.assert(
      fc.property(host, fc.array(word, { maxLength: 4 }), (before, parts) => {
        const url = `https://${before}press.example/${parts.join('/')}`;
        const { hostname, pathname } = new URL(url);
        const place = `//${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}/`.toLowerCase();
        const expected = Object.entries(PATTERNS).map(([name, pattern]) => [
          name,
          pattern.test(place) ? 1 : 0,
        ]);
        expect(signalsOf(url)).toMatchObject(Object.fromEntries(expected));
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  it('say nothing where there is none', () => {
    const said = Object.entries(signalsOf('no address')).filter(([, value]) => value > 0);
    expect(said).toEqual([['url-root', 1]]);
  });

  it('tell the words of a slug from its numbers', () => {
    expect(signalsOf('https://press.example/2026/03/12-talks-go-on')).toMatchObject({
      'url-date': 1,
      'url-slug': 0.3,
      'url-long-slug': 0,
    });
  });
});
