import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABEL_HEIGHT, overlapOf, type Placed, placeNodes } from '../../../lib/charts/place-nodes';

const networks = fc.integer({ min: 1, max: 16 }).chain((count) =>
  fc.record({
    nodes: fc.array(
      fc.record({ radius: fc.integer({ min: 9, max: 20 }), labelWidth: fc.integer({ min: 10, max: 104 }) }),
      {
        minLength: count,
        maxLength: count,
      },
    ),
    links: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 40 }),
  }),
);

function place(network: { nodes: { radius: number; labelWidth: number }[]; links: [number, number][] }) {
  const nodes = network.nodes.map((node, at) => ({ ...node, id: `n${at}` }));
  const links = network.links.map(([from, to]) => ({ from: `n${from}`, to: `n${to}` }));
  const size = { width: 360, height: 120 + 24 * nodes.length };
  const places = placeNodes(nodes, links, size);
  return { size, placed: nodes.map((node) => ({ ...node, ...(places.get(node.id) as Placed) })) };
}

describe('the places of a network', () => {
  it('lie in the box, names included', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { placed, size } = place(network);
        for (const { x, y, radius, labelWidth } of placed) {
          const half = Math.max(radius, labelWidth / 2);
          expect(x - half).toBeGreaterThanOrEqual(0);
          expect(x + half).toBeLessThanOrEqual(size.width);
          expect(y - radius).toBeGreaterThanOrEqual(0);
          expect(y + radius + LABEL_HEIGHT).toBeLessThanOrEqual(size.height);
        }
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  it('put no circle and no name on another', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { placed } = place(network);
        const over = placed.flatMap((a, at) => placed.slice(at + 1).flatMap((b) => overlapOf(a, b) ?? []));
        // Places are rounded to tenths.
        expect(over.filter(({ x, y }) => Math.min(x, y) > 0.2)).toEqual([]);
      }),
      { numRuns: 40, seed: 12 },
    );
  });

  it('are the same for the same article', () => {
    fc.assert(
      fc.property(networks, (network) => {
        expect(place(network).placed).toEqual(place(network).placed);
      }),
      { numRuns: 10, seed: 13 },
    );
  });
});
