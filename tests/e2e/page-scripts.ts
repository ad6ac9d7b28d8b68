/**
 * Scripts that a test page runs as its first act. They stand as source, since they run in the page, in both browsers.
 */

/**
 * Records, from before the parser has read the body, every change of the document that the parser did not make and that
 * does not concern the extension's own host (the one element beside the body), and every layout shift where the browser
 * reports them: from when the page stands, since one that is drawn while it still comes may move itself, or from when the
 * host is there, if that is earlier. Read with `MUTATIONS` and `SHIFT`.
 */
export const RECORD_CHANGES = `
  const seen = window.recordedChanges = { foreign: [], shift: 0, hosts: 0 };
  const isHost = (node) => node.localName === 'div' && (node.parentNode === document.documentElement || node.wasHost);
  let isParsing = true;
  let countsFrom = Infinity;
  const count = () => { countsFrom = Math.min(countsFrom, performance.now()); };
  const judge = (records) => {
    for (const { type, target, addedNodes, removedNodes, attributeName } of records) {
      const added = [...addedNodes];
      const hosts = added.filter(isHost);
      for (const host of hosts) { host.wasHost = true; seen.hosts += 1; count(); }
      if (isHost(target) || (added.length > 0 && hosts.length === added.length)) continue;
      if (isParsing && type !== 'attributes' && removedNodes.length === 0) continue;
      seen.foreign.push([type, target.nodeName, attributeName].join(' '));
    }
  };
  const observer = new MutationObserver(judge);
  observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  addEventListener('DOMContentLoaded', () => { judge(observer.takeRecords()); isParsing = false; }, true);
  addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => requestAnimationFrame(count)), true);
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const { value, startTime } of list.getEntries()) if (startTime >= countsFrom) seen.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
  } else seen.shift = null;
`;

/** The document as it stands, without the extension's host, against the same source parsed afresh. */
export const COMPARE_WITH_SOURCE = `
  return fetch(location.href).then((answer) => answer.text()).then((source) => {
    const fresh = new DOMParser().parseFromString(source, 'text/html').documentElement;
    const now = document.documentElement.cloneNode(true);
    for (const child of [...now.children]) if (child.localName === 'div') child.remove();
    return { isSame: now.outerHTML === fresh.outerHTML, length: now.outerHTML.length };
  });
`;

/**
 * Listens, before any script of the extension that comes with the page's load, to everything that could carry what the
 * reader types: on window and document, in the capture phase, plus changes of the document. Kept in `heard`.
 */
export const SPY = `
  const heard = window.heard = [];
  const types = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'textInput', 'change', 'compositionstart',
    'compositionupdate', 'compositionend', 'cut', 'copy', 'paste', 'dragstart', 'drop', 'selectionchange', 'focusin'];
  const note = (where) => (event) => {
    const parts = [event.type, event.key, event.code && event.data, event.data, event.target?.value,
      event.composedPath?.().map((node) => node.textContent ?? '').join('|').slice(0, 20000)];
    try { parts.push(event.clipboardData?.getData('text/plain'), event.dataTransfer?.getData('text/plain')); } catch {}
    heard.push({ where, type: event.type, key: event.key ?? null, told: parts.filter(Boolean).join(' ') });
  };
  for (const [where, target] of [['window', window], ['document', document]])
    for (const type of types) target.addEventListener(type, note(where), true);
  new MutationObserver((records) => {
    for (const { addedNodes, target } of records)
      heard.push({ where: 'mutation', type: 'mutation', key: null,
        told: [target.textContent, ...[...addedNodes].map((node) => node.outerHTML ?? node.textContent)].join(' ').slice(0, 200000) });
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
`;

/** Everything the page can look through at one moment, as one text: document, highlights, storage, globals, names. */
export const LOOK_EVERYWHERE = `
  const parts = [document.documentElement.outerHTML, document.documentElement.textContent, String(getSelection())];
  for (const element of document.querySelectorAll('*')) if (element.shadowRoot) parts.push(element.shadowRoot.innerHTML);
  for (const [name, highlight] of CSS.highlights) {
    parts.push(name);
    for (const part of highlight) {
      const range = document.createRange();
      range.setStart(part.startContainer, part.startOffset);
      range.setEnd(part.endContainer, part.endOffset);
      parts.push(range.toString());
    }
  }
  parts.push(document.cookie, window.name, document.activeElement?.value ?? '', JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }), JSON.stringify(history.state));
  for (const key of Object.getOwnPropertyNames(window)) {
    try { parts.push(key, typeof window[key] === 'string' ? window[key] : ''); } catch {}
  }
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    try { for (const rule of sheet.cssRules) parts.push(rule.cssText); } catch {}
  }
  parts.push(...performance.getEntries().map(({ name }) => name));
  return indexedDB.databases().then((all) => [...parts, ...all.map(({ name }) => name)].join('\\n'));
`;

/** Looks at each frame of the page from `watchFrames()` on: `frames_` counts them, `gone` says which marks stood in the one before. */
export const WATCH_FRAMES = `
  window.frames_ = 0;
  window.gone = [];
  const marks = () => {
    const found = new Map();
    for (const [name, ranges] of CSS.highlights) for (const range of ranges) {
      const mark = name + ' ' + range;
      found.set(mark, (found.get(mark) ?? 0) + 1);
    }
    return found;
  };
  window.watchFrames = () => {
    let before = marks();
    const look = () => {
      const now = marks();
      for (const [mark, count] of before) if ((now.get(mark) ?? 0) < count) gone.push(mark);
      before = now;
      frames_ += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };`;

/**
 * The sample on a page that sets the next story below it, `add()`, and takes that one's address, title and facts once the reader has
 * come to it, `turn()`; `back()` is the way back. Each frame is looked at, as above.
 */
export const ENDLESS = `${WATCH_FRAMES}
  const FACTS = 'title, meta, script[type="application/ld+json"], link[rel=canonical]';
  const factsOf = (head) => [...head.querySelectorAll(FACTS)];
  const take = (facts, path) => {
    for (const old of factsOf(document.head)) old.remove();
    document.head.append(...facts);
    history.pushState({}, '', path);
  };
  window.add = async () => {
    window.first = factsOf(document.head);
    const page = new DOMParser().parseFromString(await (await fetch('/river-compact.html')).text(), 'text/html');
    window.second = factsOf(page.head).map((fact) => document.adoptNode(fact));
    const story = document.createElement('article');
    story.append(...[...page.querySelector('main').childNodes].map((node) => document.adoptNode(node)));
    document.querySelector('article').after(story);
  };
  window.turn = () => take(second, '/river-compact.html');
  window.back = () => take(first, '/endless.html');`;
