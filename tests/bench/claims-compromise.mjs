// The baseline to beat: quotations and speech verbs as compromise (the nearest library that runs in a browser) finds them.
// node …/score.mjs tests/bench/claims-compromise.mjs
import nlp from 'compromise';

const SPEECH = '(say|tell|add|write|ask|explain|note|argue|announce|claim|tweet|insist|report|warn|believe)';

export function claims(text) {
  const found = [];
  for (const line of text.matchAll(/[^\n]+/g)) found.push(...claimsOf(line[0], line.index));
  return found;
}

function claimsOf(paragraph, offset) {
  const doc = nlp(paragraph);
  const people = spansOf(doc.match('(#Person|#Organization|#Pronoun)+'));
  const verbs = spansOf(doc.match('#Verb')).filter(({ text }) =>
    nlp(text).verbs().toInfinitive().has(SPEECH),
  );
  return spansOf(doc.quotations()).map((quote) => {
    const cue = nearest(verbs, quote);
    const source = cue && nearest(people, cue);
    return {
      kind: 'direct',
      ...shift(quote, offset),
      source: source && shift(source, offset),
      cue: cue && shift(cue, offset),
      checkworthy: /\d/.test(quote.text) ? 1 : 0,
    };
  });
}

function spansOf(view) {
  return view.json({ offset: true, terms: false }).map(({ text, offset }) => ({
    text,
    start: offset.start,
    end: offset.start + offset.length,
  }));
}

function nearest(spans, to) {
  const outside = spans.filter((span) => span.end <= to.start || span.start >= to.end);
  const distance = (span) => Math.max(to.start - span.end, span.start - to.end);
  return outside.sort((a, b) => distance(a) - distance(b))[0];
}

function shift({ start, end }, by) {
  return { start: start + by, end: end + by };
}
