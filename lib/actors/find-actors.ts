import type { Actor } from '../model/actor';
import type { Block } from '../model/article';
import type { WordListEntry } from '../model/word-list';
import type { ActorModel } from './actor-model';
import { applyWordList } from './apply-word-list';
import { actsAsState } from './as-state';
import { buildActors } from './build-actors';
import type { Candidate } from './candidate';
import { withCalibrated } from './confidence';
import { documentPass } from './document-pass';
import { findNominals } from './find-nominals';
import { linkPronouns } from './find-pronouns';
import type { FoundMention } from './found-mention';
import { pairedKinds, peoplesOfPlaces, sharedKinds } from './paired-kinds';
import { type Reading, readText } from './reading';
import { refineType } from './refine-type';
import { tagByModel } from './tag-model';
import { tagByRules } from './tag-rules';

/** So many characters before a name and behind it are read for what it is. */
const LEAD = 40;

function toMention(reading: Reading, candidate: Candidate): FoundMention {
  const start = reading.tokens[candidate.from]?.start ?? 0;
  const end = reading.tokens[candidate.to - 1]?.end ?? start;
  const text = reading.text.slice(start, end);
  const before = reading.text.slice(Math.max(0, start - LEAD), start);
  const type = refineType(candidate.label, text, before, reading.text.slice(end, end + LEAD));
  return {
    start,
    end,
    text,
    form: 'name',
    type: (type === 'organisation' && candidate.kind) || type,
    confidence: candidate.confidence,
    why: candidate.why,
  };
}

/**
 * Finds, types and groups the actors of a text. Offsets are UTF-16 units into `text`; `model` null means rules and lexicon
 * alone. The reader's `words` win over everything. Never throws; ids are a1… in order of first mention.
 */
export function findActors(
  text: string,
  blocks: readonly Block[],
  model: ActorModel | null,
  words: readonly WordListEntry[] = [],
): Actor[] {
  const reading = readText(text, blocks);
  const candidates = documentPass(reading, model ? tagByModel(reading, model) : tagByRules(reading));
  const taken = new Set<number>();
  const acts = new Set<FoundMention>();
  const names = candidates.map((candidate) => {
    for (let at = candidate.from; at < candidate.to; at += 1) taken.add(at);
    const mention = toMention(reading, candidate);
    if (mention.type === 'place' && actsAsState(reading, candidate.from, candidate.to)) acts.add(mention);
    return mention;
  });
  const nominals = findNominals(reading, (token) => taken.has(token));
  // Names that are places keep their identity in `acts`: only organisations are changed.
  const mentions = [...pairedKinds(text, peoplesOfPlaces(sharedKinds(names))), ...nominals].sort(
    (a, b) => a.start - b.start,
  );
  const found = buildActors(text, mentions, acts, linkPronouns(reading, mentions));
  const actors = model?.confidence ? withCalibrated(found, reading, model.confidence) : found;
  return words.length > 0 ? applyWordList(text, actors, words) : actors;
}
