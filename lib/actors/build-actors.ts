import type { Actor, ActorType, Mention } from '../model/actor';
import type { PronounLink } from './find-pronouns';
import type { FoundMention } from './found-mention';
import { groupMentions } from './group-mentions';
import { lookUpName, mediaHeads, organisationHeads, partyHeads } from './lexicon/lexicon';
import { isAcronym, PARTICIPLE } from './name-parts';

/** A mention with the key of its group; `asState` where a place stands for its government. */
interface Placed {
  readonly mention: FoundMention;
  readonly key: string;
  readonly asState: boolean;
}

function majority<T>(values: readonly T[], weight: (value: T, at: number) => number): T | undefined {
  const votes = new Map<T, number>();
  values.forEach((value, at) => {
    votes.set(value, (votes.get(value) ?? 0) + weight(value, at));
  });
  let best: T | undefined;
  for (const [value, count] of votes) if (best === undefined || count > (votes.get(best) ?? 0)) best = value;
  return best;
}

/** The fullest name, but of a country the name it is best known by, and no acronym where a long form stands. */
function canonicalName(mentions: readonly Mention[]): string {
  const names = mentions.filter((mention) => mention.form === 'name');
  const shown = names.length > 0 ? names : mentions;
  for (const mention of shown) {
    const hit = mention.type === 'place' ? lookUpName(mention.text.replace(/^the /i, '')) : null;
    if (hit?.kind === 'country' && hit.state) return hit.state;
  }
  const clean = shown.map((mention) =>
    mention.text
      .replace(/\s+/g, ' ')
      .replace(/['’]s$/, '')
      .replace(PARTICIPLE, ''),
  );
  const counts = new Map<string, number>();
  for (const name of clean) counts.set(name, (counts.get(name) ?? 0) + 1);
  let best = clean[0] ?? '';
  for (const name of counts.keys()) {
    const longer = name.split(' ').length - best.split(' ').length;
    if (isAcronym(best) ? !isAcronym(name) : longer > 0 && !isAcronym(name)) best = name;
  }
  return shown.some(({ type }) => type === 'person') ? best : usualName(best, counts);
}

/** A place or firm that is called by its first words alone has its name from them: "Orsk", once "Orsk Dream Collection". */
const MUCH_OFTENER = 3;
const SAYS_KIND = /^(?:city|park|county|province|island|islands|river|district|state|republic|kingdom|town)$/;

/** The short form where it stands for the long one nearly everywhere, and the last word of the long one does not say of what kind it is. */
function usualName(long: string, counts: ReadonlyMap<string, number>): string {
  const last = long.split(' ').at(-1)?.toLowerCase() ?? '';
  if (organisationHeads.has(last) || partyHeads.has(last) || mediaHeads.has(last) || SAYS_KIND.test(last))
    return long;
  const often = (name: string): number => counts.get(name) ?? 0;
  const short = [...counts.keys()]
    .filter((name) => long.startsWith(`${name} `) && !isAcronym(name))
    .sort((a, b) => often(b) - often(a))[0];
  return short !== undefined && often(short) >= MUCH_OFTENER * often(long) ? short : long;
}

const KINDS_OF_ORGANISATIONS: ReadonlySet<ActorType> = new Set(['party', 'armed-group', 'media']);

function actorType(placed: readonly Placed[]): ActorType {
  const named = placed.filter(({ mention }) => mention.form === 'name');
  const voters = named.length > 0 ? named : placed;
  const types = voters.map(({ mention }) => mention.type);
  const type = majority(types, (_, at) => voters[at]?.mention.confidence ?? 0) ?? 'other';
  if (type === 'organisation') {
    // The long form of "HLF" says what kind of organisation it is, and that of "the Front".
    const at = types.findIndex((one) => KINDS_OF_ORGANISATIONS.has(one));
    const long = (voters[at]?.mention.text ?? '').toLowerCase().split(' ');
    const isShort = ({ text }: Mention): boolean => {
      const words = text.toLowerCase().split(' ');
      return isAcronym(text) || (words.length < long.length && words.every((word) => long.includes(word)));
    };
    const kind = types[at];
    return kind && voters.every(({ mention }) => mention.type !== type || isShort(mention)) ? kind : type;
  }
  if (type !== 'place') return type;
  const isCountry = voters.some(
    ({ mention }) => lookUpName(mention.text.replace(/^the /i, ''))?.kind === 'country',
  );
  return isCountry || placed.some(({ asState }) => asState) ? 'state' : 'place';
}

/** A capital that acts for its state joins the state's group, where the text names the state. */
function stateKeys(mentions: readonly FoundMention[], group: readonly number[]): Map<string, string> {
  const keys = new Map<string, string>();
  mentions.forEach((mention, at) => {
    const hit = mention.type === 'place' ? lookUpName(mention.text.replace(/^the /i, '')) : null;
    if (hit?.kind === 'country' && hit.state && !keys.has(hit.state)) keys.set(hit.state, `n${group[at]}`);
  });
  return keys;
}

function placeMentions(
  text: string,
  mentions: readonly FoundMention[],
  acts: ReadonlySet<FoundMention>,
  pronouns: readonly PronounLink[],
): { placed: Placed[]; why: ReadonlyMap<string, ReadonlySet<string>> } {
  const names = mentions.filter((mention) => mention.form === 'name');
  const { group, why } = groupMentions(text, names);
  const states = stateKeys(names, group);
  const placed: Placed[] = names.map((mention, at) => {
    const asState = acts.has(mention);
    const hit = asState ? lookUpName(mention.text) : null;
    const state = hit?.kind === 'capital' && hit.state ? states.get(hit.state) : undefined;
    return { mention, key: state ?? `n${group[at]}`, asState };
  });
  const keyOf = new Map(placed.map(({ mention, key }) => [mention, key]));
  for (const mention of mentions) {
    if (mention.form === 'nominal')
      placed.push({
        mention,
        key: `d${mention.text.toLowerCase().replace(/^(?:the|a|an|some|many) /, '')}`,
        asState: false,
      });
  }
  for (const link of pronouns) {
    const antecedent = mentions[link.person];
    const key = antecedent && keyOf.get(antecedent);
    if (key) placed.push({ mention: link.mention, key, asState: false });
  }
  return { placed, why: new Map([...why].map(([root, codes]) => [`n${root}`, codes])) };
}

function toMention({ start, end, text, form, type, confidence }: FoundMention): Mention {
  return { start, end, text, form, type, confidence };
}

/** Makes actors of mentions (sorted by start): groups, names and types them; ids a1… in order of first mention. */
export function buildActors(
  text: string,
  mentions: readonly FoundMention[],
  acts: ReadonlySet<FoundMention>,
  pronouns: readonly PronounLink[],
): Actor[] {
  const { placed, why } = placeMentions(text, mentions, acts, pronouns);
  const byKey = new Map<string, Placed[]>();
  for (const item of placed) {
    const list = byKey.get(item.key);
    if (list) list.push(item);
    else byKey.set(item.key, [item]);
  }
  const actors = [...byKey].map(([key, items]) => {
    items.sort((a, b) => a.mention.start - b.mention.start);
    const codes = new Set(items.flatMap(({ mention }) => mention.why));
    for (const code of why.get(key) ?? []) codes.add(code);
    const type = actorType(items);
    if (type === 'state' && items.some(({ asState }) => asState)) codes.add('place-as-state');
    const own = items.map(({ mention }) => toMention(mention));
    return {
      id: '',
      name: canonicalName(own),
      type,
      confidence: own.reduce((most, mention) => Math.max(most, mention.confidence), 0),
      mentions: own,
      why: [...codes],
    };
  });
  actors.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
  return actors.map((actor, at) => ({ ...actor, id: `a${at + 1}` }));
}
