import type { Span } from '../model/span';
import type { Frame } from './frame';
import { firstFrom, type SpeakerMention } from './link-actors';

const PERSON_NOUN =
  '(?:spokes|police|fire|fisher|business|sales|states|crafts|noble|states)?(?:man|woman)|mother|father|daughter|son|wife|husband|sister|brother|aunt|uncle|neighbour|neighbor|' +
  'friend|colleague|spokesperson|juror|lawyer|judge|doctor|nurse|teacher|student|pupil|official|minister|soldier|officer|diplomat|witness|' +
  'resident|farmer|worker|driver|trader|analyst|expert|professor|historian|engineer|aide|adviser|advisor|deputy|member|priest|girl|boy|guard|' +
  'pensioner|shopkeeper|manager|director|chairman|chairwoman|accountant|passenger|survivor|villager|activist|critic|secretary|boss|owner';
/** “One juror”, “A young man”, “My daughter”: the subject with which a sentence begins. */
const OPENING = new RegExp(
  `^[“"‘']?(?:[Oo]ne|[Aa]n?|[Aa]nother|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\\s(?:[\\p{L}'’-]+\\s){0,3}?(?:${PERSON_NOUN})(?![\\p{L}'’-])(?!,|\\s(?:of|for|at|in|from)\\s\\p{Lu}|\\s\\p{Lu})`,
  'u',
);
/** “Okoye's spokesman was …”, behind the name that owns. */
const OWNED = new RegExp(
  `^['’]s?\\s(?:[\\p{Ll}'’-]+\\s){0,2}?(?:${PERSON_NOUN})(?![\\p{L}'’,-])(?!,|\\s\\p{Lu})`,
  'u',
);
const REACH = 90;

/** Persons without a name whom sentences are about, by place: those whom “she” may mean and whom nothing names. */
export function unnamedPersons({ text, sentences }: Frame, mentions: readonly SpeakerMention[]): Span[] {
  const found: Span[] = [];
  for (const { start } of sentences) {
    const opening = OPENING.exec(text.slice(start, start + REACH));
    if (opening) found.push({ start, end: start + opening[0].length });
    const owner = mentions[firstFrom(mentions, start)];
    if (owner?.start !== start || !owner.isName) continue;
    const owned = OWNED.exec(text.slice(owner.end, owner.end + REACH));
    if (owned) found.push({ start: owner.end + 1, end: owner.end + owned[0].length });
  }
  // What the actor engine took for somebody (“its chairman”) is in its list.
  return found.filter(({ start, end }) => {
    const inside = mentions[firstFrom(mentions, start)];
    return inside === undefined || inside.start >= end;
  });
}
