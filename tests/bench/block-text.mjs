const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL VIDEO'.split(
    ' ',
  ),
);
const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME HEAD'.split(' '));

function* pieces(node) {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) yield child.data;
    if (child.nodeType !== 1 && child.nodeType !== 11) continue;
    const name = (child.tagName ?? '').toUpperCase();
    if (SKIPPED.has(name)) continue;
    const edge = BLOCKS.has(name) ? '\n' : '';
    yield edge;
    yield* pieces(child);
    yield edge;
  }
}

/** Text of an element as a reader sees it: a line per block. '' for null. */
export function blockText(root) {
  if (!root) return '';
  return [...pieces(root)]
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
}
