import { tagSequence } from '../tagging/tag-sequence';
import type { Attribution } from './attribution';
import type { ClaimModel } from './claim-model';
import { evidenceOf, type Link, mass, type Tags } from './evidence';
import type { Frame, Run } from './frame';
import { LINKS, linkFeatures, linkWindow, reachOf, tagSteps } from './link-features';
import { type NetReading, readCue, readRun } from './net';
import { netInputs, netWindow } from './net-inputs';
import { linkPath } from './net-links';
import type { NetModel } from './net-model';
import { TAGS, tagFeatures } from './tag-features';
import { factsOf, type TokenFacts } from './token-facts';

/** An attribution as decoded, with what its score is made of. */
export interface Decoded extends Attribution {
  readonly cue: Run;
  readonly evidence: readonly number[];
}

const BEGIN = 0.1;
// Beside a quotation there is a cue more often than not.
const BEGIN_BY_QUOTE = 0.04;
// What stands in quotation marks was said by somebody: it is kept with so much of the score that other content needs.
const QUOTED_KEPT = 0.3;
const GO_ON = 0.3;
// The place of the source among `LINKS`.
const SOURCE = 1;
// A paragraph of a book read as one line: cut, so that memory stays bounded.
const LONGEST = 4000;

/** The attributions that the model finds, in the order of their cues. Linear in the text. */
export function modelAttributions(frame: Frame, model: ClaimModel): Attribution[] {
  const { keptFrom } = model.calibration;
  return decodeFrame(frame, model).filter(
    ({ score, content }) => score >= (isQuoted(frame, content) ? QUOTED_KEPT * keptFrom : keptFrom),
  );
}

function isQuoted(frame: Frame, content: readonly Run[]): boolean {
  return content.some((run) => frame.quote[run.first] !== -1 || frame.quote[run.last - 1] !== -1);
}

/** All decoded attributions, however unlikely; trainers fit the calibration on these. */
export function decodeFrame(frame: Frame, model: ClaimModel): Decoded[] {
  const facts = factsOf(frame, model.clusters);
  const tags = tagFrame(facts, model);
  const { net } = model;
  const inputs = net && netInputs(facts, net.vocabulary);
  return frame.paragraphs.flatMap((paragraph) => {
    const reading = net && inputs && readRun(net, inputs, paragraph);
    if (reading) mixTags(tags, reading);
    const cues = cuesOf(tags, frame, paragraph);
    const reach = reachOf(paragraph, cues.length);
    const links = cues.map((cue) =>
      net && reading
        ? linkByNet(net, reading, facts, tags, netWindow(paragraph, cue, reach), cue)
        : linkCue(facts, tags, linkWindow(paragraph, cue, reach), cue, model),
    );
    return resolve(frame, tags, links, model);
  });
}

/** Runs the linear first stage over all paragraphs. */
export function tagFrame(facts: TokenFacts, model: Pick<ClaimModel, 'tags'>): Tags {
  const count = facts.frame.tokens.length;
  const tags = {
    steps: new Uint8Array(count),
    begins: new Float64Array(count),
    goesOn: new Float64Array(count),
    source: new Float64Array(count),
    content: new Float64Array(count),
  };
  for (const paragraph of facts.frame.paragraphs) {
    for (let first = paragraph.first; first < paragraph.last; first += LONGEST) {
      const run = { first, last: Math.min(paragraph.last, first + LONGEST) };
      const { probabilities } = tagSequence(model.tags, tagFeatures(facts, run));
      for (let i = run.first; i < run.last; i++) {
        const p = (tag: number): number => probabilities[(i - run.first) * TAGS.length + tag]!;
        tags.begins[i] = p(3);
        tags.goesOn[i] = p(4);
        tags.source[i] = p(1) + p(2);
        tags.content[i] = p(5) + p(6);
        tags.steps[i] = tagSteps(p(1) + p(2), p(3) + p(4), p(5) + p(6));
      }
    }
  }
  return tags;
}

// Halfway between the linear first stage and the net's.
function mixTags(tags: Tags, { run, tags: net }: NetReading): void {
  for (let i = run.first; i < run.last; i++) {
    const p = (tag: number): number => net[(i - run.first) * TAGS.length + tag]!;
    tags.begins[i] = (tags.begins[i]! + p(3)) / 2;
    tags.goesOn[i] = (tags.goesOn[i]! + p(4)) / 2;
    tags.source[i] = (tags.source[i]! + p(1) + p(2)) / 2;
    tags.content[i] = (tags.content[i]! + p(5) + p(6)) / 2;
  }
}

/** The cues of a paragraph: where one begins with some likelihood, as far as it goes on. */
export function cuesOf({ begins, goesOn }: Tags, frame: Frame, paragraph: Run): Run[] {
  const cues: Run[] = [];
  const quoted = new Set<number>();
  for (let i = paragraph.first; i < paragraph.last; i++)
    if (frame.quote[i] !== -1) quoted.add(frame.sentence[i]!);
  for (let i = paragraph.first; i < paragraph.last; i++) {
    const isByQuote = frame.quote[i] === -1 && quoted.has(frame.sentence[i]!);
    if (begins[i]! < (isByQuote ? BEGIN_BY_QUOTE : BEGIN)) continue;
    let last = i + 1;
    while (last < paragraph.last && goesOn[last]! >= GO_ON && begins[last]! < GO_ON) last++;
    cues.push({ first: i, last });
    i = last - 1;
  }
  return cues;
}

function linkCue(facts: TokenFacts, { steps }: Tags, window: Run, cue: Run, model: ClaimModel): Link {
  if (!model.links) return { cue, window: { first: cue.first, last: cue.first }, ...NOTHING };
  const { path, probabilities } = tagSequence(model.links, linkFeatures(facts, steps, window, cue));
  return { cue, window, path, probabilities };
}

const NOTHING = { path: new Int32Array(0), probabilities: new Float64Array(0) };

function linkByNet(
  net: NetModel,
  reading: NetReading,
  facts: TokenFacts,
  tags: Tags,
  window: Run,
  cue: Run,
): Link {
  const probabilities = readCue(net, facts, reading, window, cue);
  return { cue, window, path: linkPath(probabilities, tags, window), probabilities };
}

// A token is content of one attribution, the one that is likeliest, by its score when it stands alone and by the token; but
// one speaker may say several things: “she said …, adding that …”.
function resolve(frame: Frame, tags: Tags, links: readonly Link[], model: ClaimModel): Decoded[] {
  const owner = new Map<number, { link: Link; label: number; p: number }>();
  for (const link of links) {
    const alone = attributionOf(frame, tags, link, model, () => true);
    if (!alone) continue;
    link.path.forEach((label, w) => {
      const p = alone.score ** 2 * link.probabilities[w * LINKS.length + label]!;
      const at = link.window.first + w;
      if (label !== 0 && p > (owner.get(at)?.p ?? 0)) owner.set(at, { link, label, p });
    });
  }
  const owns = (link: Link, at: number, label: number): boolean => {
    const held = owner.get(at);
    return !held || held.link === link || (label === SOURCE && held.label === SOURCE);
  };
  return links.flatMap(
    (link) => attributionOf(frame, tags, link, model, (at, label) => owns(link, at, label)) ?? [],
  );
}

/** The attribution of one cue, of those tokens that `owns` leaves to it. */
function attributionOf(
  frame: Frame,
  tags: Tags,
  link: Link,
  model: ClaimModel,
  owns: (at: number, label: number) => boolean,
): Decoded | null {
  const has = (at: number, label: number): boolean =>
    link.path[at - link.window.first] === label &&
    owns(at, label) &&
    (at < link.cue.first || at >= link.cue.last);
  const sources = runsWhere(link.window, (at) => has(at, 1));
  const content = joinRuns(
    frame,
    runsWhere(link.window, (at) => has(at, 2)),
  );
  if (content.length === 0) return null;
  if (sources.length === 0) sources.push(...likelySources(link, content, owns));
  const source = sources.reduce<Run | null>(
    (best, run) => (!best || mass(link, run, 1) > mass(link, best, 1) ? run : best),
    null,
  );
  const evidence = evidenceOf(frame, tags, link, source, content);
  return { source, cue: link.cue, content, evidence, score: scoreOf(evidence, model), why: ['model'] };
}

const MAY_SPEAK = 0.3;

// The best labels name no speaker: the second best may.
function likelySources(
  link: Link,
  content: readonly Run[],
  owns: (at: number, label: number) => boolean,
): Run[] {
  const { cue, window, probabilities } = link;
  const isFree = (at: number): boolean =>
    (at < cue.first || at >= cue.last) && !content.some((run) => at >= run.first && at < run.last);
  return runsWhere(
    window,
    (at) =>
      isFree(at) &&
      owns(at, SOURCE) &&
      probabilities[(at - window.first) * LINKS.length + SOURCE]! >= MAY_SPEAK,
  );
}

function runsWhere(window: Run, test: (at: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (let at = window.first; at < window.last; at++) {
    if (!test(at)) continue;
    let last = at + 1;
    while (last < window.last && test(last)) last++;
    runs.push({ first: at, last });
    at = last;
  }
  return runs;
}

// Pieces with nothing but signs between them are one piece, and a piece of nothing but signs is none.
function joinRuns(frame: Frame, runs: readonly Run[]): Run[] {
  const isSign = (at: number): boolean => !/[\p{L}\p{N}]/u.test(frame.lower[at]!);
  const joined: Run[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    let at = before?.last ?? run.first;
    while (before && at < run.first && isSign(at)) at++;
    if (before && at === run.first) joined[joined.length - 1] = { first: before.first, last: run.last };
    else joined.push(run);
  }
  return joined.filter((run) => {
    for (let at = run.first; at < run.last; at++) if (!isSign(at)) return true;
    return false;
  });
}

function scoreOf(evidence: readonly number[], { calibration: { weights } }: ClaimModel): number {
  const sum = evidence.reduce(
    (total, value, index) => total + value * (weights[index] ?? 0),
    weights[evidence.length] ?? 0,
  );
  return 1 / (1 + Math.exp(-sum));
}
