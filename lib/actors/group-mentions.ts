import type { ActorType, Mention } from '../model/actor';
import { foldWord } from '../text/normalise';
import { lookUpName } from './lexicon/lexicon';
import { abbreviates, isAcronym, nameParts } from './name-parts';

/** What grouping reads of a mention. */
export type Groupable = Pick<Mention, 'start' | 'end' | 'text' | 'type'>;

/** The outcome: `group` runs parallel to the mentions; `why` lists, per group, the codes of the rules that joined names. */
export interface Grouping {
  readonly group: readonly number[];
  readonly why: ReadonlyMap<number, ReadonlySet<string>>;
}

interface Name {
  readonly parts: readonly string[];
  readonly text: string;
  readonly family: 'person' | 'group' | 'place' | 'people';
  readonly first: number;
}

const FAMILY: Readonly<Record<ActorType, Name['family']>> = {
  person: 'person',
  organisation: 'group',
  party: 'group',
  'armed-group': 'group',
  media: 'group',
  other: 'group',
  state: 'place',
  place: 'place',
  people: 'people',
};

/** Union–find over names: the smaller index stays the root, so groups are numbered by first mention. */
class Groups {
  private readonly parent: number[];
  readonly why = new Map<number, Set<string>>();

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, at) => at);
  }

  root(at: number): number {
    let node = at;
    while (this.parent[node] !== node) node = this.parent[node] ?? node;
    return node;
  }

  join(a: number, b: number, why: string): void {
    const [x, y] = [this.root(a), this.root(b)];
    const low = Math.min(x, y);
    const high = Math.max(x, y);
    const reasons = this.why.get(low) ?? new Set<string>();
    for (const reason of this.why.get(high) ?? []) reasons.add(reason);
    reasons.add(why);
    this.why.set(low, reasons);
    this.why.delete(high);
    this.parent[high] = low;
  }
}

const isInitialOf = (short: string, long: string): boolean =>
  short === long || (short.length <= 2 && short[0] === long[0] && /^\p{L}\.?$/u.test(short));

const endsWith = (long: readonly string[], end: readonly string[]): boolean =>
  end.length < long.length && end.every((part, at) => part === long[long.length - end.length + at]);

/** "J. Odum", "Jan Odum" and "Jan Peter Odum" may be one person; two full names with other first names may not. */
function isShorterName(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short.length > long.length) return false;
  // "Higuchi Ichiyō" and "Ichiyō Higuchi": family name first or last.
  if (short.length === 2 && long.length === 2 && short[0] === long[1] && short[1] === long[0]) return true;
  if (short.at(-1) !== long.at(-1)) return false;
  if (endsWith(long, short)) return true;
  let at = 0;
  for (const part of long) if (at < short.length && isInitialOf(short[at] ?? '', part)) at += 1;
  return at === short.length && isInitialOf(short[0] ?? '', long[0] ?? '');
}

/** What may be left out at the end of a firm's known name. */
const COMPANY =
  /^(?:inc|corp|corporation|co|company|ltd|limited|plc|llc|group|holdings?|platforms|international|ag|sa|se|nv)\.?$/;

/** A known firm keeps its name beside its wares: "Microsoft" is short for "Microsoft Corporation", not for "Microsoft Fabric". */
const isWare = (short: Name, long: Name): boolean =>
  lookUpName(long.text) === null && !long.parts.slice(short.parts.length).every((part) => COMPANY.test(part));

/** A known place keeps its own name: "York" is not short for "New York", "Kabul" not for "Kabul University". */
function isPrefix(short: Name, long: Name): boolean {
  if (short.parts.length >= long.parts.length || !short.parts.every((part, at) => part === long.parts[at]))
    return false;
  const kind = lookUpName(short.text)?.kind;
  // "Texas Capitol" is not Texas; but "Gaza Strip" is as well known as "Gaza".
  if (kind === 'region' && lookUpName(long.text) === null) return false;
  if ((kind === 'organisation' || kind === 'media') && short.parts.length === 1 && isWare(short, long))
    return false;
  return (
    kind !== 'people' &&
    kind !== 'country' &&
    kind !== 'city' &&
    kind !== 'capital' &&
    lookUpName(long.text)?.kind !== 'city'
  );
}

/**
 * "Home Office" is short for "British Home Office" and "United Kingdom Home Office": a state or its people before the same name. And
 * "Church of Odology" may be "Odology", where that is no place.
 */
function isOwnPart(short: Name, long: Name): boolean {
  if (short.family !== 'group' || !endsWith(long.parts, short.parts)) return false;
  const rest = long.text.slice(0, long.text.length - short.text.length).trim();
  if (short.parts.length > 1) {
    const kind = lookUpName(rest.replace(/^the /i, ''))?.kind;
    return kind === 'people' || kind === 'country';
  }
  return (
    /\p{L} (?:of|for)(?: the)?$/u.test(rest) && lookUpName(short.text) === null && !isAcronym(short.text)
  );
}

/** "New York" and "New York City", "Washington" and "Washington, D.C.". */
const isCityOf = (short: Name, long: Name): boolean =>
  short.family === 'place' &&
  short.parts.length === long.parts.length - 1 &&
  /^(?:city|d\.?c\.?)$/.test(long.parts.at(-1) ?? '') &&
  short.parts.join(' ') === long.parts.slice(0, -1).join(' ');

const stateOf = (name: Name): string | null => {
  const hit = name.family === 'place' ? lookUpName(name.text.replace(/^the /i, '')) : null;
  return hit?.kind === 'country' ? hit.state : null;
};

function whyJoin(short: Name, long: Name): string | null {
  if (short.family === 'place' && long.family === 'place') {
    const state = stateOf(short);
    if (state !== null && state === stateOf(long)) return 'alias';
  }
  if (
    short.family === 'person' ||
    short.family === 'people' ||
    long.family === 'person' ||
    long.family === 'people'
  )
    return null;
  if (isAcronym(short.text) && abbreviates(short.text, long.text)) return 'acronym';
  if (short.family !== long.family) return null;
  return isPrefix(short, long) || isCityOf(short, long) ? 'prefix-of' : null;
}

const fitsOther = (a: Name, b: Name): boolean =>
  isShorterName(a.parts, b.parts) || isShorterName(b.parts, a.parts);

/** "Abu Amer" fits "Sadeq Abu Amer" and "Abu Hassan Amer": of two people it is the one whose name ends like it. */
function joinPersons(names: readonly Name[], groups: Groups): void {
  const persons = names.flatMap((name, at) => (name.family === 'person' ? [at] : []));
  for (const at of persons) {
    const short = names[at]!;
    const fitting = persons.filter(
      (other) => other !== at && isShorterName(short.parts, names[other]!.parts),
    );
    const best = fitting.find((other) => endsWith(names[other]!.parts, short.parts)) ?? fitting[0];
    for (const other of fitting)
      if (best === other || fitsOther(names[best!]!, names[other]!)) groups.join(at, other, 'shorter-name');
  }
}

function joinNames(names: readonly Name[], groups: Groups): void {
  joinPersons(names, groups);
  for (let a = 0; a < names.length; a += 1) {
    for (let b = a + 1; b < names.length; b += 1) {
      const [x, y] = [names[a], names[b]];
      if (!x || !y) continue;
      const [short, long] = x.text.length <= y.text.length ? [x, y] : [y, x];
      const why = whyJoin(short, long);
      if (why) groups.join(a, b, why);
    }
  }
}

/** Where two states have a foreign ministry, "the Foreign Ministry" may be either: joined where all that fit are one already. */
function joinOwnParts(names: readonly Name[], groups: Groups): void {
  names.forEach((short, at) => {
    const fitting = names.flatMap((long, index) => (isOwnPart(short, long) ? [index] : []));
    const [first] = fitting;
    if (first === undefined || new Set(fitting.map((index) => groups.root(index))).size > 1) return;
    groups.join(first, at, 'shorter-name');
  });
}

/** "Long Name (LN)" and "LN (Long Name)": adjacent mentions, the second in brackets. */
function joinBracketed(
  text: string,
  mentions: readonly Groupable[],
  nameOf: readonly number[],
  groups: Groups,
): void {
  for (let at = 1; at < mentions.length; at += 1) {
    const [left, right] = [mentions[at - 1], mentions[at]];
    if (!left || !right || !/^\s?\(["“']?(?:the )?$/.test(text.slice(left.end, right.start))) continue;
    if (!/^["”']?[),;]/.test(text.slice(right.end, right.end + 2))) continue;
    const families = [FAMILY[left.type], FAMILY[right.type]];
    if (families.includes('people') || (families.includes('person') && families[0] !== families[1])) continue;
    const short = isAcronym(right.text) ? right : isAcronym(left.text) ? left : null;
    const long = short === right ? left : right;
    const initial = short && foldWord(short.text)[0];
    if (initial && nameParts(long.text, false).some((part) => part.startsWith(initial))) {
      groups.join(nameOf[at - 1] ?? 0, nameOf[at] ?? 0, 'acronym');
    }
  }
}

type Part = 'surname' | 'first-name' | 'part';
const PARTS: readonly (readonly [Part, string, (part: string, parts: readonly string[]) => boolean])[] = [
  ['surname', 'surname-of', (part, parts) => parts.at(-1) === part],
  ['first-name', 'first-name-of', (part, parts) => parts[0] === part],
  ['part', 'part-of', (part, parts) => parts.includes(part)],
];

/** One word of a person's name belongs to the full name seen last; before any, to the first one to come. */
function joinSingle(names: readonly Name[], at: number, seen: readonly number[], groups: Groups): void {
  const name = names[at];
  const part = name?.parts[0];
  if (!name || part === undefined || name.parts.length !== 1 || name.family !== 'person') return;
  const order = [...seen].reverse();
  for (let later = 0; later < names.length; later += 1) if (!seen.includes(later)) order.push(later);
  for (const [, why, fits] of PARTS) {
    const full = order.find((index) => {
      const other = names[index];
      return other && other.family === 'person' && other.parts.length > 1 && fits(part, other.parts);
    });
    if (full !== undefined) {
      groups.join(full, at, why);
      return;
    }
  }
}

// Pairwise work is bounded: a list of ten thousand names is compared as strings alone beyond this number.
const MOST_NAMES = 600;

/**
 * Puts the mentions of one actor into one group: same name without titles, surname or first name of a full name, shorter
 * full name, acronym, country alias, beginning of an organisation's name. Mentions must be sorted by start.
 */
export function groupMentions(text: string, mentions: readonly Groupable[]): Grouping {
  const index = new Map<string, number>();
  const names: Name[] = [];
  const nameOf = mentions.map((mention) => {
    const family = FAMILY[mention.type];
    const parts = nameParts(mention.text, family === 'person');
    const key = `${family}|${family === 'person' ? parts.join(' ') : parts.join(' ').replaceAll('.', '')}`;
    let at = index.get(key);
    if (at === undefined) {
      at = names.length;
      index.set(key, at);
      names.push({ parts, text: mention.text, family, first: mention.start });
    }
    return at;
  });
  const groups = new Groups(names.length);
  joinBracketed(text, mentions, nameOf, groups);
  if (names.length <= MOST_NAMES) {
    joinNames(names, groups);
    joinOwnParts(names, groups);
    const seen: number[] = [];
    for (const at of nameOf) {
      if (!seen.includes(at)) joinSingle(names, at, seen, groups);
      if (seen.at(-1) !== at) {
        const old = seen.indexOf(at);
        if (old >= 0) seen.splice(old, 1);
        seen.push(at);
      }
    }
  }
  return { group: nameOf.map((at) => groups.root(at)), why: groups.why };
}
