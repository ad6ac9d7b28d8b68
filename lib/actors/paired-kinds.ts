import type { FoundMention } from './found-mention';

const lastWord = ({ text }: FoundMention): string => text.toLowerCase().split(/\s+/).at(-1) ?? '';

/** Only an organisation of no kind of its own follows another one; and only where both end in the same word. */
const follows = (one: FoundMention, other: FoundMention): boolean =>
  one.type === 'organisation' &&
  (other.type === 'armed-group' || other.type === 'party' || other.type === 'media') &&
  lastWord(one) === lastWord(other);

/** "the Valdor Resistance Front or the Salt Front": two names of one head side by side are of one kind. Mentions are in text order. */
export function pairedKinds(text: string, mentions: readonly FoundMention[]): FoundMention[] {
  const kinds = new Map<string, FoundMention['type']>();
  mentions.forEach((mention, at) => {
    const next = mentions[at + 1];
    if (!next || !/^,? (?:and|or) (?:the )?$/.test(text.slice(mention.end, next.start))) return;
    if (follows(mention, next)) kinds.set(mention.text, next.type);
    else if (follows(next, mention)) kinds.set(next.text, mention.type);
  });
  return mentions.map((mention) => {
    const type = mention.type === 'organisation' ? kinds.get(mention.text) : undefined;
    return type ? { ...mention, type } : mention;
  });
}

const STEM = 4;
/** What makes a people of a place's name, and a land of a people's. */
const OF_PLACE = /^(?:n|an|ian|i|ese|ish|er|ic)s?$/;
const LAND = /^(?:istan|stan|land|ia|a)$/;

const isPeopleOf = (name: string, place: string): boolean =>
  (place.length >= STEM && name.startsWith(place) && OF_PLACE.test(name.slice(place.length))) ||
  (name.length >= STEM && place.startsWith(name) && LAND.test(place.slice(name.length)));

/** "Qiran" beside "Qira", "Moristuk" beside "Moristukistan": a name that no kind was found for is the people of that place. */
export function peoplesOfPlaces(mentions: readonly FoundMention[]): FoundMention[] {
  const places = new Set(mentions.filter(({ type }) => type === 'place').map(({ text }) => text));
  const peoples = new Map<string, boolean>();
  const isPeople = (name: string): boolean => {
    const known = peoples.get(name) ?? [...places].some((place) => isPeopleOf(name, place));
    peoples.set(name, known);
    return known;
  };
  return mentions.map((mention) =>
    mention.type === 'other' && /^\p{Lu}\p{L}+$/u.test(mention.text) && isPeople(mention.text)
      ? { ...mention, type: 'people' }
      : mention,
  );
}

/** The kinds that only some places of a name give away: "the Civic Path party", "Meru elders". */
const SHARED: Readonly<Partial<Record<FoundMention['type'], FoundMention['type'][]>>> = {
  organisation: ['party', 'media'],
  other: ['people'],
};

/** What a name is called in one place it is in all. */
export function sharedKinds(mentions: readonly FoundMention[]): FoundMention[] {
  const kinds = new Map<string, FoundMention['type']>();
  for (const { text, type } of mentions)
    if (type === 'party' || type === 'media' || type === 'people') kinds.set(text, type);
  return mentions.map((mention) => {
    const kind = kinds.get(mention.text);
    return kind && SHARED[mention.type]?.includes(kind) ? { ...mention, type: kind } : mention;
  });
}
