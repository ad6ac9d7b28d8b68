/**
 * The detector's signals gathered under what they look at. Its weights are many and small; a reader is told which parts
 * of a page spoke for an article and which against, not each of them.
 */
const SUBJECTS = {
  address: /^url-/,
  declared: /^(og-|meta-(?!author|published|modified)|ld-(?!author|dated|product)|x-other|x-declared-short)/,
  headline: /^h1-/,
  markup: /^(article-|body-prop|entry-content)/,
  links: /^(links|cards|related)$/,
  date: /^(times|time-one|meta-published|meta-modified|ld-dated|x-dated-long)$/,
  author: /^(byline|meta-author|ld-author|x-author-long)$/,
  paragraphs: /^(long-|run-|x-declared-long|x-undeclared-long)/,
  wording: /^style-/,
  pictures: /^figcaptions$/,
  forms: /^(textarea|buttons|faq)$/,
  shop: /^(cart|prices|hero|ld-product)$/,
  manual: /^(code|tables|doc-nav)$/,
  comments: /^(comments|posts)$/,
  sharing: /^(share|tags)$/,
} as const;

type Subject = keyof typeof SUBJECTS;

/** What a signal looks at, or null for one that is not known. The signal may carry the `-` of one that spoke against. */
export function subjectOf(signal: string): Subject | null {
  const name = signal.replace(/^-/, '');
  return (Object.keys(SUBJECTS) as Subject[]).find((subject) => SUBJECTS[subject].test(name)) ?? null;
}

/** What spoke for an article and what against, strongest first; what did both is left to its stronger side. */
export function spokenFor(why: readonly string[]): {
  readonly forIt: readonly Subject[];
  readonly against: readonly Subject[];
} {
  const sides = new Map<Subject, boolean>();
  for (const signal of why) {
    const subject = subjectOf(signal);
    if (subject && !sides.has(subject)) sides.set(subject, !signal.startsWith('-'));
  }
  const side = (wanted: boolean) => [...sides].flatMap(([subject, is]) => (is === wanted ? [subject] : []));
  return { forIt: side(true), against: side(false) };
}
