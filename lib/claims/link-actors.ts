import type { Actor, ActorType } from '../model/actor';
import type { Span } from '../model/span';
import type { Frame } from './frame';
import { runsOf } from './frame';

/** A mention of an actor that may be a source, with the actor's id. */
export interface SpeakerMention extends Span {
  readonly actor: string;
  readonly type: ActorType;
  readonly isName: boolean;
}

const GOVERNED =
  /(?:(?<!\b(?:government|people|state|republic|kingdom|parliament|army))\sof|\s(?:to|for|from|in|at|on|with|against))\s(?:the\s)?$/i;
/** What a name in front of it only describes: “the Ohio company”, “an Armenian official”, “Red Cross delegates”. */
const DESCRIBED =
  /^\s(?!(?:government|administration|regime|cabinet|army|military|police|parliament|authorities|forces|troops|and|or|of|in|on|at|as|also|who|which|that|is|was|has|had|said|says|resolution|report|statement|study|survey|poll|analysis|review|memo|assessment|communiqué|ruling)\b)\p{Ll}/u;

/** All mentions of all actors, by place. */
export function speakerMentions(actors: readonly Actor[]): SpeakerMention[] {
  return actors
    .flatMap((actor) =>
      actor.mentions.map((mention) => ({
        start: mention.start,
        end: mention.end,
        actor: actor.id,
        type: actor.type,
        isName: mention.form === 'name',
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Marks the tokens that belong to a mention of somebody or something that can speak. */
export function namedTokens(frame: Frame, mentions: readonly SpeakerMention[]): Uint8Array {
  const named = new Uint8Array(frame.tokens.length);
  const speaking: SpeakerMention[] = [];
  for (const mention of mentions) {
    if (mention.type === 'other' || mention.start < (speaking.at(-1)?.end ?? 0)) continue;
    speaking.push(mention);
  }
  for (const run of runsOf(frame.tokens, speaking)) named.fill(1, run.first, run.last);
  return named;
}

/**
 * The actor that a source's words name: the mention that the phrase is about, which is the first one not owned by another
 * (“Okoye's lawyer Amini” is Amini, “Amini of the Harbour Front” is Amini). Null where no mention is inside.
 */
export function actorOfSource(
  text: string,
  source: Span,
  mentions: readonly SpeakerMention[],
): string | null {
  const inside: SpeakerMention[] = [];
  for (
    let i = firstFrom(mentions, source.start);
    i < mentions.length && mentions[i]!.start < source.end;
    i++
  ) {
    if (mentions[i]!.end <= source.end) inside.push(mentions[i]!);
  }
  const own = inside.filter((mention) => {
    if (/^['’]s?(?!\p{L})/u.test(text.slice(mention.end, mention.end + 3))) return false;
    if (mention.isName && DESCRIBED.test(text.slice(mention.end, Math.min(source.end, mention.end + 20))))
      return false;
    // “a member of the militia, the Volunteers” is one of them.
    if (isMemberOf(text, source, mention)) return false;
    // “the ambassador to Iran” is not Iran; “the government of Iran” is.
    return mention.type === 'person' || !GOVERNED.test(text.slice(source.start, mention.start));
  });
  const persons = own.filter((mention) => mention.type === 'person');
  // “a report by the Port Institute” is the institute's.
  return (persons[0] ?? own.find(({ isName }) => isName) ?? own[0])?.actor ?? null;
}

const MEMBER =
  /^(?:an?|one|another|some|several|many|two|three)\s[^,.;:]{0,30}?(?:members?|officials?|employees?|supporters?|spokes\w+|sources?|fighters?|commanders?|leaders?|lawyers?|workers?|persons?|people|men|women)\s(?:of|from|at|in|close to)\s[^.;:]{0,60}$/iu;

function isMemberOf(text: string, { start }: Span, { start: at, type }: SpeakerMention): boolean {
  return type !== 'person' && MEMBER.test(text.slice(start, Math.min(at, start + 110)));
}

/** The actor in front of an apposition's comma (“those from Okoye, the former envoy”), whatever kind it was taken for. */
export function headOfApposition(
  text: string,
  source: Span,
  mentions: readonly SpeakerMention[],
): string | null {
  const inside = mentions.filter(({ start, end }) => start >= source.start && end <= source.end);
  return inside.find(({ end, isName }) => isName && text[end] === ',')?.actor ?? null;
}

/** Index of the first of some things sorted by their start that starts at or after `at`. */
export function firstFrom(things: readonly { readonly start: number }[], at: number): number {
  let lo = 0;
  let hi = things.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (things[mid]!.start < at) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
