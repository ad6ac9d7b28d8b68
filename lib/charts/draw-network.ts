import { ACTOR_LETTER } from '../model/actor-signs';
import { actorLine, type Drawing, FIGURE_WIDTH, fitText, type Shape, textWidth } from './drawing';
import { LABEL_HEIGHT, type Placed, placeNodes } from './place-nodes';
import type { NetworkNode, SpeechNetwork } from './speech-network';

const NAME_SIZE = 10.5;
const NAME_WIDTH = 104;
const ARROW = 7;

interface Circle extends Placed {
  readonly node: NetworkNode;
  readonly name: string;
  readonly radius: number;
  readonly labelWidth: number;
}

/** Draws who speaks about whom: a circle for each actor, an arrow from speaker to whom they speak about. */
export function drawNetwork(network: SpeechNetwork): Drawing {
  const box = { width: FIGURE_WIDTH, height: 120 + 24 * network.nodes.length };
  const sized = network.nodes.map((node) => {
    const name = fitText(node.name, NAME_WIDTH, NAME_SIZE);
    return { id: node.id, node, name, radius: radiusOf(node), labelWidth: textWidth(name, NAME_SIZE) };
  });
  const places = placeNodes(sized, network.edges, box);
  const placed = sized.map((one) => ({ ...one, ...(places.get(one.id) as Placed) }));
  // The box was made for the worst case; what is left empty above and below is cut off.
  const top = Math.min(...placed.map(({ y, radius }) => y - radius)) - 4;
  const bottom = Math.max(...placed.map(({ y, radius }) => y + radius)) + LABEL_HEIGHT + 2;
  const circles = new Map(placed.map((one): [string, Circle] => [one.id, { ...one, y: tenth(one.y - top) }]));
  const arrows = network.edges.flatMap(({ from, to, claims }) => {
    const [a, b] = [circles.get(from), circles.get(to)];
    return a && b ? arrow(a, b, claims.length) : [];
  });
  return {
    width: FIGURE_WIDTH,
    height: placed.length > 0 ? Math.ceil(bottom - top) : 0,
    shapes: [...arrows, ...[...circles.values()].flatMap(circleShapes)],
  };
}

function radiusOf({ says, about }: NetworkNode): number {
  return Math.min(20, 9 + 1.6 * Math.sqrt(says + about));
}

function circleShapes({ node, name, x, y, radius }: Circle): Shape[] {
  const { look, isDouble } = actorLine(node.type);
  const [title, of] = [node.name, node.id];
  const rings: Shape[] = [{ kind: 'circle', x, y, r: radius, ...look, fill: 'paper', title, of }];
  if (isDouble) rings.push({ kind: 'circle', x, y, r: radius - 3.5, ...look, width: 1, fill: 'none', of });
  const size = 11;
  const letter = ACTOR_LETTER[node.type];
  return [
    ...rings,
    {
      kind: 'text',
      x,
      y: y + size * 0.36,
      text: letter,
      anchor: 'middle',
      size,
      isBold: true,
      fill: 'ink',
      title,
      of,
    },
    {
      kind: 'text',
      x,
      y: y + radius + LABEL_HEIGHT - 4,
      text: name,
      anchor: 'middle',
      size: NAME_SIZE,
      fill: 'ink',
      hasHalo: true,
      title,
      of,
    },
  ];
}

/** A bent arrow from rim to rim, so that two that speak about each other have two arrows. */
function arrow(from: Circle, to: Circle, count: number): Shape[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.hypot(dx, dy) || 1;
  const bend = Math.min(26, far * 0.16);
  const [mx, my] = [(from.x + to.x) / 2 - (dy / far) * bend, (from.y + to.y) / 2 + (dx / far) * bend];
  const [begin, end] = [rim(from, mx, my, 1, far), rim(to, mx, my, 3, far)];
  const [ux, uy] = unit(end.x - mx, end.y - my);
  const width = Math.min(4, 1 + Math.log2(count) / 2);
  const head = ARROW + width;
  const neck = { x: end.x - ux * head, y: end.y - uy * head };
  const half = ARROW * 0.4 + width * 0.8;
  const title = `${from.node.name} → ${to.node.name}: ${count}`;
  const at = (x: number, y: number) => `${tenth(x)} ${tenth(y)}`;
  return [
    {
      kind: 'path',
      d: `M${at(begin.x, begin.y)} Q${at(mx, my)} ${at(neck.x, neck.y)}`,
      stroke: 'soft',
      width: tenth(width),
      fill: 'none',
      title,
    },
    {
      kind: 'path',
      d: `M${at(end.x, end.y)} L${at(neck.x - uy * half, neck.y + ux * half)} L${at(neck.x + uy * half, neck.y - ux * half)} Z`,
      fill: 'soft',
      title,
    },
  ];
}

/** The point where a line towards another place leaves a circle with its name, `gap` further on. */
function rim(circle: Circle, towardsX: number, towardsY: number, gap: number, room: number): Placed {
  const [ux, uy] = unit(towardsX - circle.x, towardsY - circle.y);
  // Between neighbours an arrow rather crosses the end of a name than begins behind the other circle.
  const far = Math.min(reach(circle, ux, uy), Math.max(circle.radius, room * 0.35)) + gap;
  return { x: circle.x + ux * far, y: circle.y + uy * far };
}

function reach({ radius, labelWidth }: Circle, ux: number, uy: number): number {
  if (uy <= 0) return radius;
  const below = (radius + LABEL_HEIGHT - 2) / uy;
  if (Math.abs(ux) * below <= labelWidth / 2) return below;
  const beside = labelWidth / 2 / Math.abs(ux);
  return beside * uy > radius ? beside : radius;
}

function unit(x: number, y: number): [number, number] {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
