import type { Run } from './frame';
import { type NetInputs, netRelations, SMALL_TABLES, type SmallTable } from './net-inputs';
import { type Direction, NET, NET_RUN, type NetModel, type Placed } from './net-model';
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
  runLayer(net, layers.lower, count, space.input, columns, space.first, NET.hidden);
  runLayer(net, layers.upper, count, space.first, WIDTH, space.second, NET.hidden);
  const from = piece.first - run.first;
  states.set(heap.subarray(space.second, space.second + count * WIDTH), from * WIDTH);
  for (let t = 0; t < count; t++) {
    multiply(net, net.tags, space.second + t * WIDTH, space.small);
    softmax(heap, space.small, NET.tags, tags, (from + t) * NET.tags);
    multiply(net, net.token, space.second + t * WIDTH, space.small);
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

/** heap[into…] = bias + weight · heap[from…]. */
function multiply(
  { kernel }: NetModel,
  { weight, bias }: { readonly weight: Placed; readonly bias: Placed },
  from: number,
  into: number,
): void {
  const { heap } = kernel;
  for (let k = 0; k < weight.rows; k++) heap[into + k] = heap[bias.at + k]!;
  kernel.addProducts(from, weight.at, into, weight.rows, weight.columns);
}

// Both directions of a layer over `count` tokens: inputs at `from`, `width` apart; states go to `into`, forward then backward.
function runLayer(
  net: NetModel,
  directions: readonly [Direction, Direction],
  count: number,
  from: number,
  width: number,
  into: number,
  hidden: number,
): void {
  const { kernel, space } = net;
  const { heap } = kernel;
  directions.forEach((direction, side) => {
    for (let t = 0; t < count; t++)
      multiply(
        net,
        { weight: direction.input, bias: direction.bias },
        from + t * width,
        space.gates + t * 4 * hidden,
      );
    // The state and, behind it, the memory of one direction.
    const state = space.state;
    heap.fill(0, state, state + 2 * hidden);
    for (let n = 0; n < count; n++) {
      const t = side === 0 ? n : count - 1 - n;
      const gates = space.gates + t * 4 * hidden;
      kernel.addProducts(state, direction.state.at, gates, 4 * hidden, hidden);
      stepCell(heap, gates, state, hidden);
      const to = into + t * 2 * hidden + side * hidden;
      for (let k = 0; k < hidden; k++) heap[to + k] = heap[state + k]!;
    }
  });
}

// Gates in the order input, forget, candidate, output.
function stepCell(heap: Float32Array, gates: number, state: number, hidden: number): void {
  for (let k = 0; k < hidden; k++) {
    const memory =
      sigmoid(heap[gates + hidden + k]!) * heap[state + hidden + k]! +
      sigmoid(heap[gates + k]!) * tanh(heap[gates + 2 * hidden + k]!);
    heap[state + hidden + k] = memory;
    heap[state + k] = sigmoid(heap[gates + 3 * hidden + k]!) * tanh(memory);
  }
}

// tanh by steps of 1/256 with a straight line between: within 1e-5, at a quarter of the time.
const STEP = 256;
const EDGE = 8;
const TANH = Float32Array.from({ length: 2 * EDGE * STEP + 2 }, (_, index) => Math.tanh(index / STEP - EDGE));

function sigmoid(x: number): number {
  return 0.5 + 0.5 * tanh(0.5 * x);
}

function tanh(x: number): number {
  if (x >= EDGE) return 1;
  if (x <= -EDGE) return -1;
  const place = (x + EDGE) * STEP;
  const index = place | 0;
  const low = TANH[index]!;
  return low + (place - index) * (TANH[index + 1]! - low);
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
  runLayer(net, net.layers.link, count, space.input, NET.link, space.first, NET.linkHidden);
  for (let t = 0; t < count; t++) {
    multiply(net, net.roles, space.first + t * 2 * NET.linkHidden, space.small);
    softmax(heap, space.small, NET.roles, probabilities, t * NET.roles);
  }
  return probabilities;
}
