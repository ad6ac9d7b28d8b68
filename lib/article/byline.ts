import { firstNames } from '../actors/lexicon/lexicon';

/** Words before the names of a byline, in the languages of the press; own list. */
const LEAD =
  /^(?:[-–—|•·]\s*)?(?:(?:story|text|words|article|report|interview(?:ed)?|written|posted|published|reviewed|analysis|photos?|texte|testo|texto|aufgezeichnet|protokolliert|propos recueillis|entretien réalisé|entrevista|intervista)\s*(?:and photos?\s*)?)?(?:das (?:gespräch|interview) führten?|by|von|par|por|di|da|av|af|door|przez|oleh|yazan|fra|från|ved|bởi|текст|автор|автори)[:\s]+/i;
/** What stands before names in Chinese and Japanese, and the word for a reporter behind them in Korean. */
const EAST_ASIAN_LEAD = /^[(（[【]?(?:责编|责任编辑|作者|记者|文|取材・文|文・)\s*[:：/]\s*/;
const KOREAN_REPORTER = /\s*기자(?:\s*외\s*\d+명)?$/;
/** A date in front of a byline: "17 December 2025 Ana Lima", "Dec 17, 2025 · Ana Lima". */
const DATE_LEAD =
  /^(?:(?:\p{L}{3,9}\.?\s+\d{1,2},?\s+|\d{1,2}\.?\s+\p{L}{3,9}\.?,?\s+|\d{1,2}[./-]\d{1,2}[./-])\d{4}|\d{4}-\d{2}-\d{2})(?:,?\s+\d{1,2}[:.]\d{2}(?:\s*[ap]m)?)?[\s|•·–—-]*/iu;
/** A date behind a byline that nothing divides from it: "By Ana Lima March 3, 1999". */
const MONTH_BEHIND =
  /\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:\.|uary|ruary|ch|il|e|y|ust|t\.?|tember|ober|ember)?\s+\d{1,2}\b.*$/iu;
const LABEL =
  /^(?:authors?|autor(?:en|es|in)?|autore|auteurs?|author|text|texte|reporter|journalist|verfasst von|interview|gespräch|protokoll|entretien|intervista|entrevista|redaktion|penulis|reporter|written by|words|byline)\s*:\s*/i;
const AND = /、|\s*(?:;|\/|\||•|·|&|,|\band\b|\bund\b|\bet\b|\by\b|\bog\b|\boch\b|\ben\b|\bdan\b)\s+/iu;
const PARTICLE =
  /^(?:de|del|della|di|da|dos|das|du|van|von|vom|zu|zur|der|den|ter|ten|la|le|el|al|bin|ibn|bint|af|av|y|e|st|dr|jr|sr|ap|o')\.?$/iu;
/** Words that stand in bylines but in no name: dates, roles, calls to act; own list. */
const NO_NAME =
  /\b(?:updated|published|posted|modified|min|minutes?|read|views?|share|follow|subscribe|comments?|edited|today|yesterday|ago|am|pm|uhr|home|news|menu|search|login|sign|click|more|photo|image|video|january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember|privacy|policy|about|contact|all|the|this|our|your|how|what|why|written|view|posts|articles|profile|website|author|authors|biography|facebook|twitter|linkedin|instagram|email|last|alle|artikel|beiträge|beitrag|mehr|zum|zur|autoren|articles|tous|todos|artículos|artigos|ver|feb|aug|sept|oct|nov|dec)\b/iu;

/** Bylines that name nobody: accounts of the publishing software. */
const NOBODY =
  /^(?:admin|administrator|root|editor|webmaster|user|author|guest|wp|wordpress|anonymous|none|null|undefined|default|super user|unknown|n\/a)$/i;

/** What somebody is, behind the name: a part with one of these words; own list. */
const ROLE =
  /\b(?:director|manager|editor|officer|president|founder|c[efto]o|professor|lecturer|consultant|specialist|analyst|engineer|reporter|correspondent|journalist|writer|columnist|producer|attorney|lawyer|head of|chief|redakteur(?:in)?|korrespondent(?:in)?|leiter(?:in)?|geschäftsführer(?:in)?|rédacteur|rédactrice|journaliste|directeur|directrice|redactora?|directora?|periodista)(?![\p{L}])/iu;
/** A comma between two names, or a name and what somebody is; one before a degree belongs to the name. */
const COMMA = /,\s+(?!(?:ph\.?\s?d|m\.?d|mba|m\.?sc|rn|j\.?d|esq|jr|sr)\.?(?:[,;]|$))/iu;

/** The parts of a declared list of names ("Ana Lima, Ph.D., Bo Ek"). */
export function commaParts(text: string): readonly string[] {
  return text.split(COMMA);
}

/**
 * The parts of a list of names without what somebody is ("Ana Lima, Deputy Editor, Harbour Lines"). Behind such a part stands mostly
 * where, and only who begins with a known first name is somebody else.
 */
export function withoutRoles(parts: readonly string[]): readonly string[] {
  const role = parts.findIndex((part, i) => i > 0 && ROLE.test(part));
  if (role < 0) return parts;
  const isSomebody = (part: string) => !ROLE.test(part) && firstNames.has(part.trim().split(' ')[0]!);
  return [...parts.slice(0, role), ...parts.slice(role).filter(isSomebody)];
}

/** Whether a text begins like a byline ("By …", "Von …", "Author: …"). */
export function startsLikeByline(text: string): boolean {
  return text.length < 200 && (LEAD.test(text) || LABEL.test(text) || EAST_ASIAN_LEAD.test(text));
}

/** The part of a line that begins like a byline ("March 15 · 3 min read · By Ana Lima"); null where none does. */
export function bylineIn(text: string): string | null {
  if (startsLikeByline(text)) return text;
  return text.split(/\s+[|•·]\s+/).find(startsLikeByline) ?? null;
}

/**
 * Names in a byline ("By Ana Lima and Bo Ek | The Daily"): the part before a bar, dash or date, split at commas and
 * conjunctions, each part that can be a name. Empty if there is none.
 */
export function parseByline(text: string): readonly string[] {
  const collapsed = text.replace(/\s+/g, ' ').trim();
  if (!collapsed || collapsed.length > 300) return [];
  const lead = collapsed
    .replace(DATE_LEAD, '')
    .replace(EAST_ASIAN_LEAD, '')
    .replace(LABEL, '')
    .replace(LEAD, '')
    .replace(/[)）\]】]$/, '');
  // Without a word like "By", what stands before a date is anything.
  const head = (startsLikeByline(collapsed) ? lead.replace(MONTH_BEHIND, '') : lead)
    .split(/\s+(?:[|•·–—]|-{1,2})\s+|\s*\(|\s{2,}|\s+(?:in|for|at|on|is|am|vom|für|para|pour)\s+|[\d]/)[0]!
    .replace(/[,;:.\s]+$/, '');
  const names: string[] = [];
  for (const part of withoutRoles(head.split(AND))) {
    const name = cleanName(part);
    if (!name) continue;
    // After "By", an agency's initials are as good as a name.
    const isAgency = lead !== collapsed && /^\p{Lu}{2,6}$/u.test(name);
    if (!isNameLike(name) && !isAgency) break;
    names.push(name);
  }
  return names;
}

/** An author's name as declared, tidied; null for accounts, addresses and empty values. */
export function cleanName(value: string): string | null {
  const name = value
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:by|von)\s+/i, '')
    // Signs of the newsroom: "Ana Lima (lim)".
    .replace(/\s*\([^()]{1,12}\)$/, '')
    .replace(KOREAN_REPORTER, '')
    .replace(/^[@,;:|–—-]+|[,;:|–—-]+$/g, '')
    .trim();
  if (!name || name.length > 80 || NOBODY.test(name)) return null;
  // The name of an account, not of a person: "ana-lima2", "harbourwriter".
  if (/^(?:[a-z0-9]+(?:[-_][a-z0-9]+)+|[a-z0-9]{10,})$/.test(name)) return null;
  if (/\bon (?:facebook|twitter|instagram|linkedin|x)$/i.test(name)) return null;
  if (/https?:|www\.|@|\.(?:com|org|net)$|[{}[\]<>]/i.test(name)) return null;
  return /\p{L}/u.test(name) ? name : null;
}

/** Whether a text can be a person's name: two to five capitalised words, or a short name in a script without case. */
export function isNameLike(text: string): boolean {
  if (text.length < 2 || text.length > 60 || /[\d!?…"“”„«»:]/.test(text) || NO_NAME.test(text)) return false;
  const words = text.split(/\s+/);
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s·]+$/u.test(text)) {
    return text.length <= 12;
  }
  if (words.length < 2 || words.length > 6) return false;
  if (!/[\p{Lu}\p{Ll}]/u.test(text)) return words.length <= 4;
  const capital = words.filter((word) => /^\p{Lu}/u.test(word) || /^['’(]/.test(word)).length;
  const particles = words.filter((word) => PARTICLE.test(word)).length;
  return capital >= 1 && capital + particles >= words.length;
}
