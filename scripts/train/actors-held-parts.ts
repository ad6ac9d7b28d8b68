import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Entity, type LabelledDocument, readSource, SOURCES } from './actors-data';
import { corpusArticles, namesOf } from './corpus-data';

interface NamedMention {
  readonly start: number;
  readonly end: number;
  readonly type: Entity['type'];
  readonly text: string;
}

const holds = (outer: NamedMention, inner: NamedMention): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;

/** GUM is never trained on, and labels no MISC. Names inside names are left out, as a flat tagger cannot give them. */
function gumDocuments(file: string): (LabelledDocument & { readonly genre: string })[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { doc: string; genre: string; text: string; mentions: NamedMention[] })
    .map(({ doc, genre, text, mentions }) => ({
      doc,
      genre,
      text,
      open: true,
      ents: mentions
        .filter((inner) => !mentions.some((outer) => holds(outer, inner)))
        .sort((a, b) => a.start - b.start),
    }));
}

/** Held-back documents of one source: settings are chosen on `tune`, `report` is looked at for reports alone. */
export interface HeldSource {
  readonly name: string;
  readonly tune: readonly LabelledDocument[];
  readonly report: readonly LabelledDocument[];
}

const halved = (name: string, documents: readonly LabelledDocument[]): HeldSource => ({
  name,
  tune: documents.filter((_, at) => at % 2 === 0),
  report: documents.filter((_, at) => at % 2 === 1),
});

/** Whole held-back documents of every source that is halved, and the corpus' tuning part. */
export function heldSources(folder: string): HeldSource[] {
  const gum = gumDocuments(path.join(folder, 'gum_coref_train.jsonl'));
  return [
    ...SOURCES.map((source) => halved(source.file, readSource(folder, source).held)),
    { name: 'corpus_tuning', tune: corpusArticles('tuning').map(namesOf), report: [] },
    ...['news', 'interview', 'bio'].map((genre) =>
      halved(
        `gum_${genre}`,
        gum.filter((document) => document.genre === genre),
      ),
    ),
  ];
}
