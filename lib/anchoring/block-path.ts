import type { Block } from '../model/article';
import type { Span } from '../model/span';
import type { PlacedBlock } from './describe-target';

/** Levels that a path keeps: enough to tell a paragraph of the body from one in a pull-quote or a comment. */
const LEVELS = 5;

/** Reads a node's property by the prototype's getter: a form's fields can shadow the property itself, but not that. */
function read<K extends 'parentNode' | 'nodeName' | 'nodeType'>(node: Node, name: K): Node[K] {
  // Only documents lack an owner, and they are never asked.
  const view = node.ownerDocument?.defaultView;
  const getter = view && Object.getOwnPropertyDescriptor(view.Node.prototype, name)?.get;
  return (getter ? getter.call(node) : node[name]) as Node[K];
}

/** Tag names from an element upwards, `p<div<article`, five levels at most; the body is left out. */
export function elementPath(element: Element): string {
  const names: string[] = [];
  for (let at: Node | null = element; at && names.length < LEVELS; at = read(at, 'parentNode')) {
    if (read(at, 'nodeType') !== 1) break;
    const name = read(at, 'nodeName').toLowerCase();
    if (name === 'body') break;
    names.push(name);
  }
  return names.join('<');
}

/** Elements that stand inside a line. */
const INLINE = /^(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u)$/i;

/** Adds to each block the path of the element that holds its first text. `toRanges` is that of the text's map. */
export function placeBlocks(
  map: { toRanges(span: Span): readonly Range[] },
  blocks: readonly Block[],
): PlacedBlock[] {
  return blocks.map((block) => {
    const start = map.toRanges({ start: block.start, end: Math.min(block.end, block.start + 1) })[0]
      ?.startContainer;
    let element = start ? read(start, 'parentNode') : null;
    while (element && INLINE.test(read(element, 'nodeName'))) element = read(element, 'parentNode');
    return element && read(element, 'nodeType') === 1
      ? { ...block, path: elementPath(element as Element) }
      : block;
  });
}
