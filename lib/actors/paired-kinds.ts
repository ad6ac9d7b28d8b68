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
