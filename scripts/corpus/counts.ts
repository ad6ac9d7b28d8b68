import type { CorpusArticle } from './convert';

/** How often each value of a list stands there, most frequent first: "a 3, b 1". */
function tally(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([value, count]) => `${value} ${count}`)
    .join(', ');
}

/** Counts per layer of a set of articles, as lines to print. */
export function countLines(articles: readonly CorpusArticle[]): string[] {
  const claims = articles.flatMap((article) => article.claims);
  const actors = articles.flatMap((article) => article.actors);
  const mentions = actors.flatMap((actor) => actor.mentions);
  const sentences = articles.flatMap((article) => article.sentences);
  const worthy = sentences.filter((sentence) => sentence.checkworthy);
  const words = articles.reduce(
    (sum, { text }) => sum + (text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0),
    0,
  );
  const split = claims.filter(({ content }) => content.length > 1).length;
  const author = sentences.filter(({ voice }) => voice === 'author');
  return [
    `articles     ${articles.length} (${tally(articles.map(({ genre }) => genre))})`,
    `words        ${words}; sentences ${sentences.length}`,
    `claims       ${claims.length} (${tally(claims.map(({ kind }) => kind))})`,
    `             ${tally(claims.map(({ modality }) => modality))}; negated ${claims.filter(({ negated }) => negated).length}`,
    `             discontinuous ${split}; without source ${claims.filter(({ source }) => source.length === 0).length}; without cue ${claims.filter(({ cue }) => cue.length === 0).length}`,
    `actors       ${actors.length} (${tally(actors.map(({ type }) => type))})`,
    `mentions     ${mentions.length} (${tally(mentions.map(({ form }) => form))})`,
    `             ${tally(mentions.map(({ type }) => type))}`,
    `check-worthy ${worthy.length} of ${sentences.length} sentences; author's voice ${author.filter((s) => s.checkworthy).length} of ${author.length}`,
    `             ${tally(worthy.flatMap(({ why }) => why))}`,
  ];
}
