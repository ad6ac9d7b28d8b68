import type { NodeReader } from './node-reader';

/** What pages are mostly made of. Selecting only the rest finds custom elements without visiting every element. */
const USUAL =
  'a,abbr,article,aside,b,blockquote,body,br,button,div,em,figure,footer,form,g,h1,h2,h3,h4,head,header,hr,html,i,iframe,img,' +
  'input,label,li,link,main,meta,nav,noscript,ol,p,path,picture,rect,script,section,small,source,span,strong,style,svg,table,' +
  'tbody,td,th,time,title,tr,ul,use';
const MOST_ROOTS = 300;

/** The open shadow roots of a page's custom elements, outer ones before those in them; at most three hundred. */
export function openRoots(document: Document, reader: NodeReader): readonly ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  const visit = (root: ParentNode) => {
    for (const element of reader.select(root, `:not(${USUAL})`)) {
      if (roots.length >= MOST_ROOTS) return;
      const shadow = reader.tag(element).includes('-') ? reader.shadow(element) : null;
      if (shadow) roots.push(shadow);
    }
  };
  visit(document);
  // The list grows while it is walked.
  for (const root of roots) visit(root);
  return roots;
}
