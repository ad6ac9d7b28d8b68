import {
  checkShapes,
  type Direction,
  HeapPlan,
  type Linear,
  layerShapes,
  linearShapes,
} from '../tagging/net-heap';
import type { ProductKernel } from '../tagging/product-kernel';
import { multiply, runLayer } from '../tagging/recurrent-layer';
import { readTensors, type Tensor } from '../tagging/tensor-format';
import { BITS, type NetInputs, TABLES, type Table, type Vocabulary, writeBits } from './net-inputs';
import { LONGEST_SENTENCE, type Sentence } from './reading';

/** Sizes of the net: a word's vector, units of each direction. */
const NET = { word: 48, hidden: 48 } as const;
const NAMES = Object.keys(TABLES) as Table[];
const INPUT = NET.word + NAMES.reduce((sum, name) => sum + TABLES[name].width, 0) + BITS;
const filled = (size: number): number => Math.ceil(size / 4) * 4;

/** A bidirectional LSTM that scores the labels of every token beside the tagger: weights and working space in one heap. */
export interface ActorNet {
  readonly kernel: ProductKernel;
  readonly vocabulary: Vocabulary;
  readonly words: Tensor;
  readonly tables: Readonly<Record<Table, Tensor>>;
  readonly layer: readonly [Direction, Direction];
  readonly labels: Linear;
  readonly count: number;
  readonly space: Readonly<Record<'input' | 'gates' | 'states' | 'state' | 'scores', number>>;
}

/** Reads the net of a tagger with `count` labels, and its words, one a line. Throws `ModelFormatError` on damage. */
export function loadActorNet(bytes: Uint8Array, words: string, count: number, plain = false): ActorNet {
  const tensors = readTensors(bytes);
  const list = words.split('\n');
  checkShapes(
    tensors,
    new Map([
      ['word.weight', [list.length + 1, NET.word]],
      ...NAMES.map((name) => [`small.${name}.weight`, [TABLES[name].rows, TABLES[name].width]] as const),
      ...layerShapes('layer', INPUT, NET.hidden),
      ...linearShapes('labels', count, 2 * NET.hidden),
    ]),
  );
  const plan = new HeapPlan(tensors);
  const parts = {
    layer: plan.layer('layer'),
    labels: plan.linear('labels'),
    space: {
      input: plan.reserve(LONGEST_SENTENCE * filled(INPUT)),
      gates: plan.reserve(LONGEST_SENTENCE * 4 * NET.hidden),
      states: plan.reserve(LONGEST_SENTENCE * 2 * NET.hidden),
      state: plan.reserve(2 * NET.hidden),
      scores: plan.reserve(filled(count)),
    },
  };
  return {
    ...parts,
    count,
    kernel: plan.make(plain),
    vocabulary: new Map(list.map((word, index) => [word, index + 1])),
    words: tensors.get('word.weight')!,
    tables: Object.fromEntries(NAMES.map((name) => [name, tensors.get(`small.${name}.weight`)!])) as Record<
      Table,
      Tensor
    >,
  };
}

/** What the net says of the tokens of a sentence: a score of each label, token-major. Linear in its length. */
export function scoreSentence(net: ActorNet, inputs: NetInputs, { from, to }: Sentence): Float32Array {
  const { kernel, space, layer, labels, count } = net;
  const tokens = to - from;
  const width = layer[0].input.columns;
  for (let step = 0; step < tokens; step += 1)
    writeInput(net, inputs, from + step, space.input + step * width);
  runLayer(kernel, layer, {
    count: tokens,
    from: space.input,
    width,
    into: space.states,
    hidden: NET.hidden,
    space,
  });
  const scores = new Float32Array(tokens * count);
  for (let step = 0; step < tokens; step += 1) {
    multiply(kernel, labels, space.states + step * 2 * NET.hidden, space.scores);
    scores.set(kernel.heap.subarray(space.scores, space.scores + count), step * count);
  }
  return scores;
}

function writeInput(net: ActorNet, inputs: NetInputs, token: number, at: number): void {
  const { heap } = net.kernel;
  const copy = ({ values, columns }: Tensor, row: number, to: number): number => {
    const start = row * columns;
    for (let k = 0; k < columns; k += 1) heap[to + k] = values[start + k]!;
    return to + columns;
  };
  let next = copy(net.words, inputs.word[token]!, at);
  for (const name of NAMES) next = copy(net.tables[name], inputs.rows[name][token]!, next);
  writeBits(inputs, token, heap, next);
}
