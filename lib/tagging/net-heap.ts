import { ModelFormatError } from './model-format';
import { makeKernel, type ProductKernel } from './product-kernel';
import type { Tensor } from './tensor-format';

/** Where a matrix lies in the heap, with its rows and columns filled up to multiples of four. */
export interface Placed {
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
}

/** A product and the constant that is added to it. */
export interface Linear {
  readonly weight: Placed;
  readonly bias: Placed;
}

/** One direction of one layer: weights of the input and of the state before, and the constant. */
export interface Direction {
  readonly input: Placed;
  readonly state: Placed;
  readonly bias: Placed;
}

const DIRECTIONS = ['l0', 'l0_reverse'] as const;
const up = (size: number): number => Math.ceil(size / 4) * 4;

/** Rows and columns of every matrix of a net, by name. */
export type Shapes = ReadonlyMap<string, readonly [number, number]>;

/** The shapes of a bidirectional LSTM layer, named as PyTorch names them. */
export function layerShapes(name: string, input: number, hidden: number): Shapes {
  const all = new Map<string, readonly [number, number]>();
  for (const direction of DIRECTIONS) {
    all.set(`${name}.weight_ih_${direction}`, [4 * hidden, input]);
    all.set(`${name}.weight_hh_${direction}`, [4 * hidden, hidden]);
    all.set(`${name}.bias_ih_${direction}`, [1, 4 * hidden]);
    all.set(`${name}.bias_hh_${direction}`, [1, 4 * hidden]);
  }
  return all;
}

/** The shapes of a product with its constant. */
export const linearShapes = (name: string, rows: number, columns: number): Shapes =>
  new Map([
    [`${name}.weight`, [rows, columns]],
    [`${name}.bias`, [1, rows]],
  ]);

/** Throws `ModelFormatError` where a matrix is missing or of another shape. */
export function checkShapes(tensors: ReadonlyMap<string, Tensor>, expected: Shapes): void {
  for (const [name, [rows, columns]] of expected) {
    const tensor = tensors.get(name);
    if (tensor?.rows !== rows || tensor.columns !== columns)
      throw new ModelFormatError('inconsistent', `the net has no matrix "${name}" of ${rows} × ${columns}`);
  }
}

/** Lays the matrices and the working space of a net out in one heap; `make` then fills it. The matrices must be there. */
export class HeapPlan {
  private size = 0;
  private readonly fill: ((heap: Float32Array) => void)[] = [];

  constructor(private readonly tensors: ReadonlyMap<string, Tensor>) {}

  reserve(length: number): number {
    const at = this.size;
    this.size += up(length);
    return at;
  }

  matrix(name: string): Placed {
    const { rows, columns, values } = this.tensors.get(name)!;
    const placed = { at: this.reserve(up(rows) * up(columns)), rows: up(rows), columns: up(columns) };
    this.fill.push((heap) => {
      for (let row = 0; row < rows; row++)
        heap.set(values.subarray(row * columns, (row + 1) * columns), placed.at + row * placed.columns);
    });
    return placed;
  }

  /** The sum of constants that are added to the same rows. */
  bias(...names: readonly string[]): Placed {
    const { columns } = this.tensors.get(names[0]!)!;
    const placed = { at: this.reserve(columns), rows: 1, columns: up(columns) };
    this.fill.push((heap) => {
      for (const name of names)
        this.tensors.get(name)!.values.forEach((value, index) => {
          heap[placed.at + index] = heap[placed.at + index]! + value;
        });
    });
    return placed;
  }

  linear(name: string): Linear {
    return { weight: this.matrix(`${name}.weight`), bias: this.bias(`${name}.bias`) };
  }

  layer(name: string): readonly [Direction, Direction] {
    const one = (direction: string): Direction => ({
      input: this.matrix(`${name}.weight_ih_${direction}`),
      state: this.matrix(`${name}.weight_hh_${direction}`),
      bias: this.bias(`${name}.bias_ih_${direction}`, `${name}.bias_hh_${direction}`),
    });
    return [one(DIRECTIONS[0]), one(DIRECTIONS[1])];
  }

  make(plain: boolean): ProductKernel {
    const kernel = makeKernel(this.size, plain);
    for (const fill of this.fill) fill(kernel.heap);
    return kernel;
  }
}
