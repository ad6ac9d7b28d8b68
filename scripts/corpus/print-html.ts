import type { CorpusArticle, CorpusClaim } from './convert';

const STYLE = `body{font:16px/1.7 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
.k{font:13px/1.4 system-ui,sans-serif}.content{background:#fff1b8}.source{background:#bfe3ff}.cue{background:#ffd0c2;font-weight:bold}
.m{border-bottom:2px solid #888}.m sub{font:10px system-ui,sans-serif;color:#555}.person{border-color:#0b5}.organisation,.party{border-color:#06c}
.state,.place,.people{border-color:#b50}.armed-group{border-color:#c00}.media,.other{border-color:#777}
.worth{font:11px system-ui,sans-serif;color:#fff;background:#5a2ca0;border-radius:3px;padding:0 4px;margin-left:4px}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:3px 6px;text-align:left;vertical-align:top}
h2{font-size:1.05rem}.furniture{color:#777;font-style:italic}.question{font-weight:bold}.list::before{content:"• "}`;

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

// One class list per character, so that overlapping spans need no nesting.
function classesOf(article: CorpusArticle): string[] {
  const layers = Array.from({ length: article.text.length }, () => new Set<string>());
  const paint = (name: string, from: number, to: number): void => {
    for (let at = from; at < to; at += 1) layers[at]?.add(name);
  };
  for (const claim of article.claims) {
    for (const layer of ['content', 'source', 'cue'] as const)
      for (const [from, to] of claim[layer]) paint(layer, from, to);
  }
  for (const actor of article.actors)
    for (const mention of actor.mentions) paint(`m ${mention.type}`, mention.start, mention.end);
  return layers.map((layer) => [...layer].join(' '));
}

function insertions(article: CorpusArticle): Map<number, string> {
  const at = new Map<number, string>();
  const add = (place: number, html: string): void => void at.set(place, (at.get(place) ?? '') + html);
  for (const actor of article.actors)
    for (const { end, form } of actor.mentions)
      add(end, `<sub>${escapeHtml(actor.id)}${form === 'name' ? '' : form === 'nominal' ? '~' : '^'}</sub>`);
  for (const { checkworthy, end, why } of article.sentences)
    if (checkworthy) add(end, `<span class="worth">${why.join(' ')}</span>`);
  for (const claim of article.claims) add(claim.content.at(-1)?.[1] ?? 0, `<sup class="k">${claim.id}</sup>`);
  return at;
}

function stretch(article: CorpusArticle, classes: readonly string[], inserts: ReadonlyMap<number, string>) {
  return (from: number, to: number): string => {
    let html = '';
    for (let at = from; at < to; ) {
      let end = at + 1;
      while (end < to && classes[end] === classes[at] && !inserts.has(end)) end += 1;
      html += `<span class="${classes[at]}">${escapeHtml(article.text.slice(at, end))}</span>${inserts.get(end) ?? ''}`;
      at = end;
    }
    return html;
  };
}

function row(article: CorpusArticle, claim: CorpusClaim): string {
  const words = (layer: 'source' | 'cue' | 'content'): string =>
    escapeHtml(claim[layer].map(([from, to]) => article.text.slice(from, to)).join(' ⋯ ') || '—');
  const cells = [claim.id, claim.actor ?? '—', words('source'), words('cue'), words('content'), claim.kind];
  return `<tr>${[...cells, `${claim.modality}${claim.negated ? ', negated' : ''}`].map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** The article with its annotation in colour, and its claims as a table: one HTML page without scripts. */
export function printHtml(article: CorpusArticle): string {
  const write = stretch(article, classesOf(article), insertions(article));
  const blocks = article.blocks.map(({ kind, start, end }) => {
    const tag = kind === 'heading' ? 'h2' : 'p';
    return `<${tag} class="${kind}">${write(start, end)}</${tag}>`;
  });
  const head = ['', 'actor', 'source', 'cue', 'content', 'kind', 'modality'].map(
    (cell) => `<th>${cell}</th>`,
  );
  const legend =
    '<p class="k"><span class="source">source</span> <span class="cue">cue</span> <span class="content">content</span>; underlined: actor mentions (~ nominal, ^ pronoun); violet: worth checking</p>';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(article.headline)}</title><style>${STYLE}</style>
<h1>${escapeHtml(article.headline)}</h1>${legend}
${blocks.join('\n')}
<table class="k"><tr>${head.join('')}</tr>${article.claims.map((claim) => row(article, claim)).join('\n')}</table></html>
`;
}
