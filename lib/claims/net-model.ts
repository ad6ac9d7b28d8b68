import { ModelFormatError } from '../tagging/model-format';
import { makeKernel, type ProductKernel } from '../tagging/product-kernel';
import { readTensors, type Tensor } from '../tagging/tensor-format';
import { RELATIONS, SMALL_TABLES, type SmallTable, type Vocabulary } from './net-inputs';

/** Sizes of the net: hidden units of the two tagging layers, of the linking layer, and the width that links a token to a cue. */
export const NET = { word: 64, hidden: 48, link: 40, linkHidden: 32, tags: 7, roles: 3 } as const;

/** Tokens that one run of the net reads: longer paragraphs are read in pieces. */
export const NET_RUN = 512;

/** Where a matrix lies in the heap, with its rows and columns filled up to multiples of four. */
export interface Placed {
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
}

/** One direction of one layer: weights of the input and of the state before, and the constant. */
export interface Direction {
  readonly input: Placed;
  readonly state: Placed;
  readonly bias: Placed;
}

/** The net of the claim engine, ready to run: weights and working space in one heap. */
export interface NetModel {
  readonly kernel: ProductKernel;
  readonly vocabulary: Vocabulary;
  readonly words: Tensor;
  readonly small: Readonly<Record<SmallTable, Tensor>>;
  readonly relation: Readonly<Record<keyof typeof RELATIONS, Tensor>>;
  readonly layers: Readonly<Record<'lower' | 'upper' | 'link', readonly [Direction, Direction]>>;
  readonly tags: { readonly weight: Placed; readonly bias: Placed };
  readonly token: { readonly weight: Placed; readonly bias: Placed };
  readonly cue: Placed;
  readonly roles: { readonly weight: Placed; readonly bias: Placed };
  /** Working space, as indices into the heap. */
  readonly space: Readonly<Record<'input' | 'gates' | 'first' | 'second' | 'state' | 'small', number>>;
}

const up = (size: number): number => Math.ceil(size / 4) * 4;
const INPUT = NET.word + Object.values(SMALL_TABLES).reduce((sum, { width }) => sum + width, 0);
const DIRECTIONS = ['l0', 'l0_reverse'] as const;

/** The shape of every matrix of the net but the word vectors, whose rows depend on the vocabulary. */
function shapes(): Map<string, readonly [number, number]> {
  const all = new Map<string, readonly [number, number]>();
  for (const [name, { rows, width }] of Object.entries(SMALL_TABLES))
    all.set(`small.${name}.weight`, [rows, width]);
  for (const [name, rows] of Object.entries(RELATIONS)) all.set(`relation.${name}.weight`, [rows, NET.link]);
  const layers = [
    ['lower', INPUT, NET.hidden],
    ['upper', 2 * NET.hidden, NET.hidden],
    ['link', NET.link, NET.linkHidden],
  ] as const;
  for (const [name, input, hidden] of layers) {
    for (const direction of DIRECTIONS) {
      all.set(`${name}.weight_ih_${direction}`, [4 * hidden, input]);
      all.set(`${name}.weight_hh_${direction}`, [4 * hidden, hidden]);
      all.set(`${name}.bias_ih_${direction}`, [1, 4 * hidden]);
      all.set(`${name}.bias_hh_${direction}`, [1, 4 * hidden]);
    }
  }
  const linear = (name: string, rows: number, columns: number): void => {
    all.set(`${name}.weight`, [rows, columns]);
    all.set(`${name}.bias`, [1, rows]);
  };
  linear('tags', NET.tags, 2 * NET.hidden);
  linear('token', NET.link, 2 * NET.hidden);
  all.set('cue.weight', [NET.link, 4 * NET.hidden]);
  linear('roles', NET.roles, 2 * NET.linkHidden);
  return all;
}

/** Reads the net: its matrices (`lib/tagging/tensor-format`) and its words, one a line. Throws `ModelFormatError` on damage. */
export function loadNet(bytes: Uint8Array, words: string, plain = false): NetModel {
  const tensors = readTensors(bytes);
  const list = words.split('\n');
  const expected = shapes().set('word.weight', [list.length + 1, NET.word]);
  for (const [name, [rows, columns]] of expected) {
    const tensor = tensors.get(name);
    if (tensor?.rows !== rows || tensor.columns !== columns)
      throw new ModelFormatError('inconsistent', `the net has no matrix "${name}" of ${rows} × ${columns}`);
  }
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
  let size = 0;
  const reserve = (length: number): number => {
    const at = size;
    size += up(length);
    return at;
  };
  const filled: (() => void)[] = [];
  const heap = (): Float32Array => kernel.heap;
  const matrix = (name: string): Placed => {
    const { rows, columns, values } = tensors.get(name)!;
    const placed = { at: reserve(up(rows) * up(columns)), rows: up(rows), columns: up(columns) };
    filled.push(() => {
      for (let row = 0; row < rows; row++)
        heap().set(values.subarray(row * columns, (row + 1) * columns), placed.at + row * placed.columns);
    });
    return placed;
  };
  const bias = (...names: readonly string[]): Placed => {
    const { columns } = tensors.get(names[0]!)!;
    const placed = { at: reserve(columns), rows: 1, columns: up(columns) };
    filled.push(() => {
      for (const name of names)
        tensors.get(name)!.values.forEach((value, index) => {
          heap()[placed.at + index] = heap()[placed.at + index]! + value;
        });
    });
    return placed;
  };
  const directions = (layer: string): [Direction, Direction] => {
    const one = (direction: string): Direction => ({
      input: matrix(`${layer}.weight_ih_${direction}`),
      state: matrix(`${layer}.weight_hh_${direction}`),
      bias: bias(`${layer}.bias_ih_${direction}`, `${layer}.bias_hh_${direction}`),
    });
    return [one(DIRECTIONS[0]), one(DIRECTIONS[1])];
  };
  const linear = (name: string): { weight: Placed; bias: Placed } => ({
    weight: matrix(`${name}.weight`),
    bias: bias(`${name}.bias`),
  });
  const parts = {
    layers: { lower: directions('lower'), upper: directions('upper'), link: directions('link') },
    tags: linear('tags'),
    token: linear('token'),
    cue: matrix('cue.weight'),
    roles: linear('roles'),
    space: {
      input: reserve(NET_RUN * up(INPUT)),
      gates: reserve(NET_RUN * 4 * NET.hidden),
      first: reserve(NET_RUN * 2 * NET.hidden),
      second: reserve(NET_RUN * 2 * NET.hidden),
      state: reserve(2 * NET.hidden),
      small: reserve(4 * NET.hidden + 64),
    },
  };
  const kernel = makeKernel(size, plain);
  for (const fill of filled) fill();
  return { kernel, ...parts };
}
