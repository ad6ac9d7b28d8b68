import { describe, expect, it } from 'vitest';
import { makeKernel, type ProductKernel } from '../../../lib/tagging/product-kernel';

function filled(plain: boolean): ProductKernel {
  const kernel = makeKernel(40_000, plain);
  for (let at = 0; at < 40_000; at++) kernel.heap[at] = Math.sin(at * 1.7) * 2;
  return kernel;
}

describe('the product kernel', () => {
  it('runs as WebAssembly here, and as JavaScript when asked', () => {
    expect(makeKernel(16).fast).toBe(true);
    expect(makeKernel(16, true).fast).toBe(false);
  });

  it('adds a product known by heart', () => {
    for (const plain of [false, true]) {
      const { heap, addProducts } = makeKernel(64, plain);
      heap.set([1, 2, 3, 4], 0);
      heap.set([1, 1, 1, 1, 0, 0, 0, 1, 2, 0, 0, 0, 0, -1, 0, 0], 4);
      heap.set([10, 20, 30, 40, 50], 20);
      addProducts(0, 4, 20, 4, 4);
      expect([...heap.subarray(20, 25)], plain ? 'JavaScript' : 'WebAssembly').toEqual([20, 24, 32, 38, 50]);
    }
  });

  it.each([
    [4, 4],
    [8, 96],
    [192, 48],
    [128, 40],
    [40, 192],
  ])('gives the same sums both ways for %i rows of %i columns, and writes nowhere else', (rows, columns) => {
    const [fast, slow] = [filled(false), filled(true)];
    for (const kernel of [fast, slow]) kernel.addProducts(3, 500, 30_001, rows, columns);
    for (let at = 0; at < 40_000; at++) expect(fast.heap[at]).toBeCloseTo(slow.heap[at]!, 3);
    expect(fast.heap[30_001 + rows]).toBe(Math.fround(Math.sin((30_001 + rows) * 1.7) * 2));
    let sum = Math.sin(30_001 * 1.7) * 2;
    for (let k = 0; k < columns; k++) sum += Math.sin((3 + k) * 1.7) * Math.sin((500 + k) * 1.7) * 4;
    expect(fast.heap[30_001]).toBeCloseTo(sum, 3);
  });
});
