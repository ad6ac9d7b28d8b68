import type { NodeReader } from './node-reader';

/** What the names that a site's authors gave an element say about its part on the page. A bit set. */
export const HINT = {
  comment: 1,
  related: 2,
  share: 4,
  newsletter: 8,
  ad: 16,
  meta: 32,
  caption: 64,
  bio: 128,
  consent: 256,
  chrome: 512,
  body: 1024,
  lead: 2048,
  quote: 4096,
  tags: 8192,
} as const;

const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [HINT.comment, /comment|disqus|repl(?:y|ies)|discussion|respond/],
  [
    HINT.related,
    /relat|recommend|recirc|more-?(?:stories|news|from|on)|read-?(?:more|next|also|too)|also-?(?:read|like)|trending|popular|most-?(?:read|viewed)|teaser|promo|outbrain|taboola|carousel|card|collection|playlist|up-?next|further|latest|onward|crosslink/,
  ],
  [HINT.share, /share|sharing|social|follow|addtoany|whatsapp|facebook|twitter/],
  [
    HINT.newsletter,
    /newsletter|subscri|sign-?up|paywall|premium|piano|log-?in|regist|donat|support-?us|cta\b|call-?to-?action|appeal/,
  ],
  [HINT.ad, /(?:^|[-_ ])(?:ads?|adv|mpu|dfp|gpt)(?:[-_ ]|$)|advert|sponsor|banner|commercial|affiliate/],
  [HINT.meta, /byline|author|meta\b|date|time|publish|posted|kicker|credit|eyebrow|info|reading/],
  [HINT.caption, /caption|credit|photo|gallery|media|image|figure|video|embed|slide|legend/],
  [HINT.bio, /\bbio|about-?(?:the-?)?author|author-?(?:box|info|bio|card|desc)|contributor/],
  [HINT.consent, /cookie|consent|gdpr|onetrust|privacy|disclaimer|copyright|legal/],
  [
    HINT.chrome,
    /nav|menu|header|footer|sidebar|side-?bar|(?:^|[-_ ])side(?:[-_ ]|$)|toolbar|breadcrumb|pagina|pager|skip|search|widget|modal|popup|overlay|sr-only|visually-?hidden|screen-?reader|accessib|toc\b|table-of/,
  ],
  [
    HINT.body,
    /article-?_*(?:body|content|text|main)|story-?_*(?:body|content|text)|(?:entry|post|page|main|body)-?_*(?:content|body|text|copy)|content-?_*(?:body|text)|rich-?text|prose|paragraph|wysiwyg|copy\b/,
  ],
  [
    HINT.lead,
    /standfirst|\blead|lede|(?:^|[-_ ])(?:lead|intro|dek|deck|chapo|abstract)(?:[-_ ]|$)|summary|sub-?(?:title|head|line)|excerpt|strapline|perex|vorspann/,
  ],
  [HINT.quote, /pull-?quote|blockquote|quote/],
  [HINT.tags, /(?:^|[-_ ])tags?(?:[-_ ]|$)|tag-?(?:list|cloud)|topic|categor|keyword|label/],
];

const NAMES = ['class', 'id', 'itemprop', 'data-testid', 'data-component', 'data-qa', 'rel'] as const;
const known = new Map<string, number>();

/** Hints of one element's class, id, itemprop and test names. Names are remembered, since pages repeat them. */
export function hintsOf(reader: NodeReader, element: Element): number {
  let names = '';
  for (const name of NAMES) {
    const value = reader.attr(element, name);
    if (value) names += ` ${value.length > 300 ? value.slice(0, 300) : value}`;
  }
  return names ? hintsOfName(names) : 0;
}

function hintsOfName(names: string): number {
  const before = known.get(names);
  if (before !== undefined) return before;
  // `articleBody` and `article__body` must match like `article-body`.
  const text = names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/_+/g, '-')
    .toLowerCase();
  let hints = 0;
  for (const [bit, pattern] of PATTERNS) if (pattern.test(text)) hints |= bit;
  if (known.size > 5000) known.clear();
  known.set(names, hints);
  return hints;
}
