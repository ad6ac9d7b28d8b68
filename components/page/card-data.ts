import type { Findings, PlacedNote } from '../../lib/messaging/protocol';
import type { Actor } from '../../lib/model/actor';
import type { AnnotationRecord } from '../../lib/model/annotation';
import type { Span } from '../../lib/model/span';
import { currentVersion, isConflicted } from '../../lib/team/conflicts';
import { shorten } from '../../lib/text/shorten';
import { momentIn } from '../../lib/text/wording';
import type { LostNote } from '../notes/lost-notes';
import type { CardsData } from './cards-surface';

/** What the cards can look up: the page's findings, its notes, and the words of its text. */
export interface CardSource {
  readonly findings: Findings;
  readonly notes: readonly Pick<PlacedNote, 'record' | 'edit'>[];
  readonly lost: readonly Pick<PlacedNote, 'record'>[];
  /** The words of the passage that an uncertain note may belong to, or null. */
  wordsAt(id: string): string | null;
  wordsOf(span: Span): string;
}

const CONTENT_SHOWN = 200;

/** Looks up what a card shows. `language` is the BCP 47 tag for dates. */
export function cardData(source: CardSource, language: string): CardsData {
  const contentOf = (segments: readonly (readonly [number, number])[]) =>
    segments.map(([start, end]) => source.wordsOf({ start, end })).join(' … ');
  return {
    actor(id, mention) {
      const actor = source.findings.actors.find((candidate) => candidate.id === id);
      if (!actor) return null;
      const names = actor.mentions.filter(({ form }) => form === 'name').map(({ text }) => text);
      const says = source.findings.claims.filter((claim) => claim.source?.actor === id);
      return {
        id,
        name: actor.name,
        type: actor.type,
        aliases: [...new Set(names)].filter((name) => name !== actor.name),
        mentions: actor.mentions.length,
        at: mention,
        why: actor.why,
        confidence: actor.confidence,
        apart: apartOf(actor, mention),
        others: source.findings.actors.filter((other) => other !== actor).map(({ name }) => name),
        says: says.map((claim) => ({
          id: claim.id,
          content: shorten(contentOf(claim.segments), CONTENT_SHOWN),
        })),
      };
    },
    claim(id) {
      const claim = source.findings.claims.find((candidate) => candidate.id === id);
      if (!claim) return null;
      const actor = source.findings.actors.find((candidate) => candidate.id === claim.source?.actor);
      return {
        id,
        source: claim.source && source.wordsOf(claim.source),
        actor: actor?.name ?? null,
        cue: claim.cue && source.wordsOf(claim.cue),
        content: contentOf(claim.segments),
        kind: claim.kind,
        modality: claim.modality,
        negated: claim.negated,
        why: claim.why,
        confidence: claim.score,
      };
    },
    note(id) {
      const placed = source.notes.find((note) => note.record.id === id);
      const record = placed?.record;
      const version = record && currentVersion(record);
      if (!placed || !record || !version) return null;
      const when = momentIn(language, version.updated);
      const { body = '', tags, author } = version;
      const { history = [], quote } = version.target ?? {};
      const first = history.length > 0 && quote ? shorten(quote.exact, CONTENT_SHOWN) : null;
      return { id, body, tags, author, when, isConflicted: isConflicted(record), edit: placed.edit, first };
    },
    lost: () => source.lost.flatMap(({ record }) => sayingOf(record) ?? []),
    place(id) {
      const record = source.lost.find((note) => note.record.id === id)?.record;
      const said = record && sayingOf(record);
      const found = source.wordsAt(id);
      return said && found !== null ? { ...said, found: shorten(found, CONTENT_SHOWN) } : null;
    },
  };
}

/** A note without its page: what it was about, and what it says. */
function sayingOf(record: AnnotationRecord): LostNote | null {
  const version = currentVersion(record);
  if (!version) return null;
  return {
    id: record.id,
    quote: shorten(version.target?.quote.exact ?? '', CONTENT_SHOWN),
    body: version.body ?? '',
  };
}

/** The words of a mention that can be split off: the actor has another name besides. */
function apartOf(actor: Actor, at: number): string | null {
  const mention = actor.mentions[at];
  if (!mention || mention.form === 'pronoun') return null;
  const hasOthers = actor.mentions.some(({ form, text }) => form !== 'pronoun' && text !== mention.text);
  return hasOthers ? mention.text : null;
}
