import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

/** What has to be placed: a circle with a name below it. Lengths are units of the figure. */
export interface Unplaced {
  readonly id: string;
  readonly radius: number;
  readonly labelWidth: number;
}

/** A circle's middle. */
export interface Placed {
  readonly x: number;
  readonly y: number;
}

interface Body extends SimulationNodeDatum, Unplaced {
  x: number;
  y: number;
}

const STEPS = 240;
/** Room for the name below a circle. */
export const LABEL_HEIGHT = 15;
/** Air beside a circle or name, and between a name and the circle below it, where an arrow has to be seen. */
const GAP = 5;
const ARROW_GAP = 12;

/**
 * Places circles so that those that are linked lie together, all of them in the box, and no name on another. Not animated
 * and not random: the same article gives the same figure.
 */
export function placeNodes(
  nodes: readonly Unplaced[],
  links: readonly { readonly from: string; readonly to: string }[],
  { width, height }: { readonly width: number; readonly height: number },
): ReadonlyMap<string, Placed> {
  const bodies: Body[] = nodes.map((node, at) => ({ ...node, ...spiral(at, width, height) }));
  const springs: SimulationLinkDatum<Body>[] = links.map(({ from, to }) => ({ source: from, target: to }));
  const simulation = forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body>>(springs)
        .id(({ id }) => id)
        .distance(74)
        .strength(0.25),
    )
    .force('repel', forceManyBody().strength(-110))
    .force('x', forceX(width / 2).strength(0.05))
    .force('y', forceY(height / 2).strength(0.08))
    .force(
      'apart',
      forceCollide<Body>(({ radius, labelWidth }) => Math.max(radius, labelWidth / 3) + GAP),
    )
    .stop();
  for (let step = 0; step < STEPS; step += 1) {
    simulation.tick();
    for (const body of bodies) keepInside(body, width, height);
  }
  settle(bodies, width, height);
  return new Map(bodies.map(({ id, x, y }) => [id, { x: round(x), y: round(y) }]));
}

// A start that is spread over the box, and the same every time.
function spiral(at: number, width: number, height: number): { x: number; y: number } {
  const [angle, far] = [at * 2.399963, Math.sqrt(at + 0.5) / 6];
  return { x: width / 2 + Math.cos(angle) * far * width, y: height / 2 + Math.sin(angle) * far * height };
}

function keepInside(body: Body, width: number, height: number): void {
  const half = Math.max(body.radius, body.labelWidth / 2) + 1;
  body.x = Math.min(Math.max(body.x, half), Math.max(half, width - half));
  body.y = Math.min(Math.max(body.y, body.radius + 2), height - body.radius - LABEL_HEIGHT - 2);
}

/** Every body at the free place that is nearest to where the forces left it; the first ones choose first. */
function settle(bodies: readonly Body[], width: number, height: number): void {
  const settled: Body[] = [];
  const isFree = (body: Body) => settled.every((other) => overlapOf(body, other) === null);
  for (const body of bodies) {
    const { x, y } = body;
    for (const [dx, dy] of NEAREST) {
      body.x = x + dx;
      body.y = y + dy;
      keepInside(body, width, height);
      if (isFree(body)) break;
    }
    settled.push(body);
  }
}

// Steps to all sides, the shortest first.
const NEAREST: readonly (readonly [number, number])[] = steps(360, 6).toSorted(
  ([ax, ay], [bx, by]) => ax * ax + ay * ay - (bx * bx + by * by),
);

function steps(far: number, by: number): [number, number][] {
  const line = Array.from({ length: (2 * far) / by + 1 }, (_, at) => at * by - far);
  return line.flatMap((x) => line.map((y): [number, number] => [x, y]));
}

/** How far two circles with their names lie over each other, or null. */
export function overlapOf(a: Unplaced & Placed, b: Unplaced & Placed): Placed | null {
  const half = (one: Unplaced) => Math.max(one.radius, one.labelWidth / 2);
  const x = half(a) + half(b) + GAP - Math.abs(a.x - b.x);
  // Both boxes hang down from their circles' middles by the same name.
  const [upper, lower] = a.y <= b.y ? [a, b] : [b, a];
  const y = upper.y + upper.radius + LABEL_HEIGHT + ARROW_GAP - (lower.y - lower.radius);
  return x > 0.01 && y > 0.01 ? { x, y } : null;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
