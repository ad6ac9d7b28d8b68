/**
 * The one heavy step of the nets: products of a matrix and a vector, over one heap of 32-bit numbers. Where WebAssembly with SIMD is
 * there and allowed it does the work, else plain JavaScript; both give the same sums up to rounding.
 */
export interface ProductKernel {
  readonly heap: Float32Array;
  readonly fast: boolean;
  /**
   * y[r] += W[r] · x for `rows` rows of `columns` numbers. `x`, `w` and `y` are indices into `heap`; rows and columns are
   * multiples of four, neither is zero.
   */
  addProducts(x: number, w: number, y: number, rows: number, columns: number): void;
}

const PAGE = 65_536;

/** Makes a kernel with a heap of at least `size` numbers, all zero. `plain` asks for JavaScript. */
export function makeKernel(size: number, plain = false): ProductKernel {
  if (!plain) {
    try {
      return wasmKernel(size);
    } catch {
      // No WebAssembly, no SIMD, or not allowed here: JavaScript does the same, slower.
    }
  }
  return plainKernel(new Float32Array(size));
}

function plainKernel(heap: Float32Array): ProductKernel {
  return {
    heap,
    fast: false,
    addProducts(x, w, y, rows, columns) {
      for (let row = 0; row < rows; row += 2) {
        const one = w + row * columns;
        const two = one + columns;
        let a = 0;
        let b = 0;
        let c = 0;
        let d = 0;
        for (let k = 0; k < columns; k += 2) {
          const left = heap[x + k]!;
          const right = heap[x + k + 1]!;
          a += heap[one + k]! * left;
          b += heap[one + k + 1]! * right;
          c += heap[two + k]! * left;
          d += heap[two + k + 1]! * right;
        }
        heap[y + row] = heap[y + row]! + a + b;
        heap[y + row + 1] = heap[y + row + 1]! + c + d;
      }
    },
  };
}

function wasmKernel(size: number): ProductKernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((size * 4) / PAGE) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(kernelBytes()), { e: { m: memory } });
  const run = exports['p'] as (x: number, w: number, y: number, rows: number, bytes: number) => void;
  return {
    heap: new Float32Array(memory.buffer),
    fast: true,
    addProducts: (x, w, y, rows, columns) => run(x * 4, w * 4, y * 4, rows, columns * 4),
  };
}

const I32 = 0x7f;
const V128 = 0x7b;
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const ADD = 0x6a;
const load = (pointer: number): number[] => [...get(pointer), 0xfd, 0x00, 0x02, 0x00];
const number = (value: number): number[] => [0x41, value];
const sized = (bytes: readonly number[]): number[] => [
  (bytes.length & 0x7f) | (bytes.length > 0x7f ? 0x80 : 0),
  ...(bytes.length > 0x7f ? [bytes.length >> 7] : []),
  ...bytes,
];
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];

// Parameters and locals of the one function: four rows are summed at a time, four columns a step.
const [X, W, Y, ROWS, BYTES, AT, END] = [0, 1, 2, 3, 4, 5, 6];
const POINTERS = [W, 7, 8, 9];
const SUMS = [10, 11, 12, 13];

function columnLoop(): number[] {
  const step = (pointer: number): number[] => [...get(pointer), ...number(16), ADD, ...set(pointer)];
  const products = SUMS.flatMap((sum, row) => [
    ...get(sum),
    ...get(14),
    ...load(POINTERS[row]!),
    ...[0xfd, 0xe6, 0x01], // f32x4.mul
    ...[0xfd, 0xe4, 0x01], // f32x4.add
    ...set(sum),
  ]);
  const again = [...get(AT), ...get(END), 0x49, 0x0d, 0x00];
  return [
    0x03,
    0x40,
    ...load(AT),
    ...set(14),
    ...products,
    ...[AT, ...POINTERS].flatMap(step),
    ...again,
    0x0b,
  ];
}

function storeSum(row: number): number[] {
  const lane = (index: number): number[] => [...get(SUMS[row]!), 0xfd, 0x1f, index];
  const old = [...get(Y), 0x2a, 0x02, row * 4];
  const sum = [...lane(0), ...lane(1), 0x92, ...lane(2), 0x92, ...lane(3), 0x92, 0x92];
  return [...get(Y), ...old, ...sum, 0x38, 0x02, row * 4];
}

/** The WebAssembly module, byte by byte: one function `p` over the imported memory `e.m`. */
function kernelBytes(): Uint8Array<ArrayBuffer> {
  const zero = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
  const rowLoop = [
    ...[0x03, 0x40],
    ...SUMS.flatMap((sum) => [...zero, ...set(sum)]),
    ...[...get(X), ...set(AT), ...get(X), ...get(BYTES), ADD, ...set(END)],
    ...[1, 2, 3].flatMap((row) => [...get(POINTERS[row - 1]!), ...get(BYTES), ADD, ...set(POINTERS[row]!)]),
    ...columnLoop(),
    ...[0, 1, 2, 3].flatMap(storeSum),
    // After the columns the fourth pointer stands where the next four rows begin.
    ...[...get(POINTERS[3]!), ...set(W), ...get(Y), ...number(16), ADD, ...set(Y)],
    ...[...get(ROWS), ...number(4), 0x6b, 0x22, ROWS, 0x0d, 0x00],
    0x0b,
  ];
  const locals = [2, 5, I32, 5, V128];
  const code = [...locals, ...rowLoop, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, 5, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, 1, 0x65, 1, 0x6d, 0x02, 0x00, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x70, 0x00, 0]),
    ...section(10, [1, ...sized(code)]),
  ]);
}
