/**
 * Every code that an actor's `why` may hold; the interface has a sentence for each. How the name was found: `model`,
 * `gazetteer` (in the lexicon), `title-before`, `first-name`, `organisation-head`, `speaks`, `place-before` ("in", "near"),
 * `capitals`, `repeated` (found for certain elsewhere), `has-government`, `fights`, `pronoun`, `word-list` (the reader's own), `muted` (not
 * marked, by the reader's wish). How names were joined: `acronym`, `surname-of`, `first-name-of`, `part-of`, `shorter-name`, `alias`, `prefix-of`,
 * `place-as-state`.
 */
export const ACTOR_REASONS = [
  'model',
  'gazetteer',
  'title-before',
  'first-name',
  'organisation-head',
  'speaks',
  'place-before',
  'capitals',
  'repeated',
  'has-government',
  'fights',
  'pronoun',
  'word-list',
  'muted',
  'acronym',
  'surname-of',
  'first-name-of',
  'part-of',
  'shorter-name',
  'alias',
  'prefix-of',
  'place-as-state',
] as const;
