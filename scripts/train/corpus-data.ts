/**
 * The project's own corpus (docs/corpus) in the shapes of the trainers. Training and tuning parts alone can be had here;
 * what reports on the test part reads it with `readParts(['test'])` of scripts/corpus/read-corpus.ts.
 */
import type { CoarseType } from '../../lib/actors/candidate';
import { frameText } from '../../lib/claims/frame';
import type { ActorType } from '../../lib/model/actor';
import type { Segment } from '../../lib/model/span';
import { blocksOf } from '../../lib/text/blocks';
import type { CorpusArticle } from '../corpus/convert';
import { CORPUS, readParts } from '../corpus/read-corpus';
import type { LabelledDocument } from './actors-data';
import { type LabelledText, type RatedSentence, tokensIn } from './claims-data';

/** The parts that weights and thresholds may be made from. */
export type TrainingPart = 'training' | 'tuning';

const COARSE: Readonly<Record<ActorType, CoarseType>> = {
  person: 'PER',
  organisation: 'ORG',
  party: 'ORG',
  'armed-group': 'ORG',
  media: 'ORG',
  state: 'ORG',
  place: 'LOC',
  people: 'MISC',
  other: 'MISC',
};

/** Articles of one part, for trainers. Throws where an article is not valid. */
export function corpusArticles(part: TrainingPart, corpus = CORPUS): CorpusArticle[] {
  return readParts([part], corpus);
}

/** The outermost names of an article with the tagger's four types. */
export function namesOf({ id, text, actors }: CorpusArticle): LabelledDocument {
  const names = actors
    .flatMap(({ mentions }) => mentions.filter(({ form }) => form === 'name'))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  const outer = names.filter(({ start, end }) => {
    const isInside = start < last;
    last = Math.max(last, end);
    return !isInside;
  });
  const ents = outer.map(({ start, end, type, text: name }) => ({
    start,
    end,
    type: COARSE[type],
    text: name,
  }));
  return { doc: `corpus-${id}`, text, ents, open: false };
}

/** The claims of an article as sets of tokens. */
export function attributionsOf({ id, text, claims }: CorpusArticle): LabelledText {
  const frame = frameText(text, blocksOf(text));
  const set = (segments: readonly Segment[]): Set<number> =>
    new Set(segments.flatMap((segment) => tokensIn(frame, segment)));
  const attributions = claims.map(({ source, cue, content }) => ({
    source: set(source),
    cue: set(cue),
    content: set(content),
  }));
  return { id: `corpus-${id}`, frame, attributions };
}

/** Every sentence of an article's body with its check-worthiness; page furniture is left out. */
export function ratingsOf(
  { text, sentences, blocks }: CorpusArticle,
  voice: 'author' | 'all' = 'all',
): RatedSentence[] {
  const furniture = blocks.filter(({ kind }) => kind === 'furniture');
  return sentences
    .filter((sentence) => voice === 'all' || sentence.voice === 'author')
    .filter(({ start }) => !furniture.some((block) => start >= block.start && start < block.end))
    .map(({ start, end, checkworthy }) => ({
      set: 'corpus',
      text: text.slice(start, end),
      label: checkworthy ? 1 : 0,
    }));
}
