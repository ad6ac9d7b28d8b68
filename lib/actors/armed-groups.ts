import { type Candidate, nameOf } from './candidate';
import { firmHeads, firstNames, lookUpName, mediaHeads, organisationHeads, titles } from './lexicon/lexicon';
import { isAcronym } from './name-parts';
import type { Reading } from './reading';

/** So many words before a name and behind it (with the head of the next sentence) are read for what it does. */
const BEFORE = 8;
const AFTER = 16;
const NEXT = 10;

/** What the signs of a name must add up to, where the tagger takes it for an organisation, and where for something else. */
const ENOUGH = 3;
const ENOUGH_FOR_OTHERS = 4;
/** Of an army, a force or a guard more must be said: states have them. */
const ENOUGH_FOR_ARMIES = 5;

const FIGHTERS =
  '(?:militants?|rebels?|insurgents?|guerrillas?|jihadists?|terrorists?|gunmen|militiamen|insurgency|mutineers)';
const MEN = `(?:${FIGHTERS}|fighters?|combatants?|commanders?|bombers?|hostages|captives)`;
const KIND =
  '(?:militant|rebel|armed|insurgent|guerrilla|separatist|secessionist|jihadist|terrorist|terror|paramilitary|extremist|outlawed)';
const BODY = '(?:group|groups|movement|organi[sz]ation|network|faction|outfit|army|alliance|force|militia)';
const CALLED = `${KIND} (?:[\\w-]+ ){0,2}${BODY}`;
/** Helping words between a name and its verb. */
const AUX = '(?:(?:has|have|had|who|that|which|,|also|then|later|since|reportedly|said it|said they) ){0,4}';
const LAY_DOWN =
  '(?:(?:lay|lays|laid|laying) down|(?:give|gives|gave|giving|hand|handed|handing) (?:up|over|in))';

/** One kind of sign counts once for a name, however often it is seen. */
interface Sign {
  readonly weight: number;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** What is said of armed groups; `before` ends at the name and `after` begins behind it, both in small letters with single blanks. */
const SIGNS: readonly Sign[] = [
  // "the rebel group X", "X, an outlawed separatist group", "X is a militia"
  {
    weight: 4,
    before: new RegExp(`\\b${CALLED}(?: called| known as| named)?(?: the)?$`),
    after: new RegExp(`^(?:, |is |are |was )(?:an?|the|another) (?:[\\w-]+ ){0,2}(?:${CALLED}|militia)\\b`),
  },
  // "X rebels", "militants of X"
  {
    weight: 3,
    before: new RegExp(`\\b(?:${FIGHTERS}|fighters|combatants) of(?: the)?$`),
    after: new RegExp(`^${FIGHTERS}\\b`),
  },
  {
    weight: 2,
    after: /^(?:fighters?|combatants?|commanders?|bombers?|hideouts?|camps?|strongholds?|cells?)\b/,
  },
  // "X, whose fighters", "X's commander", "Its rebels"
  { weight: 2, after: new RegExp(`^(?:, whose|'s) (?:[\\w-]+ )?${MEN}\\b`) },
  {
    weight: 2,
    after: new RegExp(`(?:^|[a-z|] )its (?:${MEN}|political wing|armed wing|military wing)\\b`),
  },
  // "X claimed responsibility", "X was behind the attack"
  {
    weight: 2,
    after: new RegExp(
      `^${AUX}(?:(?:claim(?:s|ed)|took|takes) (?:responsibility|the |an? |both |two )(?:attacks?|bombings?|blasts?|killings?|ambush|for|$)?|(?:was|were|is|it was|they were) behind)`,
    ),
  },
  {
    weight: 2,
    after: new RegExp(
      `^${AUX}(?:ambush|kidnapp|abduct|behead|massacr)ed\\b|^${AUX}(?:took hostage|taken hostage|blew up|overran|planted (?:a |the )?bomb)`,
    ),
  },
  {
    weight: 1,
    after: new RegExp(
      `^${AUX}(?:attack|kill|fought|fights|seized|captured|shelled|raided|bombed|burned|stormed|opened fire)`,
    ),
  },
  {
    weight: 2,
    after: new RegExp(
      `^${AUX}(?:fought|fights|fighting|been fighting) (?:against )?the (?:[\\w-]+ )?(?:government|army|state|troops|security forces)`,
    ),
  },
  // Prisoners and land taken from them
  {
    weight: 2,
    after: new RegExp(
      `^${AUX}(?:freed|released|executed) (?:[\\w-]+ ){0,3}(?:hostages?|captives?|soldiers|policemen|schoolchildren|aid workers)\\b`,
    ),
  },
  {
    weight: 1,
    before: /\b(?:retaken|recaptured|retook|wrested|liberated|freed) (?:[\w-]+ ){1,6}from(?: the)?$/,
    after: /^, killing\b/,
  },
  // "X laid down its weapons", "X waged an insurgency"
  {
    weight: 2,
    after: new RegExp(`^[^|]{0,60}\\b${LAY_DOWN} (?:its|their) (?:arms|weapons|guns)`),
  },
  {
    weight: 2,
    after: new RegExp(
      `^${AUX}(?:waged?|waging|wages|fought|fights|leads?|led|launched|began) (?:an?|its|their) (?:[\\w-]+ ){0,2}(?:insurgency|rebellion|uprising|jihad|holy war|guerrilla|armed)`,
    ),
  },
  {
    weight: 1,
    before: /\b(?:ceasefire|cease-fire|truce|prisoner swap) with(?: the)?$/,
    after: new RegExp(
      `^${AUX}(?:agreed to|declared|announced|broke|offered|signed|ended|rejected) (?:an?|the) (?:[\\w-]+ ){0,2}(?:ceasefire|cease-fire|truce)`,
    ),
  },
  // On lists, before courts
  {
    weight: 2,
    before: /\b(?:outlawed|banned)(?: the)?$/,
    after:
      /^(?:(?:has|had|is|was|are|been|were) ){1,3}(?:(?:on|added to) (?:an?|the) (?:[\w-]+ ){0,2}list of terror|(?:designated|listed|outlawed|banned|labelled|labeled) (?:as )?(?:an? )?terror)/,
  },
  {
    weight: 1,
    before: /\bmembers of(?: the)?$/,
    after: /^[^|]{0,40}\b(?:planting (?:a |the )?bomb|kidnapping|ambush|terrorism)/,
  },
  // It holds land, it rules by force, it is fought
  {
    weight: 1,
    before:
      /\b(?:(?:held|controlled|seized|captured|overrun|besieged) by|(?:seizing|taking|seized|retaking) power (?:[\w-]+ ){0,4},)(?: the)?$/,
    after: new RegExp(
      `^(?:rule|takeover|stronghold|offensive|ambush|attacks?)\\b|^${AUX}(?:seized|took|retook) (?:power|control)`,
    ),
  },
  {
    weight: 1,
    before:
      /\b(?:armed|military|guerrilla) (?:resistance|struggle|front|uprising|campaign|offensive|rebellion|fight) (?:to|against)(?: the)?$/,
    after: /^[^|]{0,120}\barmed (?:resistance|struggle|uprising) (?:to|against) the (?:group|movement)/,
  },
  {
    weight: 1,
    before: /\b(?:fighting|battling|battled|fought|drove|defeat|crush|hunting)(?: against)?(?: the)?$/,
  },
  {
    weight: 1,
    before: /\b(?:armed|military|political) wing of(?: the)?$/,
    after: /^'s (?:armed|military) wing\b/,
  },
  {
    weight: 1,
    before: /\b(?:blames?|blamed)(?: on)?(?: the)?$/,
    after: /^, (?:which|who) (?:has|have) fought\b/,
  },
  // "The militant group wants a ransom." behind its sentence
  { weight: 2, after: new RegExp(`\\| the (?:${CALLED}|militants|insurgents|rebels|kidnappers)\\b`) },
  // "the X have": many, and no place
  { weight: 1, before: /\bthe$/, after: /^(?:have|are|were)\b/ },
];

const OTHERS =
  '(?:shares|profits?|revenues?|chief executive|ceo|customers|clients|employees|staff|board|doctors|nurses|patients|volunteers|aid workers|peacekeepers|guards|researchers|scientists|reporters|journalists|editors?|readers|coach|players|strikers?|fans|lawmakers|mps|legislators|candidates?|parliament|embassy|ambassador|foreign minister|prime minister|border|soldiers|troops|army|navy|airspace|fighter jets|language|elders|villages|culture)';
/** What armed groups do not have, are not and do not do. */
const AGAINST: readonly Sign[] = [
  {
    weight: 3,
    before: new RegExp(`\\b${OTHERS} (?:of|at|in|for)(?: the)?$`),
    after: new RegExp(`^(?:'s )?${OTHERS}\\b|^[^|]{0,60}\\b(?:its|their) ${OTHERS}\\b`),
  },
  {
    weight: 4,
    after:
      /^(?:, |is )(?:an?|the) (?:[\w.-]+ ){0,3}(?:charity|agency|party|firm|company|mission|newspaper|think tank|think-tank|institute|club|team|town|village|city|province|tribe|people)\b|^party\b/,
  },
  {
    weight: 3,
    after: new RegExp(
      `^${AUX}(?:won [\\w-]+ seats|published|treated|reported|counted|marched|researched|voted|was elected)`,
    ),
  },
];

/** Heads that armed groups' names have as well as others'. */
const OPEN_HEADS: ReadonlySet<string> = new Set(
  'front movement army force forces guard guards brigade brigades battalion alliance union league council command corps organization organisation network group party militia cartel'.split(
    ' ',
  ),
);
const ARMIES = /^(?:army|forces?|guards?|corps|command)$/;
/** The words without which no text speaks of an armed group, so that most texts cost nothing here. */
const ANY = new RegExp(
  `\\b(?:${MEN}|armed|paramilitary|separatist|secessionist|terror\\w*|militia|hostage|ceasefire|truce|bomb\\w*|kidnap\\w*|ambush\\w*)\\b`,
);

const has = ({ before, after }: Sign, lead: string, rest: string): boolean =>
  before?.test(lead) === true || after?.test(rest) === true;

/** What is said of one name, over all of its places. */
interface Name {
  readonly places: Candidate[];
  readonly signs: Set<Sign>;
  isElsewhere: boolean;
}

/** The words before and behind a place of a name; what stands in brackets behind it ("X (XYZ) said") is left out. */
function around(reading: Reading, { from, to }: Candidate, number: number): [lead: string, rest: string] {
  const { lower, sentences } = reading;
  const sentence = sentences[number]!;
  const next = sentences[number + 1];
  const isBracketed = lower[to] === '(' && lower[to + 2] === ')';
  const start = isBracketed ? to + 3 : to;
  const rest = lower.slice(start, Math.min(sentence.to, start + AFTER)).join(' ');
  const isLast = start + AFTER >= sentence.to;
  const more =
    isLast && next ? ` | ${lower.slice(next.from, Math.min(next.to, next.from + NEXT)).join(' ')}` : '';
  return [lower.slice(Math.max(sentence.from, from - BEFORE), from).join(' '), rest + more];
}

/** "in X", "near X": where one is. Nobody is in a group in this sense. */
const LOCATED =
  /\b(?:in|near|at|around|outside|across|north of|south of|east of|west of|town of|city of|province of|village of)$/;

/** Names are one where one stands in brackets behind the other. */
function keysOf(reading: Reading, candidates: readonly Candidate[]): Map<string, string> {
  const keys = new Map<string, string>();
  candidates.forEach((candidate, at) => {
    const next = candidates[at + 1];
    if (next?.from !== candidate.to + 1 || reading.words[candidate.to] !== '(') return;
    if (isAcronym(nameOf(reading, next))) keys.set(nameOf(reading, next), nameOf(reading, candidate));
  });
  return keys;
}

function namesOf(reading: Reading, candidates: readonly Candidate[]): Map<string, Name> {
  const names = new Map<string, Name>();
  const keys = keysOf(reading, candidates);
  const against = new Set(reading.lower);
  let number = 0;
  for (const candidate of candidates) {
    while (reading.sentences[number] && reading.sentences[number]!.to <= candidate.from) number += 1;
    const own = nameOf(reading, candidate);
    const key = keys.get(own) ?? own;
    const name: Name = names.get(key) ?? { places: [], signs: new Set(), isElsewhere: false };
    names.set(key, name);
    name.places.push(candidate);
    const [lead, rest] = around(reading, candidate, number);
    name.isElsewhere ||= LOCATED.test(lead) || titles.has(lead.split(' ').at(-1) ?? '');
    for (const sign of SIGNS) if (has(sign, lead, rest)) name.signs.add(sign);
    for (const sign of AGAINST) if (has(sign, lead, rest)) name.signs.add(sign);
    if (against.has(`anti-${own.toLowerCase()}`)) name.signs.add(RESISTED);
  }
  return names;
}

/** "anti-X": whom one is against. */
const RESISTED: Sign = { weight: 1 };

/** Whether a name's own words rule a group out: a head of another kind, or a name that is known. */
function isSettled(name: string): boolean {
  const words = name.toLowerCase().split(' ');
  const last = words.at(-1) ?? '';
  const head = words[words.findIndex((word) => word === 'of' || word === 'for') - 1] ?? last;
  if (lookUpName(name) !== null) return true;
  return [last, head].some(
    (word) =>
      (organisationHeads.has(word) || mediaHeads.has(word) || firmHeads.has(word)) && !OPEN_HEADS.has(word),
  );
}

/** Whom the text calls by first name or by surname alone too is a person, whatever fighters he has. */
function personsOf(names: ReadonlyMap<string, Name>): ReadonlySet<string> {
  const persons = new Set<string>();
  for (const [text, { places }] of names) {
    const words = text.split(' ');
    const last = words.at(-1)!;
    if (words.length < 2 || !places.some(({ label }) => label === 'PER')) continue;
    persons.add(last);
    if (names.has(last) || firstNames.has(words[0]!)) persons.add(text);
  }
  return persons;
}

function isArmed(name: string, { places, signs, isElsewhere }: Name): boolean {
  if (isSettled(name)) return false;
  let sum = 0;
  for (const sign of signs) sum += AGAINST.includes(sign) ? -sign.weight : sign.weight;
  const words = name.toLowerCase().split(' ');
  if (ARMIES.test(words.at(-1) ?? '')) return sum >= ENOUGH_FOR_ARMIES;
  const isLikely = places.some(({ label }) => label === 'ORG' || (label === 'PER' && words.length > 1));
  if (places.some(({ label }) => label === 'ORG')) return sum >= ENOUGH;
  return !isElsewhere && sum >= (isLikely ? ENOUGH : ENOUGH_FOR_OTHERS);
}

/** Whether a word of a name ("Tehrik-i-Kokrin Suled") is the name of a group that was found; places are called by nobody's name with hyphens. */
function holdsOne(name: string, { label }: Candidate, armed: ReadonlySet<string>): boolean {
  const words =
    label === 'ORG' ? name.split(/[ -]/) : name.split(' ').flatMap((word) => word.split('-').slice(1));
  return words.some((part) => part.length > 3 && part !== name && armed.has(part));
}

/**
 * Groups that fight, by what a text says of them and not by what they are called: whose militants, hostages and ceasefires it speaks of,
 * who ambushes, claims attacks and lays down arms. What states, parties, firms and helpers have speaks against it.
 */
export function armedGroups(reading: Reading, candidates: readonly Candidate[]): readonly Candidate[] {
  if (!reading.lower.some((word) => ANY.test(word))) return candidates;
  const keys = keysOf(reading, candidates);
  const armed = new Set<string>();
  const names = namesOf(reading, candidates);
  const persons = personsOf(names);
  for (const [text, name] of names) if (!persons.has(text) && isArmed(text, name)) armed.add(text);
  if (armed.size === 0) return candidates;
  return candidates.map((candidate) => {
    const own = nameOf(reading, candidate);
    const isOne = armed.has(keys.get(own) ?? own) || holdsOne(own, candidate, armed);
    return isOne ? { ...candidate, label: 'ORG', kind: 'armed-group' } : candidate;
  });
}
