import type { ActorType } from '../model/actor';
import type { CoarseType } from './candidate';
import { armedHeads, lookUpName, mediaHeads, organisationHeads, partyHeads } from './lexicon/lexicon';

const PEOPLE_ENDING = /(?:ians?|eans?|ese|ish|is|ites?|ists?|ims?|ans|ers|[^aeiou]i)$/;
/** What stands before a medium's name and says that it is one: "the newspaper Dagens Holm". */
const MEDIUM =
  /\b(?:newspaper|daily|weekly|magazine|journal|broadcaster|tabloid|(?:news|press) (?:agency|site|website|outlet))$/;
/** Before a front or a union these say that it is a party. */
const OF_PARTIES = /\b(?:ruling|governing|opposition|party,(?: the)?)$/;
/** Who sits or runs for a party, before its name and behind it, and what it wins. */
const OF_A_PARTY =
  /\b(?:councillors?|councilors?|lawmakers?|mps|legislators|parliamentarians|deputies|candidates?) (?:of|from)(?: the)?$/;
/** "candidate Ines Varo of the New Dawn", "govern with the New Dawn", "a nationalist party in Varna, Ata Lun": before a name, as written. */
const BESIDE_A_PARTY =
  /\b(?:candidate(?: \p{Lu}[\p{L}'’-]+){1,3} of(?: the)?|(?:govern|governing|coalition) with(?: the)?|party(?: in \p{Lu}\p{L}+)?,)$/u;
/** "Cllr Lee Varo (New Dawn)": in brackets behind whoever sits in a council or a parliament stands a party. */
const SITS =
  /\b(?:Cllr|Councillor|Councilor|Senator|Sen\.|Rep\.|Deputy|MP|MEP)(?: \p{Lu}[\p{L}'’-]+){1,3} \($/u;
/** "the left-wing Common Table 19, the …": a party among others with its seats. */
const LEANS =
  /\b(?:left-wing|right-wing|far-right|far-left|centrist|nationalist|conservative|liberal|socialist|populist|green|agrarian|opposition|ruling)$/;
const WITH_NUMBER = /^ \d{1,3}(?=[.,;)]| and\b)/;
const HAS_SEATS =
  /^(?: (?:won|has|holds|took|gained|lost) [\w-]+ (?:of [\w-]+ )?seats|,? (?:which )?(?:came|finished|was) (?:first|second|third|fourth|last) with [\w-]+ (?:seats|percent|per cent)|, which (?:won|lost) the (?:[\w-]+ )?election|['’]s (?:candidates?|lawmakers|mps|councillors|parliamentary)\b| (?:lawmakers?|mps?|councillors?|candidates?|voters)\b|, which (?:backs|leads|supports) the (?:[\w-]+ )?(?:government|coalition))/i;
const PARTY_LIKE = /\b(?:front|union|alliance|movement|coalition|bloc|congress|league)(?: (?:of|for)\b.*)?$/;
const BROADCASTER = /^(?:radio|tv|television|channel)$/;
/** "The Strait Courier": no place is called so. */
const PAPER = /^(?:times|tribune|herald|gazette|chronicle|courier|telegraph|newspaper|echo|argus)$/;
/** What stands behind a people's name: "Meru elders". */
const OF_A_PEOPLE =
  /^ (?:language|people|elders|villages|villagers|tribes?|tribesmen|communit(?:y|ies)|minority|population|immigrants|refugees|speakers|civilians|families|women|men|woman|man|couple|chiefs?|farmers|herders|voters|nationals|citizens?|officials?|diplomats?|negotiators|soldiers?|troops|army|navy|police|government|authorities|president|parliament|embassy|provinces?|company|companies|firms?|foundation|consortium|engineers?|researchers?|scientists?|tourists?|workers|prisoners|lawyers?|deputies|artists?|writers?|poets?|vessels?)\b/;
const WORK_OR_EVENT =
  /\b(?:war|cup|prize|award|awards|act|treaty|day|games|festival|olympics|revolution|agreement|accord|pact|bill)$/;

const armsOf = (word: string): boolean =>
  word
    .split('-')
    .some(
      (part) => part.length > 3 && lookUpName(part[0]!.toUpperCase() + part.slice(1))?.kind === 'armed-group',
    );

function refineOrganisation(words: readonly string[], kind: string | undefined): ActorType {
  if (kind === 'party' || kind === 'armed-group' || kind === 'media') return kind;
  const last = words.at(-1) ?? '';
  const head = words[words.findIndex((word) => word === 'of' || word === 'for') - 1] ?? last;
  if (kind === 'organisation') return 'organisation';
  // "Tehrik-i-Nahr Valdor" is of the kind of the group that its own word names.
  if (words.some((word) => word.includes('-') && armsOf(word))) return 'armed-group';
  if (partyHeads.has(head) || partyHeads.has(last)) return 'party';
  if (words.some((word) => armedHeads.has(word)) || /\bliberation (?:army|front)\b/.test(words.join(' ')))
    return 'armed-group';
  if (words.length > 1 && words.some((word) => BROADCASTER.test(word)) && !organisationHeads.has(last))
    return 'media';
  if (words.length > 1 && BROADCASTER.test(words[0] ?? '')) return 'media';
  if (last === 'agency' && words.at(-2) === 'press') return 'media';
  if (mediaHeads.has(last) || (mediaHeads.has(last) === false && words.includes('news') && words.length > 1))
    return 'media';
  return 'organisation';
}

/** The contract's type of a name: `label` as the tagger decided, `name` as written without titles, `before` and `after` the words beside it. */
export function refineType(label: CoarseType, name: string, before = '', after = ''): ActorType {
  const type = typeByName(label, name);
  if (type === 'other' && OF_A_PEOPLE.test(after) && !partyHeads.has(name.toLowerCase())) return 'people';
  if (type !== 'organisation') return type;
  // "the opposition New Dawn party"
  if (/^ party(?!-|\p{L})/u.test(after)) return 'party';
  const lead = before.toLowerCase().trimEnd();
  if (MEDIUM.test(lead)) return 'media';
  if (isOpen(name) && (OF_A_PARTY.test(lead) || HAS_SEATS.test(after) || isBesideParty(before, after)))
    return 'party';
  return OF_PARTIES.test(lead) && PARTY_LIKE.test(name.toLowerCase()) ? 'party' : type;
}

function isBesideParty(before: string, after: string): boolean {
  const lead = before.trimEnd();
  if (BESIDE_A_PARTY.test(lead) || (SITS.test(lead) && after.startsWith(')'))) return true;
  return LEANS.test(lead) && WITH_NUMBER.test(after);
}

/** A name that nobody knows and whose last word does not say what it is. */
function isOpen(name: string): boolean {
  const last = name.toLowerCase().split(/\s+/).at(-1) ?? '';
  return lookUpName(name) === null && (!organisationHeads.has(last) || PARTY_LIKE.test(last));
}

function typeByName(label: CoarseType, name: string): ActorType {
  const kind = lookUpName(name)?.kind ?? lookUpName(name.replace(/^the /i, ''))?.kind;
  const words = name.toLowerCase().split(/\s+/);
  if (label === 'PER') return 'person';
  if (label === 'LOC') return words.length > 1 && PAPER.test(words.at(-1) ?? '') ? 'media' : 'place';
  if (label === 'ORG') return refineOrganisation(words, kind);
  if (kind === 'people') return 'people';
  const lastWord = words.at(-1) ?? '';
  // "the Free Liberals" are a party; "Texas Democrats" and "House Republicans" are some of one.
  if (words.length === 2 && partyHeads.has(lastWord) && !lookUpName(name.split(/\s+/)[0] ?? ''))
    return 'party';
  // "North American", "Turkish Cypriots": a people of a part of the world.
  if (words.length === 2 && lookUpName(name.split(/\s+/)[1] ?? '')?.kind === 'people') return 'people';
  return words.length < 3 && PEOPLE_ENDING.test(lastWord) && !WORK_OR_EVENT.test(lastWord)
    ? 'people'
    : 'other';
}
