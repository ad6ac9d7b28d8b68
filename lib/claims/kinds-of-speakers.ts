import { singleSpeakers } from '../actors/lexicon/lexicon';
import type { Frame, Run } from './frame';

// Nouns of bodies and papers among those that speak: “it” takes them up, and “she” does not.
const BODY =
  /^(?:government|ministry|administration|regime|army|military|court|parliament|cabinet|commission|committee|council|company|firm|agency|party|group|union|statement|report|study|survey|newspaper|magazine|website|broadcaster|station|channel|outlet|opposition|coalition|embassy|office|department|board|bank|police|institute|university|hospital|foundation|association|federation|operator|carrier|airline|manufacturer|retailer|watchdog|regulator|charity|paper|defence|defense|prosecution|team|club|school|church|tribunal|senate|congress|league|alliance)$/;
const PERSON = /(?:man|woman|mother|father|daughter|son|wife|husband|sister|brother)$/;
const EDGE = /^(?:of|for|at|in|from|with|on|to|by|about|who|which|that|close|near|,)$/;

/** Whether a noun is of a body or a paper. */
export const isBody = (noun: string): boolean => BODY.test(noun);

/** Of what sort somebody without a name is: a body where the words are about one, a person where any of them says so. */
export function kindOfWords({ lower }: Frame, source: Run): 'person' | 'body' | 'many' {
  let head = source.first;
  while (head + 1 < source.last && !EDGE.test(lower[head + 1]!)) head++;
  if (BODY.test(lower[head]!)) return 'body';
  // “One trader”, “a driver”: what brings one person into a text.
  if (/^(?:one|an?|another)$/.test(lower[source.first]!) && !lower[head]!.endsWith('s')) return 'person';
  const words = lower.slice(source.first, source.last);
  return words.some((word) => singleSpeakers.has(word) || PERSON.test(word)) ? 'person' : 'many';
}
