import { foldWord } from '../text/normalise';

// Words that stand in claims of any content, own list.
const EMPTY = new Set(
  (
    'a about above after again against ago all almost already also although always am among an and another any anyone anything are ' +
    'around as at away be because been before began being below between both but by came can cannot could did do does doing done down ' +
    'during each either else even ever every everyone everything few for from further get gets getting go goes going gone got had has ' +
    'have having he her here hers herself him himself his how however i if in instead into is it its itself just keep kept let like ' +
    'made make makes making many may me might mine more most much must my myself near neither never no nobody none nor not nothing now ' +
    'of off often on once one only onto or other others our ours ourselves out over own per perhaps put quite rather really said same ' +
    'say saying says shall she should since so some somebody someone something soon still such take taken takes than that the their ' +
    'theirs them themselves then there these they thing things this those though through thus to told too took toward towards under ' +
    'until up upon us very want wanted wants was way we well went were what whatever when where whether which while who whom whose why ' +
    'will with within without would yes yet you your yours yourself s t re ve ll d m don doesn didn isn aren wasn weren won wouldn ' +
    'couldn shouldn hasn haven hadn ain'
  ).split(' '),
);

// Longer ones are data; cut, they are still the same on both sides.
const MAX_WORD = 40;
const WORD = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}]+/gu;

/** The words of a text that say something, folded, each once. Signs, case and accents do not count. */
export function contentWords(text: string): string[] {
  const words = new Set<string>();
  for (const [run] of foldWord(text).replace(/'/g, ' ').matchAll(WORD)) {
    const word = /^\p{N}/u.test(run) ? run.replace(/,(?=\p{N}{3})/gu, '') : run;
    if (!EMPTY.has(word) && (word.length > 1 || /\p{N}/u.test(word))) words.add(word.slice(0, MAX_WORD));
  }
  return [...words];
}

/**
 * What the forms of an English word have in common: always a beginning of the word, so that an index of words finds all
 * of them by it (`polic` stands in policy, policies, policy's).
 */
export function stemOf(word: string): string {
  if (word.length <= 3 || /\P{L}/u.test(word)) return word;
  let stem = word;
  if (/...ies$/.test(stem)) stem = stem.slice(0, -3);
  else if (/.(?:s|x|z|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (/..[^siu]s$/.test(stem)) stem = stem.slice(0, -1);
  if (/eed$/.test(stem)) stem = stem.slice(0, -1);
  else if (/...ied$/.test(stem)) stem = stem.slice(0, -3);
  else if (/...ed$/.test(stem)) stem = stem.slice(0, -2);
  else if (/...ing$/.test(stem)) stem = stem.slice(0, -3);
  else if (/....ly$/.test(stem)) stem = stem.slice(0, -2);
  if (/...[ey]$/.test(stem)) stem = stem.slice(0, -1);
  const isDoubled = /([^aeiouls])\1$/.test(stem) || (stem.length > 5 && stem.endsWith('ll'));
  return isDoubled ? stem.slice(0, -1) : stem;
}

/** The stems of a text's content words. */
export function contentStems(text: string): ReadonlySet<string> {
  return new Set(contentWords(text).map(stemOf));
}
