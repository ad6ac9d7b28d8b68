import type { Segment } from '../../lib/model/span';
import { kappa, type Score, scoreOf } from './agreement-measures';
import type { CorpusArticle, CorpusClaim } from './convert';

interface Pair {
  readonly a: CorpusArticle;
  readonly b: CorpusArticle;
}

type Layer = 'source' | 'cue' | 'content';
const key = (segments: readonly Segment[]): string => segments.join(';');

function shared(a: readonly Segment[], b: readonly Segment[]): number {
  return a.reduce(
    (sum, [s, e]) => sum + b.reduce((all, [t, f]) => all + Math.max(0, Math.min(e, f) - Math.max(s, t)), 0),
    0,
  );
}

const lengthOf = (segments: readonly Segment[]): number => segments.reduce((sum, [s, e]) => sum + e - s, 0);
const overlap = (a: readonly Segment[], b: readonly Segment[]): number =>
  shared(a, b) / (lengthOf(a) + lengthOf(b) - shared(a, b) || 1);

/** Pairs claims one to one, best content overlap first; a pair shares at least half of its content. */
export function pairClaims(
  a: readonly CorpusClaim[],
  b: readonly CorpusClaim[],
): [CorpusClaim, CorpusClaim][] {
  const options = a
    .flatMap((one) => b.map((two) => ({ one, two, value: overlap(one.content, two.content) })))
    .filter(({ value }) => value >= 0.5)
    .sort((x, y) => y.value - x.value);
  const used = new Set<CorpusClaim>();
  const pairs: [CorpusClaim, CorpusClaim][] = [];
  for (const { one, two } of options) {
    if (used.has(one) || used.has(two)) continue;
    used.add(one).add(two);
    pairs.push([one, two]);
  }
  return pairs;
}

function spanScores(pairs: readonly Pair[], layer: Layer): { exact: Score; overlapping: Score } {
  const of = (article: CorpusArticle): (readonly Segment[])[] =>
    article.claims.map((claim) => claim[layer]).filter((segments) => segments.length > 0);
  let exact = 0;
  let [touchedA, touchedB, all, other] = [0, 0, 0, 0];
  for (const { a, b } of pairs) {
    const [one, two] = [of(a), of(b)];
    const rest = two.map(key);
    for (const segments of one) {
      const at = rest.indexOf(key(segments));
      if (at >= 0) {
        exact += 1;
        rest.splice(at, 1);
      }
      if (two.some((segment) => shared(segments, segment) > 0)) touchedA += 1;
    }
    touchedB += two.filter((segments) => one.some((segment) => shared(segments, segment) > 0)).length;
    all += one.length;
    other += two.length;
  }
  return { exact: scoreOf(exact, all, exact, other), overlapping: scoreOf(touchedA, all, touchedB, other) };
}

function linked(pairs: readonly Pair[]): Score {
  const sum = (pick: (pair: Pair) => number): number => pairs.reduce((all, pair) => all + pick(pair), 0);
  const right = sum(
    ({ a, b }) =>
      pairClaims(a.claims, b.claims).filter(([one, two]) =>
        one.source.length === 0 ? two.source.length === 0 : shared(one.source, two.source) > 0,
      ).length,
  );
  const [all, other] = [sum(({ a }) => a.claims.length), sum(({ b }) => b.claims.length)];
  return scoreOf(right, all, right, other);
}

interface Named {
  readonly place: string;
  readonly type: string;
  readonly group: string;
}

function mentionsOf(article: CorpusArticle): Named[] {
  return article.actors.flatMap(({ id, mentions }) =>
    mentions.map(({ start, end, type }) => ({ place: `${start}-${end}`, type, group: id })),
  );
}

function actorLines(pairs: readonly Pair[]): string[] {
  let [found, all, other] = [0, 0, 0];
  const types: [string, string][] = [];
  const links: [string, string][] = [];
  for (const { a, b } of pairs) {
    const one = mentionsOf(a);
    const two = new Map(mentionsOf(b).map((mention) => [mention.place, mention]));
    const both = one.flatMap((mention) => {
      const same = two.get(mention.place);
      return same ? [{ mention, same }] : [];
    });
    found += both.length;
    all += one.length;
    other += two.size;
    for (const { mention, same } of both) types.push([mention.type, same.type]);
    both.forEach((x, at) => {
      for (const y of both.slice(at + 1))
        links.push([String(x.mention.group === y.mention.group), String(x.same.group === y.same.group)]);
    });
  }
  return [
    row('actor mentions, exact', scoreOf(found, all, found, other)),
    `${'actor types, kappa'.padEnd(28)} ${kappa(types)}  (${types.length} mentions found by both)`,
    `${'grouping of pairs, kappa'.padEnd(28)} ${kappa(links)}  (${links.length} pairs)`,
  ];
}

const row = (name: string, { f1, first, second }: Score): string =>
  `${name.padEnd(28)} ${f1.toFixed(3)}  (${first} and ${second})`;

function traitLines(pairs: readonly Pair[]): string[] {
  const both = pairs.flatMap(({ a, b }) => pairClaims(a.claims, b.claims));
  const line = (name: string, of: (claim: CorpusClaim) => string): string =>
    `${`${name}, kappa`.padEnd(28)} ${kappa(both.map(([a, b]) => [of(a), of(b)]))}  (${both.length} claims found by both)`;
  return [
    line('kind', ({ kind }) => kind),
    line('modality', ({ modality }) => modality),
    line('negation', ({ negated }) => String(negated)),
  ];
}

function worthLine(pairs: readonly Pair[], name: string, authorOnly: boolean): string {
  const rated = pairs.flatMap(({ a, b }) =>
    a.sentences.flatMap((sentence, at): [string, string][] => {
      const other = b.sentences[at];
      if (!other || (authorOnly && (sentence.voice !== 'author' || other.voice !== 'author'))) return [];
      return [[String(sentence.checkworthy), String(other.checkworthy)]];
    }),
  );
  return `${name.padEnd(28)} ${kappa(rated)}  (${rated.length} sentences)`;
}

/**
 * How far two annotations of the same articles agree, per layer, as lines to print. Throws where the texts of the two
 * are not the same: offsets would then mean nothing.
 */
export function agreementLines(
  first: ReadonlyMap<string, CorpusArticle>,
  second: ReadonlyMap<string, CorpusArticle>,
): string[] {
  const pairs = [...second].flatMap(([id, b]): Pair[] => {
    const a = first.get(id);
    if (a && a.text !== b.text) throw new Error(`${id}: the second annotation is of another text`);
    return a ? [{ a, b }] : [];
  });
  if (pairs.length === 0) return ['agreement    no article is annotated a second time yet'];
  const layers = (['source', 'cue', 'content'] as const).flatMap((layer) => {
    const { exact, overlapping } = spanScores(pairs, layer);
    return [row(`${layer}, exact F1`, exact), row(`${layer}, overlap F1`, overlapping)];
  });
  return [
    `agreement    of two annotations of ${pairs.length} articles`,
    ...layers,
    row('linked F1', linked(pairs)),
    ...traitLines(pairs),
    ...actorLines(pairs),
    worthLine(pairs, 'check-worthiness, kappa', false),
    worthLine(pairs, "the same, author's voice", true),
  ];
}
