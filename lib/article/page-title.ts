import type { Provenance } from '../model/article';
import { type JsonLdNode, typesOf } from './json-ld';
import { firstMeta, type MetaTags } from './meta-tags';
import { type BlockFacts, IN } from './page-blocks';

/** Where no headline stands. */
const NO_HEADLINE = IN.nav | IN.footer | IN.caption | IN.form | IN.button | IN.dialog;

/** What a page says its title is, and the visible headings that may be it. */
export interface TitleSource {
  readonly jsonLd: JsonLdNode | null;
  readonly meta: MetaTags;
  readonly documentTitle: string;
  readonly siteName: string | null;
  readonly blocks: readonly BlockFacts[];
}

export interface FoundTitle {
  readonly title: string;
  readonly provenance: Provenance;
  /** Index of the visible heading among the blocks, or −1. */
  readonly block: number;
}

/**
 * The title: the visible heading that agrees best with what the page declares, else the declaration without the
 * site's name. Null if the page shows and states nothing.
 */
export function findTitle(source: TitleSource): FoundTitle | null {
  const declared = declaredTitles(source);
  const best = bestHeading(source.blocks, declared);
  const headline = best < 0 || !isNews(source.jsonLd) ? null : headlineBelow(source.blocks, best, declared);
  if (headline) return headline;
  if (best >= 0) {
    const agreed = agreedTitle(declared, source.blocks[best]!.text, isNews(source.jsonLd));
    if (agreed) return { title: agreed.title, provenance: agreed.provenance, block: best };
    return { title: withoutDate(source.blocks[best]!.text), provenance: 'visible', block: best };
  }
  const plainBlock = unmarkedHeadline(source.blocks, declared);
  if (plainBlock >= 0)
    return { title: source.blocks[plainBlock]!.text, provenance: 'visible', block: plainBlock };
  const first = declared[0];
  if (first) return { title: first.title, provenance: first.provenance, block: -1 };
  const only = source.blocks.findIndex((block) => block.tag === 'H1');
  return only < 0
    ? null
    : { title: withoutDate(source.blocks[only]!.text), provenance: 'visible', block: only };
}

function isNews(jsonLd: JsonLdNode | null): boolean {
  return jsonLd !== null && typesOf(jsonLd).some((type) => /NewsArticle$/.test(type));
}

/** Index of the visible heading that agrees best with a declared title, or −1. */
function bestHeading(blocks: readonly BlockFacts[], declared: readonly Declared[]): number {
  const references = declared.map((d) => wordsOf(d.title));
  let best = -1;
  let bestScore = 0;
  const mains = blocks.filter((block) => block.tag === 'H1').map((block) => wordsOf(block.text));
  const isAlone =
    mains.length === 1 && mains[0]!.length > 3 && references.some((r) => overlap(r, mains[0]!) > 0.25);
  blocks.forEach((block, i) => {
    if (!(block.context & IN.heading) || block.text.length > 400) return;
    // Beside a single main heading of some length a lesser one mostly repeats the page's subject.
    if (isAlone && block.tag !== 'H1') return;
    const words = wordsOf(block.text);
    // A declared title that goes on after the heading ("Politics | The Daily") agrees with it, too.
    const isBegun = block.tag === 'H1' && declared.some((d) => d.title.startsWith(`${block.text} `));
    // So does one of which it is the end ("The Daily – Politics – Talks begin"), if it is more than a name.
    const isEnd =
      block.tag === 'H1' && words.length > 2 && declared.some((d) => d.title.endsWith(` ${block.text}`));
    const agreement = Math.max(
      isEnd ? 0.85 : isBegun ? 0.8 : 0,
      ...references.map((reference) => overlap(words, reference)),
    );
    const score = agreement + (block.tag === 'H1' ? 0.25 : 0);
    if (agreement >= (block.tag === 'H1' ? 0.5 : 0.6) && score > bestScore) {
      bestScore = score;
      best = i;
    }
  });
  // Written for readers in other words than for search engines, it is the title all the same.
  return best < 0 && isAlone ? blocks.findIndex((block) => block.tag === 'H1') : best;
}

/**
 * Index of the first block that says what is declared, where no heading does: headlines of old and of careless pages are bold text. The
 * declaration may go on, or begin, with something of the outlet's. −1 if there is none.
 */
function unmarkedHeadline(blocks: readonly BlockFacts[], declared: readonly Declared[]): number {
  const titles = declared.map(({ title }) => title);
  const isDeclared = (text: string) =>
    titles.some((title) => title === text || title.startsWith(`${text} `) || title.endsWith(` ${text}`));
  return blocks.findIndex(
    ({ text, context, linkChars }) =>
      text.length > 15 &&
      text.length < 300 &&
      linkChars === 0 &&
      !(context & NO_HEADLINE) &&
      isDeclared(text),
  );
}

/**
 * Where the main heading was written for search engines, the headline that readers see stands in the next heading, and
 * the cards for other sites carry it.
 */
function headlineBelow(
  blocks: readonly BlockFacts[],
  best: number,
  declared: readonly Declared[],
): FoundTitle | null {
  const main = blocks[best]!;
  if (main.tag !== 'H1') return null;
  const next = blocks.findIndex(
    ({ context }, i) => i > best && i <= best + 2 && (context & IN.heading) !== 0,
  );
  if (next < 0) return null;
  const [shown, other] = [wordsOf(main.text), wordsOf(blocks[next]!.text)];
  const own = declared.find(({ title, provenance }) => {
    const words = wordsOf(title);
    const isLong = provenance === 'meta' && words.length > 4;
    return isLong && overlap(other, words) >= 0.95 && overlap(shown, words) < 0.8;
  });
  return own ? { title: own.title, provenance: own.provenance, block: next } : null;
}

/**
 * The declared title that is better than the visible heading: the heading's own end without a kicker, or, on
 * news pages, the wording on which two declarations agree while none agrees with the heading.
 */
function agreedTitle(declared: readonly Declared[], heading: string, isNews: boolean): Declared | null {
  const shown = plain(heading);
  // What has no word in common with the heading is of another story: applications change the page and leave its head.
  const words = wordsOf(heading);
  const isOfThisStory = ({ title }: Declared) => overlap(wordsOf(title), words) > 0;
  const record = isNews ? declared.find((d) => d.provenance === 'json-ld' && isOfThisStory(d)) : undefined;
  const votesFor = (title: string) =>
    declared.reduce((sum, d) => sum + (plain(d.title) === plain(title) ? d.votes : 0), 0);
  const isTail = ({ title, provenance }: Declared) =>
    provenance !== 'document' && title.length > 15 && shown !== plain(title) && shown.endsWith(plain(title));
  const tail = votesFor(heading) >= 1.5 ? null : (declared.find(isTail) ?? commonTail(declared, heading));
  if (tail) return tail;
  // Elsewhere the other wordings are mostly written for search engines.
  if (!isNews || declared.some((d) => d.provenance !== 'document' && plain(d.title) === shown)) {
    return record && isOtherWording(record.title, heading) ? record : null;
  }
  const agreed = declared.find((d) => votesFor(d.title) >= 1.5 && isOfThisStory(d));
  return agreed ?? (record && isOtherWording(record.title, heading) ? record : null);
}

/** What heading and declaration have in common behind two different kickers ("Crisis – Talks begin", "Gaul: Talks begin"). */
function commonTail(declared: readonly Declared[], heading: string): Declared | null {
  const own = withoutKicker(heading);
  if (own === null || own.length <= 15) return null;
  if (declared.some(({ title }) => plain(title) === plain(heading))) return null;
  const same = declared.find(({ title }) => {
    const other = withoutKicker(title);
    return other !== null && plain(other) === plain(own);
  });
  return same ? { ...same, title: own } : null;
}

/** What stands behind the first colon or dash, or null. */
function withoutKicker(title: string): string | null {
  const match = /(?::| [-–—|])\s+/.exec(title);
  return match && match.index > 0 && match.index < 60 ? title.slice(match.index + match[0].length) : null;
}

/** A headline without the day in front of it, as lists of news write them. */
function withoutDate(heading: string): string {
  return heading.replaceAll('\u00ad', '').replace(/^\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\s*[-–—:|]\s+/, '');
}

/** Neither a part of the other (a kicker, an outlet, a title cut short), nor cut off. */
function isOtherWording(record: string, heading: string): boolean {
  const [a, b] = [plain(record), plain(heading)];
  return (
    a.length > 15 && record.length < 200 && !/(?:…|\.\.\.)$/.test(record) && !a.includes(b) && !b.includes(a)
  );
}

interface Declared {
  readonly title: string;
  readonly provenance: Provenance;
  /** How much this declaration counts; cards are usually copies of each other. */
  readonly votes: number;
}

function declaredTitles(source: TitleSource): readonly Declared[] {
  const declared: Declared[] = [];
  const add = (title: unknown, provenance: Provenance, votes: number) => {
    if (typeof title !== 'string') return;
    const clean = withoutSiteName(collapse(title), source.siteName);
    // A site that calls every page by its own name says nothing of this one.
    const isSite = source.siteName !== null && plain(clean) === plain(source.siteName);
    if (clean && !isSite) declared.push({ title: clean, provenance, votes });
  };
  add(source.jsonLd?.['headline'] ?? source.jsonLd?.['name'], 'json-ld', 1);
  add(firstMeta(source.meta, ['headline', 'og:title', 'dc.title']), 'meta', 1);
  add(firstMeta(source.meta, ['twitter:title']), 'meta', 0.5);
  add(source.documentTitle, 'document', 0.5);
  return declared;
}

/** Cuts the outlet's name off a document title ("Story | Outlet", "Outlet – Story"). */
export function withoutSiteName(title: string, siteName: string | null): string {
  const barred = /^(.{8,}?)\s*[ㅣ｜│丨]\s*([^ㅣ｜│丨]{1,30})$/.exec(title);
  if (barred) return barred[1]!;
  const parts = title.split(/\s+[|–—·•»:-]+\s+/);
  if (parts.length < 2) return title;
  const site = siteName ? plain(siteName) : null;
  const last = parts[parts.length - 1]!;
  const cutEnd = title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—·•»:-]+\s*$/, '');
  if (site && plain(last) === site) return cutEnd;
  if (site && plain(parts[0]!) === site)
    return title.slice(parts[0]!.length).replace(/^\s+[|–—·•»:-]+\s+/, '');
  const bar = /\s[|•»]\s/.test(title);
  return bar && last.split(/\s+/).length <= 4 && cutEnd.length > last.length ? cutEnd : title;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Combining marks of the named entities for Latin letters. */
const MARKS: Readonly<Record<string, string>> = {
  uml: '\u0308',
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
};

function characterOf(reference: string, number: string): string {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
  return code > 31 && code < 0xd800 ? String.fromCodePoint(code) : reference;
}

function collapse(text: string): string {
  return text
    .replace(/<[^>]{1,40}>/g, ' ')
    .replace(/&(?:amp;)?(?:quot|#34|#x22);/gi, '"')
    .replace(/&(?:amp;)?(?:#0?39|#x27|apos|rsquo|#8217);/gi, '’')
    .replace(
      /&(?:amp;)?([a-z])(uml|acute|grave|circ|tilde|cedil|ring);/gi,
      (whole, letter: string, mark: string) =>
        `${letter}${MARKS[mark.toLowerCase()] ?? whole}`.normalize('NFC'),
    )
    .replace(/&(?:amp;)?szlig;/g, 'ß')
    .replace(/&(?:amp;)?(?:nbsp|#160);/gi, ' ')
    .replace(/&(?:amp;)?#(x[\da-f]{1,5}|\d{1,6});/gi, characterOf)
    .replace(/&(?:amp;)?amp;/gi, '&')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Lower-cased words, or single characters where a script writes no spaces. */
export function wordsOf(text: string): readonly string[] {
  // Where a word may be divided, none ends.
  const words =
    text
      .replaceAll('\u00ad', '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => (/[\u3040-\u30ff\u3400-\u9fff]/.test(word) ? Array.from(word) : [word]));
}

/** Dice coefficient of two bags of words, 0…1. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      common++;
      counts.set(word, left - 1);
    }
  }
  return (2 * common) / (a.length + b.length);
}
