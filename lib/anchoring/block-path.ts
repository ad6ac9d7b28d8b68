import type { Block } from '../model/article';
import type { Span } from '../model/span';
import type { PlacedBlock } from './describe-target';

/** Levels that a path keeps: enough to tell a paragraph of the body from one in a pull-quote or a comment. */
const LEVELS = 5;

/** Tag names from an element upwards, `p<div<article`, five levels at most; the body is left out. */
export function elementPath(element: Element): string {
  const names: string[] = [];
  for (let at: Node | null = element; at && names.length < LEVELS; at = parentOf(at)) {
    const name = at.nodeName.toLowerCase();
    if (at.nodeType !== 1 || name === 'body') break;
    names.push(name);
  }
  return names.join('<');
}

/** `parentNode` by the prototype's getter: a form's fields can shadow the property, but not that. */
function parentOf(node: Node): Node | null {
  const view = node.ownerDocument?.defaultView;
  const getter = view && Object.getOwnPropertyDescriptor(view.Node.prototype, 'parentNode')?.get;
  return getter ? (getter.call(node) as Node | null) : null;
}

/** True for elements that stand inside a line. */
const isInline = (element: Element) =>
  /^(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u)$/i.test(element.nodeName);

/** Adds to each block the path of the element that holds its first text. `toRanges` is that of the text's map. */
export function placeBlocks(
  map: { toRanges(span: Span): readonly Range[] },
  blocks: readonly Block[],
): PlacedBlock[] {
  return blocks.map((block) => {
    const start = map.toRanges({ start: block.start, end: Math.min(block.end, block.start + 1) })[0]
      ?.startContainer;
    let element = start ? parentOf(start) : null;
    while (element && isInline(element as Element)) element = parentOf(element);
    return element?.nodeType === 1 ? { ...block, path: elementPath(element as Element) } : block;
  });
}
