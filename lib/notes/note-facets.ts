import type { AnnotationVersion } from '../model/annotation';
import type { JudgedNote } from './note-filter';
import { siteOf } from './note-filter';
import { foldWords } from './note-words';

/** A value that notes have, and how many have it. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** What the notes can be filtered by, the most frequent first. */
export interface NoteFacets {
  readonly site: readonly Facet[];
  readonly tag: readonly Facet[];
  readonly author: readonly Facet[];
  /** Names as they stand in notes and passages: a guess by capitals, to choose from; any other name can be asked for. */
  readonly actor: readonly Facet[];
  readonly lost: number;
}

// More than anybody looks through; the search finds the rest.
const MOST_VALUES = 300;
// What a note is likely to name; a note of 60 kB names the same people again and again.
const READ_OF_TEXT = 4000;
const NAME = /\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)+/gu;

/** Counts the values of notes, one note at a time. */
export class FacetCounter {
  readonly #values = { site: new Counts(), tag: new Counts(), author: new Counts(), actor: new Counts() };
  #lost = 0;

  add({ version, isLost }: JudgedNote): void {
    this.#values.site.add([siteOf(version.article)]);
    this.#values.tag.add(version.tags);
    this.#values.author.add([version.author]);
    this.#values.actor.add(namesIn(version));
    if (isLost) this.#lost += 1;
  }

  get facets(): NoteFacets {
    const { site, tag, author, actor } = this.#values;
    return { site: site.most, tag: tag.most, author: author.most, actor: actor.most, lost: this.#lost };
  }
}

/** Counts values that differ in more than case and diacritics; of such the one that was met first is shown. */
class Counts {
  readonly #counts = new Map<string, { readonly value: string; count: number }>();

  /** Counts the values of one note, each once. */
  add(values: readonly string[]): void {
    for (const [key, value] of new Map(values.map((value) => [foldWords(value).trim(), value.trim()]))) {
      if (key === '') continue;
      const known = this.#counts.get(key);
      if (known) known.count += 1;
      else this.#counts.set(key, { value, count: 1 });
    }
  }

  get most(): readonly Facet[] {
    const facets = [...this.#counts.values()].map(({ value, count }) => ({ value, count }));
    facets.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return facets.slice(0, MOST_VALUES);
  }
}

function namesIn({ body = '', target }: AnnotationVersion): string[] {
  const text = `${body.slice(0, READ_OF_TEXT)}\n${(target?.quote.exact ?? '').slice(0, READ_OF_TEXT)}`;
  return text.match(NAME) ?? [];
}
