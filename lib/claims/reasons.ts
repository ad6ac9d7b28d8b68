/**
 * Every code that a claim's `why` may hold; the interface has a sentence for each. How it was found: `model`, `quote`,
 * `clause`, `cue-verb`, `cue-noun`, `cue-according-to`, `quote-continues`, `quote-orphan`, `speaker-label`, `author-voice`. Who says
 * it: `source-missing`, `source-unnamed`, `pronoun-resolved`, `pronoun-unclear`, `description-resolved`. Why it is worth checking or
 * not: the rest.
 */
export const CLAIM_REASONS = [
  'model',
  'quote',
  'clause',
  'cue-verb',
  'cue-noun',
  'cue-according-to',
  'quote-continues',
  'quote-orphan',
  'speaker-label',
  'author-voice',
  'source-missing',
  'source-unnamed',
  'pronoun-resolved',
  'pronoun-unclear',
  'description-resolved',
  'number',
  'share',
  'comparison',
  'change',
  'causal',
  'accusation',
  'law',
  'prediction',
  'question',
  'opinion',
  'short',
] as const;
