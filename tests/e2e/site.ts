import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Served, serve } from '../support/serve';

const PAGES = 'tests/e2e/pages';
const SAMPLES = 'assets/samples';

/** The pages of one test: `/NAME.html` from `tests/e2e/pages` and from the bundled samples. */
export interface Site extends Served {
  url(path: string): string;
}

/** Serves the test's own site; every call takes a new port, so that its notes are nobody else's. */
export async function openSite(headers: Readonly<Record<string, string>> = {}): Promise<Site> {
  const pages = Object.fromEntries(
    readdirSync(PAGES).map((name) => [`/${name}`, readFileSync(join(PAGES, name), 'utf8')]),
  );
  const served = await serve({ folder: SAMPLES, pages, headers });
  return { ...served, url: (path) => `${served.origin}/${path}` };
}

/** The HTML of a bundled sample. */
export function sample(name = 'harbour-talks.html'): string {
  return readFileSync(join(SAMPLES, name), 'utf8');
}

/** A page whose first act is to run `script`: before any other script of the page, and while it is parsed. */
export function withScript(html: string, script: string): string {
  return html.replace('<head>', () => `<head><script>${script}</script>`);
}

/** As component frameworks build it: the article's body in the open shadow root of one element, its lead in one within. */
const INTO_ROOTS = `addEventListener('DOMContentLoaded', () => {
  const article = document.querySelector('article');
  const host = document.createElement('story-body');
  const root = host.attachShadow({ mode: 'open' });
  const lead = document.createElement('story-lead');
  const [first] = article.querySelectorAll('p');
  root.append(...article.childNodes);
  first.before(lead);
  lead.attachShadow({ mode: 'open' }).append(first);
  article.append(host);
});`;

/** The sample in open shadow roots. */
export const inRoots = (): string => withScript(sample(), INTO_ROOTS);
