import type { Detection, Verdict } from '../model/article';
import { DETECTOR, GLANCE, MEANS, NAMES, type Weighing } from './detector-weights';
import { readSignals } from './page-signals';
import type { Signals } from './signal';
import { mainDocument } from './story-frames';

const MAX_REASONS = 5;

/**
 * Whether the page, or the frame of its own that it is mostly read for, is an article, by a logistic regression over cheap
 * signals. What a glance shows to be none is looked at no further. Takes a few milliseconds, reads no
 * layout, never throws: a page it cannot read is none. `why` names the signals that weighed most, strongest first, with
 * `-` before those that spoke against.
 */
export function detectArticle(document: Document, url: string): Detection {
  try {
    const page = readSignals(mainDocument(document), url);
    const atGlance = judge(GLANCE, page.glance);
    return atGlance.score < GLANCE.no && !page.isDeclared() ? atGlance : judge(DETECTOR, page.all());
  } catch {
    return { verdict: 'no', score: 0, why: [] };
  }
}

function judge({ bias, weights }: Weighing, signals: Signals): Detection {
  let sum = bias;
  const parts: { readonly code: string; readonly weight: number }[] = [];
  weights.forEach((weight, i) => {
    const name = NAMES[i]!;
    const value = signals[name] ?? 0;
    sum += weight * value;
    // Against the mean page, so that a signal which is always there is no reason.
    const weighed = weight * (value - MEANS[i]!);
    parts.push({ code: weighed < 0 ? `-${name}` : name, weight: Math.abs(weighed) });
  });
  const score = 1 / (1 + Math.exp(-sum));
  parts.sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1));
  return { verdict: verdictOf(score), score, why: parts.slice(0, MAX_REASONS).map((part) => part.code) };
}

function verdictOf(score: number): Verdict {
  if (score >= DETECTOR.article) return 'article';
  return score >= DETECTOR.maybe ? 'maybe' : 'no';
}
