import { multiply, runLayer } from '../tagging/recurrent-layer';
import type { Run } from './frame';
import { type NetInputs, netRelations, SMALL_TABLES, type SmallTable } from './net-inputs';
import { NET, NET_RUN, type NetModel } from './net-model';
import type { TokenFacts } from './token-facts';

/** What the net says of the tokens of a run: P of each tag (token-major), and the states that links are read from. */
export interface NetReading {
  readonly run: Run;
  readonly tags: Float32Array;
  readonly states: Float32Array;
  /** What the second stage takes of each token, whatever the cue. */
  readonly tokens: Float32Array;
}

const WIDTH = 2 * NET.hidden;
const SMALL = Object.keys(SMALL_TABLES) as SmallTable[];

/** Reads the tokens of a run with the two tagging layers. Linear in its length. */
export function readRun(net: NetModel, inputs: NetInputs, run: Run): NetReading {
  const count = run.last - run.first;
  const reading = {
    run,
    tags: new Float32Array(count * NET.tags),
    states: new Float32Array(count * WIDTH),
    tokens: new Float32Array(count * NET.link),
  };
  for (let first = run.first; first < run.last; first += NET_RUN)
    readPiece(net, inputs, { first, last: Math.min(run.last, first + NET_RUN) }, reading);
  return reading;
}

function readPiece(
  net: NetModel,
  inputs: NetInputs,
  piece: Run,
  { run, tags, states, tokens }: NetReading,
): void {
  const { kernel, layers, space } = net;
  const { heap } = kernel;
  const count = piece.last - piece.first;
  const { columns } = layers.lower[0].input;
  for (let t = 0; t < count; t++) writeInput(net, inputs, piece.first + t, space.input + t * columns);
  const own = { count, hidden: NET.hidden, space };
  runLayer(kernel, layers.lower, { ...own, from: space.input, width: columns, into: space.first });
  runLayer(kernel, layers.upper, { ...own, from: space.first, width: WIDTH, into: space.second });
  const from = piece.first - run.first;
  states.set(heap.subarray(space.second, space.second + count * WIDTH), from * WIDTH);
  for (let t = 0; t < count; t++) {
    multiply(kernel, net.tags, space.second + t * WIDTH, space.small);
    softmax(heap, space.small, NET.tags, tags, (from + t) * NET.tags);
    multiply(kernel, net.token, space.second + t * WIDTH, space.small);
    for (let k = 0; k < NET.link; k++) tokens[(from + t) * NET.link + k] = heap[space.small + k]!;
  }
}

function writeInput({ kernel, words, small }: NetModel, inputs: NetInputs, token: number, at: number): void {
  const row = inputs.word[token]! * NET.word;
  kernel.heap.set(words.values.subarray(row, row + NET.word), at);
  let offset = at + NET.word;
  for (const name of SMALL) {
    const { values, columns } = small[name];
    const from = inputs.small[name][token]! * columns;
    for (let k = 0; k < columns; k++) kernel.heap[offset++] = values[from + k]!;
  }
}

function softmax(
  heap: Float32Array,
  at: number,
  count: number,
  into: Float32Array | Float64Array,
  to: number,
): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k++) most = Math.max(most, heap[at + k]!);
  let sum = 0;
  for (let k = 0; k < count; k++) sum += Math.exp(heap[at + k]! - most);
  for (let k = 0; k < count; k++) into[to + k] = Math.exp(heap[at + k]! - most) / sum;
}

/**
 * P(none, source, content) of each token of `window` for one cue (token-major). Window and cue lie inside the reading's run.
 */
export function readCue(
  net: NetModel,
  facts: TokenFacts,
  { run, states, tokens }: NetReading,
  window: Run,
  cue: Run,
): Float64Array {
  const { kernel, space, relation } = net;
  const { heap } = kernel;
  const count = window.last - window.first;
  const probabilities = new Float64Array(count * NET.roles);
  const place = (token: number): Float32Array =>
    states.subarray((token - run.first) * WIDTH, (token - run.first + 1) * WIDTH);
  heap.set(place(cue.first), space.small);
  heap.set(place(cue.last - 1), space.small + WIDTH);
  const shared = space.small + 2 * WIDTH;
  heap.fill(0, shared, shared + NET.link);
  kernel.addProducts(space.small, net.cue.at, shared, net.cue.rows, net.cue.columns);
  const relations = netRelations(facts, window, cue);
  for (let t = 0; t < count; t++) {
    const at = space.input + t * NET.link;
    const own = (window.first + t - run.first) * NET.link;
    const d = relations.distance[t]! * NET.link;
    const n = relations.sentence[t]! * NET.link;
    const q = relations.quote[t]! * NET.link;
    for (let k = 0; k < NET.link; k++) {
      const place =
        relation.distance.values[d + k]! + relation.sentence.values[n + k]! + relation.quote.values[q + k]!;
      heap[at + k] = Math.max(0, tokens[own + k]! + heap[shared + k]! + place);
    }
  }
  const own = { count, hidden: NET.linkHidden, space };
  runLayer(kernel, net.layers.link, { ...own, from: space.input, width: NET.link, into: space.first });
  for (let t = 0; t < count; t++) {
    multiply(kernel, net.roles, space.first + t * 2 * NET.linkHidden, space.small);
    softmax(heap, space.small, NET.roles, probabilities, t * NET.roles);
  }
  return probabilities;
}
