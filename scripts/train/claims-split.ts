import { type LabelledText, readAttributions } from './claims-data';
import { attributionsOf, corpusArticles } from './corpus-data';

/** Texts to train on, and texts to fit thresholds on, by domain. */
export interface Split {
  readonly train: LabelledText[];
  readonly tune: {
    readonly polnear: LabelledText[];
    readonly gum: LabelledText[];
    readonly corpus: LabelledText[];
  };
}

/**
 * Every tenth training document of PolNeAR, every fifth of the even half of GUM and the tuning part of the project's corpus are kept
 * for thresholds and calibration; PolNeAR's development part, the odd half of GUM and the corpus' test part are read by no trainer.
 */
export function split(folder: string, openOnly: boolean): Split {
  const polnear = openOnly ? [] : readAttributions(folder, 'polnear_train.jsonl');
  const gum = readAttributions(folder, 'gum_attribution.jsonl').filter((_, index) => index % 2 === 0);
  const keeps = (every: number) => (_: unknown, index: number) => index % every === every - 1;
  const leaves = (every: number) => (_: unknown, index: number) => index % every !== every - 1;
  const corpus = corpusArticles('training').map(attributionsOf);
  return {
    train: [...polnear.filter(leaves(10)), ...gum.filter(leaves(5)), ...corpus],
    tune: {
      polnear: polnear.filter(keeps(10)),
      gum: gum.filter(keeps(5)),
      corpus: corpusArticles('tuning').map(attributionsOf),
    },
  };
}
