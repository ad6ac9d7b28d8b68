import type { Direction, Linear } from './net-heap';
import type { ProductKernel } from './product-kernel';

/** heap[into…] = bias + weight · heap[from…]. */
export function multiply(kernel: ProductKernel, { weight, bias }: Linear, from: number, into: number): void {
  const { heap } = kernel;
  for (let k = 0; k < weight.rows; k++) heap[into + k] = heap[bias.at + k]!;
  kernel.addProducts(from, weight.at, into, weight.rows, weight.columns);
}

/** What one bidirectional layer of `hidden` units reads and where it works, as indices into the heap. */
export interface LayerRun {
  /** Tokens, with inputs at `from`, `width` apart; states go to `into`, forward then backward. */
  readonly count: number;
  readonly from: number;
  readonly width: number;
  readonly into: number;
  readonly hidden: number;
  /** Working space: four gates a token, and twice the units. */
  readonly space: Readonly<Record<'gates' | 'state', number>>;
}

/** Runs both directions of an LSTM layer. Linear in the tokens. */
export function runLayer(
  kernel: ProductKernel,
  directions: readonly [Direction, Direction],
  { count, from, width, into, hidden, space }: LayerRun,
): void {
  const { heap } = kernel;
  directions.forEach((direction, side) => {
    const input = { weight: direction.input, bias: direction.bias };
    for (let t = 0; t < count; t++) multiply(kernel, input, from + t * width, space.gates + t * 4 * hidden);
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
