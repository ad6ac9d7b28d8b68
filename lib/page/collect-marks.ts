import type { TextMap } from '../article/text-map';
import { chooseMarks } from '../marks/choose-marks';
import type { Findings, PlacedNote } from '../messaging/protocol';
import { ACTOR_HIGHLIGHT, CLAIM_MARK, type HighlightName, NOTE_MARK } from '../model/mark-categories';
import type { Settings } from '../model/settings';
import type { Span } from '../model/span';

/** A note with the text its span counts in. */
export interface LiveNote extends PlacedNote {
  readonly base: 'article' | 'document';
}

/** One mark on the page. `mention` is the ordinal of an actor's mention, 0 for other kinds. */
export interface PageMark {
  readonly kind: 'actor' | 'claim' | 'note';
  readonly id: string;
  readonly mention: number;
  readonly highlight: HighlightName;
  readonly base: 'article' | 'document';
  /** Parts in UTF-16 units of the base's text. */
  readonly spans: readonly Span[];
  readonly ranges: readonly Range[];
  /** A claim for which the text names nobody. */
  readonly isUnsourced?: boolean;
}

/** The texts of a page with their live nodes; null where not taken. */
export interface PageMaps {
  readonly article: TextMap | null;
  readonly document: TextMap | null;
}

/** Everything that is to be drawn now, in the order of the page. */
export function collectMarks(
  findings: Findings,
  notes: readonly LiveNote[],
  settings: Settings,
  maps: PageMaps,
): PageMark[] {
  if (!settings.marksOn) return [];
  const make = (mark: Omit<PageMark, 'ranges'>): PageMark => {
    const ranges = mark.spans.flatMap((span) => maps[mark.base]?.toRanges(span) ?? []);
    return { ...mark, ranges };
  };
  const marks = [...foundMarks(findings, settings), ...noteMarks(notes)].map(make);
  // Not by comparing ranges: those in a shadow root and those outside of it cannot be.
  const places = new Map(marks.map((mark) => [mark, placeOf(mark, maps.document)]));
  return marks.filter((mark) => mark.ranges.length > 0).sort((a, b) => places.get(a)! - places.get(b)!);
}

function foundMarks(findings: Findings, settings: Settings): Omit<PageMark, 'ranges'>[] {
  const seen = findings.actors.filter((actor) => !settings.hiddenKinds.includes(actor.type));
  const { actorMarks, claimMarks } = chooseMarks(
    { ...findings, actors: seen },
    settings.density,
    settings.claimsFrom,
  );
  const mentions = new Map(findings.actors.map((actor) => [actor.id, actor.mentions]));
  return [
    ...actorMarks.map(({ id, type, span }) => ({
      kind: 'actor' as const,
      id,
      mention: mentions.get(id)?.findIndex((mention) => mention.start === span.start) ?? 0,
      highlight: ACTOR_HIGHLIGHT[type],
      base: 'article' as const,
      spans: [span],
    })),
    ...claimMarks.map(({ id, spans, isUnsourced }) => ({
      kind: 'claim' as const,
      id,
      mention: 0,
      highlight: CLAIM_MARK.highlight,
      base: 'article' as const,
      spans,
      isUnsourced,
    })),
  ];
}

// A passage that is uncertain is asked about in the popup and not painted; one that is gone has no place at all.
function noteMarks(notes: readonly LiveNote[]): Omit<PageMark, 'ranges'>[] {
  return notes.flatMap(({ record, state, span, base }) =>
    span === null || state === 'uncertain' || state === 'gone'
      ? []
      : [
          {
            kind: 'note' as const,
            id: record.id,
            mention: 0,
            highlight: NOTE_MARK.highlight,
            base,
            spans: [span],
          },
        ],
  );
}

/** Where a mark begins, as a number that can be compared: in the page's text where that was taken, else in the article's. */
function placeOf({ spans, ranges }: PageMark, page: TextMap | null): number {
  const first = ranges[0];
  const inPage = first && page?.spanAt(first.startContainer, first.startOffset);
  return inPage ?? spans[0]?.start ?? 0;
}
