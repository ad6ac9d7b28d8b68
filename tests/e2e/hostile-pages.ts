import { sample, withScript } from './site';

/** Names that a page can take away from its `document` by calling a picture so. */
export const DOCUMENT_NAMES =
  `head documentElement title querySelector querySelectorAll createElement getElementById addEventListener defaultView
  readyState URL location styleSheets adoptedStyleSheets getSelection elementFromPoint activeElement contentType
  forms`.split(/\s+/);

/** Names that a form takes away from itself by calling its fields so. */
const FORM_NAMES =
  `parentNode parentElement childNodes children firstChild nextSibling nodeType nodeName tagName localName attributes
  textContent innerHTML id className ownerDocument getAttribute querySelectorAll querySelector matches contains
  getBoundingClientRect cloneNode remove append isConnected getRootNode compareDocumentPosition`.split(/\s+/);

/**
 * The sample inside a form whose fields have the names of the DOM's own properties, as old web frameworks build pages,
 * with pictures that hide `taken` names of the document.
 */
export function clobberedPage(taken: readonly string[]): string {
  const fields = FORM_NAMES.map((name) => `<input type="hidden" name="${name}" value="x">`).join('');
  const pictures = taken.map((name) => `<img name="${name}" alt="">`).join('');
  return sample()
    .replace('<article>', () => `<article><form action="#">${fields}`)
    .replace('</article>', () => '</form></article>')
    .replace('<footer>', () => `<footer>${pictures}`);
}

/** The sample with a page script that has overridden what scripts rely on, before anything else ran. */
export function overriddenPage(): string {
  const refuse = `() => { window.overridden = (window.overridden ?? 0) + 1; throw new Error('overridden by the page'); }`;
  return withScript(
    sample(),
    `const refuse = ${refuse};
     for (const name of ['map', 'filter', 'flatMap', 'push', 'join', 'slice', 'sort', 'some', 'find', 'includes'])
       Array.prototype[name] = refuse;
     for (const name of ['get', 'set', 'has']) Map.prototype[name] = refuse;
     for (const name of ['replace', 'slice', 'indexOf', 'trim', 'split']) String.prototype[name] = refuse;
     for (const name of ['querySelector', 'querySelectorAll', 'getAttribute', 'closest', 'attachShadow', 'append'])
       Element.prototype[name] = refuse;
     for (const name of ['createElement', 'createRange', 'createTreeWalker']) Document.prototype[name] = refuse;
     JSON.parse = JSON.stringify = Object.keys = Object.entries = Object.assign = refuse;
     Promise.prototype.then = Promise.prototype.then.bind ? Promise.prototype.then : refuse;
     window.MutationObserver = window.Highlight = window.ResizeObserver = window.CSSStyleSheet = refuse;
     window.requestIdleCallback = refuse;`,
  );
}

/** The sample, whose body is taken away and built anew every second. */
export function restlessPage(): string {
  return withScript(
    sample(),
    `window.rounds = 0;
     addEventListener('load', () => {
       const html = document.body.innerHTML;
       setInterval(() => { document.body.innerHTML = html; window.rounds += 1; }, 1000);
     });`,
  );
}

/** The sample as pages of a single-page application: `go(path)` changes the address first and the content later. */
export function applicationPage(html: string): string {
  return withScript(
    html,
    `const show = async (path) => {
       const text = await (await fetch(path)).text();
       const next = new DOMParser().parseFromString(text, 'text/html');
       for (const old of [...document.head.children]) if (old.localName !== 'script' || old.type) old.remove();
       for (const node of [...next.head.children])
         if (node.localName !== 'script' || node.type) document.head.append(document.adoptNode(node));
       document.body.replaceChildren(...[...next.body.childNodes].map((node) => document.adoptNode(node)));
       scrollTo(0, 0);
     };
     window.go = (path) => { history.pushState({}, '', path); return show(path); };
     addEventListener('popstate', () => show(location.pathname));`,
  );
}
