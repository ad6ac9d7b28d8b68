/**
 * React sends parts of a page behind it, each in a hidden element (`S:7`) that a line of script moves to where a template
 * (`B:7`, `P:7`) holds its place. In a file that line has not run: the story is hidden, and in another order. Puts the parts where
 * the script would.
 */
export function placeStreamedParts(document: Document): void {
  for (const part of document.querySelectorAll('div[hidden][id^="S:"]')) {
    const number = part.id.slice(2);
    const boundary = placeOf(document, `B:${number}`);
    const place = boundary ?? placeOf(document, `P:${number}`);
    if (!place || part.contains(place)) continue;
    if (boundary) removeStandIn(boundary);
    part.remove();
    place.replaceWith(...part.childNodes);
  }
}

function placeOf(document: Document, id: string): Element | null {
  const place = document.getElementById(id);
  return place?.localName === 'template' ? place : null;
}

/** Takes away what was shown meanwhile: it ends with a comment, and may hold such pairs of comments itself. */
function removeStandIn(template: Element): void {
  let depth = 0;
  for (let node = template.nextSibling; node; node = template.nextSibling) {
    if (node.nodeType === 8) {
      const mark = (node as Comment).data;
      if (mark === '/$' && depth === 0) return;
      if (mark === '/$') depth--;
      else if (/^\$[?!~]?$/.test(mark)) depth++;
    }
    node.remove();
  }
}
