import type { Detection, Verdict } from '../model/article';
import { namesOtherKind } from './address-signals';
import { isBrokenStory } from './broken-story';
import { ARTICLE, LOOKS, MAYBE, MEANS, NAMES, type Weighing } from './detector-weights';
import { readerFor } from './node-reader';
import { readSignals } from './page-signals';
import type { Signals } from './signal';

const MAX_REASONS = 5;

/** What a look at a page has shown; what decided is not named before somebody asks, which on most pages nobody does. */
export interface Look {
  readonly verdict: Verdict;
  readonly score: number;
  /** The weights that decided, and what they weighed; null where the page could not be read. */
  readonly weighing: Weighing | null;
  readonly signals: Signals;
}

/**
 * Whether the page, or the frame of its own that it is mostly read for, is an article, by logistic regressions over cheap
 * signals. What the first looks show to be none is looked at no further, unless it declares itself one. Takes a few milliseconds,
 * reads no layout, never throws: a page it cannot read is none.
 */
export function lookAtPage(document: Document, url: string): Look {
  try {
    let look = 0;
    for (const signals of readSignals(document, url)) {
      const weighing = LOOKS[look++]!;
      const score = weigh(weighing, signals);
      if (look === LOOKS.length || isTold(look, score, weighing.no, signals))
        return atLeast(isOldStory(document, look, signals) ? MAYBE : 0, { score, weighing, signals });
    }
  } catch {
    // A page that cannot be read is none.
  }
  return { verdict: 'no', score: 0, weighing: null, signals: {} };
}

/** Stories without a paragraph are too rare among the pages that were learnt from: the reader is asked. */
function isOldStory(document: Document, look: number, signals: Signals): boolean {
  return (
    look > 2 &&
    signals['long-none'] === 1 &&
    !namesOtherKind(signals) &&
    isBrokenStory(document, readerFor(document))
  );
}

function atLeast(least: number, look: Omit<Look, 'verdict'>): Look {
  const score = Math.max(least, look.score);
  return { ...look, score, verdict: verdictOf(score) };
}

/** The same with reasons: `why` names the signals that weighed most, strongest first, with `-` before those that spoke against. */
export function explained({ verdict, score, weighing, signals }: Look): Detection {
  return { verdict, score, why: weighing ? reasons(weighing, signals) : [] };
}

export function detectArticle(document: Document, url: string): Detection {
  return explained(lookAtPage(document, url));
}

/**
 * Whether a page that scores below `no` need not be looked at further: before its paragraphs were looked at only where the address names
 * something else. Many a shop declares all its pages articles: where that does and the address names something else, half the score
 * is asked for, and never before the paragraphs.
 */
export function isTold(look: number, score: number, no: number, signals: Signals): boolean {
  const isRead = look > 2;
  if (signals['og-article']) return isRead && score < no / 2 && namesOtherKind(signals);
  return score < no && (isRead || namesOtherKind(signals));
}

function weigh({ bias, weights }: Weighing, signals: Signals): number {
  let sum = bias;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * (signals[NAMES[i]!] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function reasons({ weights }: Weighing, signals: Signals): readonly string[] {
  // Against the mean page, so that a signal which is always there is no reason.
  const parts: number[] = [];
  for (let i = 0; i < weights.length; i++) parts.push(weights[i]! * ((signals[NAMES[i]!] ?? 0) - MEANS[i]!));
  const why: string[] = [];
  while (why.length < MAX_REASONS) {
    let most = 0;
    for (let i = 1; i < parts.length; i++) if (Math.abs(parts[i]!) > Math.abs(parts[most]!)) most = i;
    why.push(parts[most]! < 0 ? `-${NAMES[most]}` : NAMES[most]!);
    parts[most] = 0;
  }
  return why;
}

function verdictOf(score: number): Verdict {
  if (score >= ARTICLE) return 'article';
  return score >= MAYBE ? 'maybe' : 'no';
}
