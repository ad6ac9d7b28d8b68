import { cuesOf, tagFrame } from '../../lib/claims/decode';
import type { Tags } from '../../lib/claims/evidence';
import { LINKS, linkFeatures, linkWindow } from '../../lib/claims/link-features';
import { TAGS, tagFeatures } from '../../lib/claims/tag-features';
import { factsOf } from '../../lib/claims/token-facts';
import type { WordClusters } from '../../lib/tagging/clusters';
import { MODEL_VERSION, type TaggerModel } from '../../lib/tagging/model-format';
import { cueRun, type LabelledText, tagLabels } from './claims-data';
import { seededRandom } from './crf-random';
import { type TrainingSequence, trainCrf } from './crf-train';

type Log = (line: string) => void;

// Whether a cue is one is for the first stage to say: of those it makes up, this share is shown to the second as empty.
const MADE_UP = 0.15;
const LEVELS = 15;
// Whether a cue is one has been decided by then: its words should not count as nobody's too easily.
const LEAN = 0.8;

export interface StageOptions {
  readonly tagBits: number;
  readonly linkBits: number;
  readonly tagEpochs: number;
  readonly linkEpochs: number;
  readonly dropout: number;
  readonly rate: number;
  readonly sparsity: number;
}

/** Trains the first stage: source, cue and content of every token. */
export function trainTags(
  texts: readonly LabelledText[],
  clusters: WordClusters,
  options: StageOptions,
  log: Log,
): TaggerModel {
  const sequences = texts.flatMap((text): TrainingSequence[] => {
    const { frame } = text;
    const facts = factsOf(frame, clusters);
    const labels = tagLabels(text);
    return frame.paragraphs.map((run) => ({
      features: tagFeatures(facts, run),
      allowed: Uint32Array.from(labels.subarray(run.first, run.last), (label) => 1 << label),
    }));
  });
  const model = trainCrf(
    sequences,
    {
      task: 'claims',
      labels: TAGS,
      bits: options.tagBits,
      epochs: options.tagEpochs,
      dropout: options.dropout,
      rate: options.rate,
      sparsity: options.sparsity,
      levels: LEVELS,
      seed: 20260101,
      lean: 0,
      mayFollow: (label, next) => !next?.startsWith('I-') || label?.slice(2) === next.slice(2),
    },
    new Map(),
    log,
  );
  return { ...model, version: MODEL_VERSION };
}

/** What a tag model says of the tokens of some texts. */
export function tagTexts(
  texts: readonly LabelledText[],
  tags: TaggerModel,
  clusters: WordClusters,
): Map<string, Tags> {
  return new Map(texts.map(({ id, frame }) => [id, tagFrame(factsOf(frame, clusters), { tags })]));
}

/**
 * Trains the second stage: which tokens are source and content of one cue. It sees what the first stage says of these texts,
 * which must come from a model that was not trained on them. Cues that the first stage makes up are learnt as empty.
 */
export function trainLinks(
  texts: readonly LabelledText[],
  tagged: ReadonlyMap<string, Tags>,
  clusters: WordClusters,
  options: StageOptions,
  log: Log,
): TaggerModel {
  const sequences: TrainingSequence[] = [];
  const random = seededRandom(20260104);
  for (const { id, frame, attributions } of texts) {
    const facts = factsOf(frame, clusters);
    const tags = tagged.get(id)!;
    for (const paragraph of frame.paragraphs) {
      const golds = attributions
        .map((gold) => ({ gold, cue: cueRun(gold) }))
        .filter(({ cue }) => cue && cue.first >= paragraph.first && cue.first < paragraph.last);
      // Learn on the cue as the first stage cuts it, where it finds it; else on the annotated one.
      const found = cuesOf(tags, frame, paragraph);
      const used = new Set<number>();
      for (const { gold, cue } of golds) {
        const seen = found.findIndex((run) => run.first < cue!.last && run.last > cue!.first);
        if (seen >= 0) used.add(seen);
        const at =
          seen >= 0 ? found[seen]! : { first: cue!.first, last: Math.min(cue!.last, paragraph.last) };
        const window = linkWindow(paragraph, at);
        const allowed = Uint32Array.from({ length: window.last - window.first }, (_, w) => {
          const token = window.first + w;
          return gold.source.has(token) ? 2 : gold.content.has(token) ? 4 : 1;
        });
        sequences.push({ features: linkFeatures(facts, tags.steps, window, at), allowed });
      }
      found.forEach((cue, index) => {
        if (used.has(index) || random() >= MADE_UP) return;
        const window = linkWindow(paragraph, cue);
        const allowed = new Uint32Array(window.last - window.first).fill(1);
        sequences.push({ features: linkFeatures(facts, tags.steps, window, cue), allowed });
      });
    }
  }
  log(`${sequences.length} cues`);
  const model = trainCrf(
    sequences,
    {
      task: 'claims-links',
      labels: LINKS,
      bits: options.linkBits,
      epochs: options.linkEpochs,
      dropout: options.dropout,
      rate: options.rate,
      sparsity: options.sparsity,
      levels: LEVELS,
      seed: 20260102,
      lean: LEAN,
      mayFollow: () => true,
    },
    new Map(),
    log,
  );
  return { ...model, version: MODEL_VERSION };
}
