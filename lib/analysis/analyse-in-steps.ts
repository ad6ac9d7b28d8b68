import type { Actor, Mention } from '../model/actor';
import type { Block } from '../model/article';
import type { Claim } from '../model/claim';
import type { Span } from '../model/span';
import type { WordListEntry } from '../model/word-list';
import { looksEnglish } from '../text/language';
import { type Piece, piecesOf } from '../text/pieces';
import { actorKey } from './actor-key';
import { type Analysis, analyseText, type Models } from './analyse-text';

/** From here on a text is read piece by piece: some ten thousand words, which no news article has. */
const LONG = 60_000;

/**
 * Like `analyseText`; a very long text is read piece by piece with a `pause` after each, so that
 * whoever else asks meanwhile is answered. What the pieces call by one name is then one actor.
 */
export async function analyseInSteps(
  text: string,
  blocks: readonly Block[],
  models: Models,
  words: readonly WordListEntry[],
  pause: () => Promise<void>,
): Promise<Analysis> {
  if (text.length <= LONG) return analyseText(text, blocks, models, words);
  if (!looksEnglish(text)) return { actors: [], claims: [], language: 'other', ms: { actors: 0, claims: 0 } };
  const found: Analysis[] = [];
  for (const piece of piecesOf(text, blocks)) {
    found.push(placed(piece, analyseText(piece.text, piece.blocks, models, words), found.length));
    await pause();
  }
  return joined(found);
}

/** What was found in a piece, with its offsets and with ids that no other piece has. */
function placed({ offset }: Piece, { actors, claims, ...rest }: Analysis, n: number): Analysis {
  const move = <S extends Span>(span: S): S => ({
    ...span,
    start: span.start + offset,
    end: span.end + offset,
  });
  const idOf = (id: string) => `${n} ${id}`;
  return {
    actors: actors.map((actor) => ({ ...actor, id: idOf(actor.id), mentions: actor.mentions.map(move) })),
    claims: claims.map((claim) => ({
      ...move(claim),
      segments: claim.segments.map(([start, end]) => [start + offset, end + offset] as const),
      source: claim.source && {
        ...move(claim.source),
        actor: claim.source.actor === null ? null : idOf(claim.source.actor),
      },
      cue: claim.cue && move(claim.cue),
    })),
    ...rest,
  };
}

/** One list of what the pieces have, numbered in the order of the text. */
function joined(found: readonly Analysis[]): Analysis {
  const all = found.flatMap(({ actors }) => actors);
  const keys = keysOf(all);
  const groups = new Map<string, Actor[]>();
  for (const actor of all) {
    const key = keys.get(actor)!;
    groups.set(key, [...(groups.get(key) ?? []), actor]);
  }
  const ids = new Map<string, string>();
  const actors = [...groups.values()].map((group, n): Actor => {
    const id = `a${n + 1}`;
    for (const one of group) ids.set(one.id, id);
    return { ...asOne(group), id };
  });
  const claims = found.flatMap((piece) => piece.claims);
  const named = claims.map((claim, n): Claim => {
    const actor = claim.source?.actor;
    const id = `c${n + 1}`;
    return claim.source
      ? { ...claim, id, source: { ...claim.source, actor: ids.get(actor ?? '') ?? null } }
      : { ...claim, id };
  });
  const sum = (part: keyof Analysis['ms']) => found.reduce((all, { ms }) => all + ms[part], 0);
  return { actors, claims: named, language: 'en', ms: { actors: sum('actors'), claims: sum('claims') } };
}

/** Several findings of one actor. It is called as where most is said of it. */
function asOne(group: readonly Actor[]): Actor {
  const most = group.reduce((a, b) => (b.mentions.length > a.mentions.length ? b : a));
  return {
    ...most,
    confidence: Math.max(...group.map(({ confidence }) => confidence)),
    mentions: group.flatMap(({ mentions }): readonly Mention[] => mentions),
    why: [...new Set(group.flatMap(({ why }) => why))],
  };
}

/**
 * What makes actors of different pieces one: their name; and a person who is called by the surname alone is the one person of
 * the text who has it.
 */
function keysOf(actors: readonly Actor[]): ReadonlyMap<Actor, string> {
  const keys = new Map<Actor, string>();
  const bearers = new Map<string, Set<string>>();
  for (const actor of actors) {
    const isNamed = actor.mentions.some(({ form }) => form === 'name');
    const name = actorKey(actor.name);
    // What has no letters in its name is like nothing else.
    const key = name === '' ? actor.id : `${isNamed ? 'named' : 'called'} ${name}`;
    keys.set(actor, key);
    const surname = name.split(' ').at(-1) ?? '';
    if (isNamed && actor.type === 'person' && surname !== name) {
      bearers.set(surname, (bearers.get(surname) ?? new Set()).add(key));
    }
  }
  for (const [actor, key] of keys) {
    const whole = actor.type === 'person' ? bearers.get(key.replace(/^named /, '')) : undefined;
    if (whole?.size === 1) for (const only of whole) keys.set(actor, only);
  }
  return keys;
}
