import { ACTOR_TYPES, type Actor, type ActorType, type Mention } from '../model/actor';
import type { WordListEntry } from '../model/word-list';
import { foldWord } from '../text/normalise';

const TYPES: readonly string[] = ACTOR_TYPES;
const isType = (value: string | undefined): value is ActorType =>
  value !== undefined && TYPES.includes(value);

/** Code of actors that the reader made or changed. */
export const OWN = 'word-list';
/** Code of actors that the reader does not want marked. */
export const MUTED = 'muted';

const surfaceKey = (surface: string): string => foldWord(surface.replace(/\s+/g, ' ').trim());

/** Every place where `surface` stands as whole words, in whatever case. */
function occurrences(text: string, surface: string): { start: number; end: number }[] {
  const pattern = surface
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  if (pattern === '') return [];
  const found = text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'));
  return [...found].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function without(actors: readonly Actor[], drop: (mention: Mention) => boolean): Actor[] {
  return actors
    .map((actor) => ({ ...actor, mentions: actor.mentions.filter((mention) => !drop(mention)) }))
    .filter((actor) => actor.mentions.length > 0);
}

const names = (actor: Actor, key: string): boolean =>
  surfaceKey(actor.name) === key ||
  actor.mentions.some((mention) => mention.form !== 'pronoun' && surfaceKey(mention.text) === key);

/** Makes sure that a surface the reader typed is marked wherever it stands; mentions that cut into it give way. */
function withSurface(text: string, actors: readonly Actor[], surface: string, type: ActorType): Actor[] {
  const key = surfaceKey(surface);
  const known = actors.flatMap((actor) => actor.mentions);
  const missing = occurrences(text, surface).filter(
    (span) => !known.some((mention) => mention.start <= span.start && mention.end >= span.end),
  );
  if (missing.length === 0) return [...actors];
  const added = missing.map(
    ({ start, end }): Mention => ({
      start,
      end,
      text: text.slice(start, end),
      form: 'name',
      type,
      confidence: 1,
    }),
  );
  const rest = without(actors, (mention) =>
    missing.some((span) => mention.start < span.end && span.start < mention.end),
  );
  const home = rest.find((actor) => names(actor, key));
  if (!home)
    return [...rest, { id: '', name: surface.trim(), type, confidence: 1, mentions: added, why: [OWN] }];
  return rest.map((actor) =>
    actor === home ? { ...actor, mentions: sorted([...actor.mentions, ...added]) } : actor,
  );
}

const sorted = (mentions: readonly Mention[]): Mention[] =>
  [...mentions].sort((a, b) => a.start - b.start || a.end - b.end);

function retype(actors: readonly Actor[], key: string, type: ActorType): Actor[] {
  return actors.map((actor) =>
    names(actor, key)
      ? {
          ...actor,
          type,
          confidence: 1,
          mentions: actor.mentions.map((mention) =>
            surfaceKey(mention.text) === key ? { ...mention, type, confidence: 1 } : mention,
          ),
          why: [...new Set([...actor.why, OWN])],
        }
      : actor,
  );
}

/** Joins the actor called `key` to the one called `value`; where the text has no such actor, it takes that name. */
function merge(actors: readonly Actor[], key: string, value: string): Actor[] {
  const from = actors.filter((actor) => names(actor, key));
  const into = actors.find((actor) => names(actor, surfaceKey(value)));
  const parts = into ? [into, ...from.filter((actor) => actor !== into)] : from;
  const [head] = parts;
  if (!head || from.length === 0) return [...actors];
  const joined: Actor = {
    ...head,
    name: into ? into.name : value.trim(),
    confidence: 1,
    mentions: sorted(parts.flatMap((actor) => actor.mentions)),
    why: [...new Set([...parts.flatMap((actor) => actor.why), OWN])],
  };
  return actors.flatMap((actor) => (actor === head ? [joined] : parts.includes(actor) ? [] : [actor]));
}

/** Makes the mentions called `key` an actor of their own, where the actor has other names too. */
function split(actors: readonly Actor[], key: string): Actor[] {
  return actors.flatMap((actor) => {
    const isApart = (mention: Mention) => mention.form !== 'pronoun' && surfaceKey(mention.text) === key;
    const apart = actor.mentions.filter(isApart);
    const rest = actor.mentions.filter((mention) => !isApart(mention));
    const [first] = apart;
    const heir = rest.find((mention) => mention.form !== 'pronoun');
    if (!first || !heir) return [actor];
    const other = withReason({ ...actor, name: first.text, type: first.type, mentions: apart }, OWN);
    const name = surfaceKey(actor.name) === key ? heir.text : actor.name;
    return [{ ...actor, name, mentions: rest }, other];
  });
}

const withReason = (actor: Actor, code: string): Actor => ({
  ...actor,
  why: [...new Set([...actor.why, code])],
});

function applyEntry(text: string, actors: readonly Actor[], entry: WordListEntry): Actor[] {
  const key = surfaceKey(entry.surface);
  if (key === '') return [...actors];
  if (entry.action === 'not-an-actor') return without(actors, (mention) => surfaceKey(mention.text) === key);
  if (entry.action === 'mute')
    return actors.map((actor) => (names(actor, key) ? withReason(actor, MUTED) : actor));
  if (entry.action === 'split') return split(actors, key);
  if (entry.action === 'type') {
    return isType(entry.value)
      ? retype(withSurface(text, actors, entry.surface, entry.value), key, entry.value)
      : [...actors];
  }
  if (entry.value === undefined || entry.value.trim() === '') return [...actors];
  const target = actors.find((actor) => names(actor, surfaceKey(entry.value ?? '')));
  return merge(withSurface(text, actors, entry.surface, target?.type ?? 'other'), key, entry.value);
}

const ORDER: readonly WordListEntry['action'][] = ['split', 'type', 'same-as', 'not-an-actor', 'mute'];

/**
 * The reader's corrections over what the engine found: they win. Splits, types and merges first, removals last, entries
 * of one action in their order. A muted actor stays, with `muted` among its reasons: it is listed and linked, but not
 * marked. Surfaces are compared without case and accents. Ids are given anew in order of first mention.
 */
export function applyWordList(
  text: string,
  actors: readonly Actor[],
  words: readonly WordListEntry[],
): Actor[] {
  let current = [...actors];
  for (const action of ORDER) {
    for (const entry of words) if (entry.action === action) current = applyEntry(text, current, entry);
  }
  current.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
  return current.map((actor, at) => ({ ...actor, id: `a${at + 1}` }));
}
