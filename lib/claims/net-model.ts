import {
  checkShapes,
  type Direction,
  HeapPlan,
  type Linear,
  layerShapes,
  linearShapes,
  type Placed,
} from '../tagging/net-heap';
import type { ProductKernel } from '../tagging/product-kernel';
import { readTensors, type Tensor } from '../tagging/tensor-format';
import { RELATIONS, SMALL_TABLES, type SmallTable, type Vocabulary } from './net-inputs';

/** Sizes of the net: hidden units of the two tagging layers, of the linking layer, and the width that links a token to a cue. */
export const NET = { word: 64, hidden: 48, link: 40, linkHidden: 32, tags: 7, roles: 3 } as const;

/** Tokens that one run of the net reads: longer paragraphs are read in pieces. */
export const NET_RUN = 512;

/** The net of the claim engine, ready to run: weights and working space in one heap. */
export interface NetModel {
  readonly kernel: ProductKernel;
  readonly vocabulary: Vocabulary;
  readonly words: Tensor;
  readonly small: Readonly<Record<SmallTable, Tensor>>;
  readonly relation: Readonly<Record<keyof typeof RELATIONS, Tensor>>;
  readonly layers: Readonly<Record<'lower' | 'upper' | 'link', readonly [Direction, Direction]>>;
  readonly tags: Linear;
  readonly token: Linear;
  readonly cue: Placed;
  readonly roles: Linear;
  /** Working space, as indices into the heap. */
  readonly space: Readonly<Record<'input' | 'gates' | 'first' | 'second' | 'state' | 'small', number>>;
}

const INPUT = NET.word + Object.values(SMALL_TABLES).reduce((sum, { width }) => sum + width, 0);

/** The shape of every matrix of the net but the word vectors, whose rows depend on the vocabulary. */
function shapes(): Map<string, readonly [number, number]> {
  const all = new Map<string, readonly [number, number]>();
  for (const [name, { rows, width }] of Object.entries(SMALL_TABLES))
    all.set(`small.${name}.weight`, [rows, width]);
  for (const [name, rows] of Object.entries(RELATIONS)) all.set(`relation.${name}.weight`, [rows, NET.link]);
  const parts = [
    layerShapes('lower', INPUT, NET.hidden),
    layerShapes('upper', 2 * NET.hidden, NET.hidden),
    layerShapes('link', NET.link, NET.linkHidden),
    linearShapes('tags', NET.tags, 2 * NET.hidden),
    linearShapes('token', NET.link, 2 * NET.hidden),
    linearShapes('roles', NET.roles, 2 * NET.linkHidden),
  ];
  for (const part of parts) for (const [name, shape] of part) all.set(name, shape);
  all.set('cue.weight', [NET.link, 4 * NET.hidden]);
  return all;
}

/** Reads the net: its matrices (`lib/tagging/tensor-format`) and its words, one a line. Throws `ModelFormatError` on damage. */
export function loadNet(bytes: Uint8Array, words: string, plain = false): NetModel {
  const tensors = readTensors(bytes);
  const list = words.split('\n');
  checkShapes(tensors, shapes().set('word.weight', [list.length + 1, NET.word]));
  const layout = layOut(tensors, plain);
  const table = (name: string): Tensor => tensors.get(name)!;
  const tables = <K extends string>(group: string, names: readonly K[]): Record<K, Tensor> =>
    Object.fromEntries(names.map((name) => [name, table(`${group}.${name}.weight`)])) as Record<K, Tensor>;
  return {
    ...layout,
    vocabulary: new Map(list.map((word, index) => [word, index + 1])),
    words: table('word.weight'),
    small: tables('small', Object.keys(SMALL_TABLES) as SmallTable[]),
    relation: tables('relation', Object.keys(RELATIONS) as (keyof typeof RELATIONS)[]),
  };
}

type Layout = Omit<NetModel, 'vocabulary' | 'words' | 'small' | 'relation'>;

function layOut(tensors: ReadonlyMap<string, Tensor>, plain: boolean): Layout {
  const plan = new HeapPlan(tensors);
  const parts = {
    layers: { lower: plan.layer('lower'), upper: plan.layer('upper'), link: plan.layer('link') },
    tags: plan.linear('tags'),
    token: plan.linear('token'),
    cue: plan.matrix('cue.weight'),
    roles: plan.linear('roles'),
    space: {
      // Rows of inputs are filled up to a multiple of four.
      input: plan.reserve(NET_RUN * Math.ceil(INPUT / 4) * 4),
      gates: plan.reserve(NET_RUN * 4 * NET.hidden),
      first: plan.reserve(NET_RUN * 2 * NET.hidden),
      second: plan.reserve(NET_RUN * 2 * NET.hidden),
      state: plan.reserve(2 * NET.hidden),
      small: plan.reserve(4 * NET.hidden + 64),
    },
  };
  return { kernel: plan.make(plain), ...parts };
}
