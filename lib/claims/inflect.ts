import type { Modality } from '../model/claim';
import { CUE_NOUNS, CUE_VERBS, type CueFrame, IRREGULAR, PRONOUNS, SPEAKERS } from './lexicon';

/** Which form of a verb a word is. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing';

/** A cue verb in one of its forms. A verb may have several frames (“call for”, “call X Y”): the first is the usual one. */
export interface VerbEntry {
  readonly base: string;
  readonly form: VerbForm;
  readonly frames: readonly { readonly frame: CueFrame; readonly modality: Modality }[];
}

const VOWEL = /[aeiou]/;
const DOUBLED = new Set([
  'plan',
  'beg',
  'quip',
  'rebut',
  'commit',
  'brag',
  'admit',
  'snap',
  'refer',
  'dub',
  'concur',
  'slam',
]);

function forms(base: string): [string, VerbForm][] {
  const irregular = IRREGULAR.find(([verb]) => verb === base);
  const stem = base.endsWith('e') && !base.endsWith('ee') ? base.slice(0, -1) : base;
  const double = DOUBLED.has(base) ? base + base.at(-1) : stem;
  const yToI = base.endsWith('y') && !VOWEL.test(base.at(-2) ?? 'a');
  const third = yToI ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
  const past = irregular ? irregular[1] : yToI ? `${base.slice(0, -1)}ied` : `${double}ed`;
  const list: [string, VerbForm][] = [
    [base, 'base'],
    [third, 'third'],
    [past, 'past'],
    [`${double}ing`, 'ing'],
  ];
  if (irregular && irregular[2] !== past) list.push([irregular[2], 'participle']);
  return list;
}

function verbTable(): Map<string, VerbEntry> {
  const table = new Map<string, VerbEntry>();
  for (const frame of Object.keys(CUE_VERBS) as CueFrame[]) {
    for (const [modality, verbs] of Object.entries(CUE_VERBS[frame]) as [Modality, string][]) {
      for (const base of verbs.split(' ')) {
        for (const [word, form] of forms(base)) {
          const known = table.get(word);
          if (known?.frames.some((entry) => entry.frame === frame)) continue;
          table.set(word, { base, form, frames: [...(known?.frames ?? []), { frame, modality }] });
        }
      }
    }
  }
  return table;
}

function nounTable(): Map<string, Modality> {
  const table = new Map<string, Modality>();
  for (const [modality, nouns] of Object.entries(CUE_NOUNS) as [Modality, string][]) {
    for (const noun of nouns.split(' ')) {
      if (!table.has(noun)) table.set(noun, modality);
      const plural = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
      if (!table.has(plural)) table.set(plural, modality);
    }
  }
  return table;
}

/** Lower-cased word → cue verb. */
export const VERB_TABLE: ReadonlyMap<string, VerbEntry> = verbTable();
/** Lower-cased noun (singular or plural) → the kind of statement it names. */
export const NOUN_TABLE: ReadonlyMap<string, Modality> = nounTable();
/** Lower-cased nouns that can speak. */
export const SPEAKER_NOUNS: ReadonlySet<string> = new Set(SPEAKERS.split(' '));
/** Lower-cased pronouns that can speak. */
export const SPEAKER_PRONOUNS: ReadonlySet<string> = new Set(PRONOUNS.split(' '));
