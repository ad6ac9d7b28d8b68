/**
 * `npm run bench -- speakers [--part training|tuning|test|fresh] [--wrong]`: for claims of the project's corpus that were found with
 * their source, whether the actor that is named as the speaker is the annotated one. `--wrong` lists what is not right; not
 * for the test part, whose errors nobody reads.
 */
import { parseArgs } from 'node:util';
import { analyseText } from '../../lib/analysis/analyse-text';
import type { Actor } from '../../lib/model/actor';
import type { Claim } from '../../lib/model/claim';
import type { Segment, Span } from '../../lib/model/span';
import { blocksOf } from '../../lib/text/blocks';
import { readModels } from '../analyse/read-models';
import type { CorpusActor, CorpusArticle, CorpusClaim } from '../corpus/convert';
import { type CorpusPart, readParts } from '../corpus/read-corpus';

type Form = 'name' | 'pronoun' | 'other words';
type Outcome = 'right' | 'unnamed' | 'wrong';

interface Judged {
  readonly form: Form;
  /** Whether the article names the speaker anywhere; where it does not, only `unnamed` and its nominal are right. */
  readonly isNamed: boolean;
  readonly outcome: Outcome;
  readonly line: string;
}

const PRONOUN = /^(?:he|she|it|they|who|which|that|him|her|them|his|its|their|i|we)$/i;

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const spans = (segments: readonly Segment[]): Span[] => segments.map(([start, end]) => ({ start, end }));
const touch = (span: Span | null | undefined, segments: readonly Segment[]): boolean =>
  span != null && spans(segments).some((segment) => meets(span, segment));

/** 1 for the same words, 0 where none is shared. */
function likeness(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** The annotated actor that most mentions of a found one belong to, or null where they are nobody's. */
function annotatedActor(found: Actor, actors: readonly CorpusActor[]): string | null {
  // By its names, where it has any: whom its pronouns mean is what is asked here.
  const names = found.mentions.filter(({ form }) => form === 'name');
  // By the share of the words, for “my mother” holds a mention of whoever says “my”.
  const counts = actors.map(({ id, mentions }) => ({
    id,
    count: (names.length > 0 ? names : found.mentions).reduce(
      (sum, mention) => sum + Math.max(0, ...mentions.map((other) => likeness(mention, other))),
      0,
    ),
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a), { id: '', count: 0 });
  return best.count > 0 ? best.id : null;
}

function formOf(article: CorpusArticle, { source, actor }: CorpusClaim): Form {
  const words = source.map(([start, end]) => article.text.slice(start, end)).join(' ');
  if (PRONOUN.test(words)) return 'pronoun';
  const mentions = article.actors.find(({ id }) => id === actor)?.mentions ?? [];
  return mentions.some((mention) => mention.form === 'name' && touch(mention, source))
    ? 'name'
    : 'other words';
}

function judge(article: CorpusArticle, gold: CorpusClaim, claim: Claim, actors: readonly Actor[]): Judged {
  const wanted = article.actors.find(({ id }) => id === gold.actor);
  const isNamed = wanted?.mentions.some(({ form }) => form === 'name') ?? false;
  const found = actors.find(({ id }) => id === claim.source?.actor);
  const isRight = found
    ? annotatedActor(found, article.actors) === gold.actor
    : !isNamed || wanted === undefined;
  const source = article.text.slice(claim.source?.start, claim.source?.end);
  return {
    form: formOf(article, gold),
    isNamed,
    outcome: isRight ? 'right' : found ? 'wrong' : 'unnamed',
    line: `${article.id}: “${source}” is ${wanted?.name ?? 'nobody'}, taken for ${found ? `${found.name} (${found.type})` : 'unnamed'}`,
  };
}

function judgeArticle(article: CorpusArticle): Judged[] {
  const found = analyseText(article.text, blocksOf(article.text), models);
  return article.claims.flatMap((gold) => {
    if (gold.source.length === 0) return [];
    const claim = found.claims.find(({ cue, source }) => touch(cue, gold.cue) && touch(source, gold.source));
    return claim ? [judge(article, gold, claim, found.actors)] : [];
  });
}

function row(label: string, judged: readonly Judged[]): string {
  const share = (outcome: Outcome) =>
    `${((100 * judged.filter((one) => one.outcome === outcome).length) / Math.max(1, judged.length)).toFixed(1)} %`;
  return `  ${label.padEnd(34)} ${String(judged.length).padStart(5)}   right ${share('right')}, unnamed ${share('unnamed')}, somebody else ${share('wrong')}`;
}

const { values } = parseArgs({
  options: { part: { type: 'string', multiple: true }, wrong: { type: 'boolean', default: false } },
});
const models = readModels((message) => console.error(message));
for (const part of (values.part ?? ['tuning', 'test']) as CorpusPart[]) {
  const articles = readParts([part]);
  const judged = articles.flatMap(judgeArticle);
  const named = judged.filter(({ isNamed }) => isNamed);
  console.log(`${part}: ${articles.length} articles, claims found with their source`);
  for (const form of ['name', 'pronoun', 'other words'] as const)
    console.log(
      row(
        `named in the article, by ${form}`,
        named.filter((one) => one.form === form),
      ),
    );
  console.log(
    row(
      'named nowhere in the article',
      judged.filter(({ isNamed }) => !isNamed),
    ),
  );
  console.log(row('all', judged));
  if (values.wrong && part !== 'test' && part !== 'fresh')
    for (const { line, outcome, form } of judged)
      if (outcome !== 'right') console.log(`    ${form}: ${line}`);
}
