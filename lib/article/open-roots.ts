import type { NodeReader } from './node-reader';

/**
 * What pages are mostly made of, the most frequent first, since a browser compares in this order. Selecting only the rest finds custom
 * elements without visiting every element; for each kind that is visited the browser has to make an interface first, so those of
 * which a page has but one or two are named as well.
 */
const USUAL =
  'div,a,span,li,p,path,img,link,script,meta,ul,br,svg,strong,td,button,i,h3,h2,section,input,source,option,use,article,tr,h4,label,' +
  'g,style,figure,picture,em,b,time,small,rect,th,code,dd,dt,noscript,form,table,tbody,dl,nav,header,footer,main,aside,html,head,body,' +
  'title,h1,h5,h6,hr,ol,iframe,cite,pre,select,textarea,sup,figcaption,blockquote,circle,polygon,defs,fieldset,template,video';
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
