import type { PlacedNote, PlacedState } from '../../lib/messaging/protocol';
import type { AnnotationRecord } from '../../lib/model/annotation';
import { siteOf } from '../../lib/notes/note-filter';
import type { ListItem } from '../../lib/notes/page-list';
import { isBySeveral } from '../../lib/team/conflicts';
import { momentIn } from '../../lib/text/wording';
import type { Words } from '../app/words';
import type { NoteItem } from './note-list';

const WARNINGS: Partial<Record<PlacedState, string>> = {
  gone: 'popup_note_gone',
  changed: 'popup_note_changed',
  uncertain: 'popup_note_uncertain',
};

interface ItemWords {
  readonly word: Words;
  readonly language: string;
  /** Whether its passage was gone when its page was last read; said only where the page is not in front. */
  readonly isLost?: boolean;
  /** The title of its article, where the list says more than the site. */
  readonly title?: string | null;
}

/** A stored note as a list shows it; `place` is known only for the notes of the page in front. */
export function noteItem(
  { id, version, conflicted, record }: ListItem & { readonly record: AnnotationRecord },
  place: Pick<PlacedNote, 'state' | 'edit'> | null,
  { word, language, isLost = false, title = null }: ItemWords,
): NoteItem {
  const isUnsure = place?.state === 'uncertain' || place?.state === 'gone';
  const edit = isUnsure ? null : (place?.edit ?? null);
  const placed = place && (WARNINGS[place.state] ?? (edit ? 'popup_note_paragraph_edited' : undefined));
  const warning = place === null && isLost ? 'popup_note_was_gone' : placed;
  return {
    id,
    quote: version.target?.quote.exact ?? '',
    body: version.body ?? '',
    tags: version.tags,
    author: version.author,
    where: place === null ? [title, siteOf(version.article)].filter(Boolean).join(' · ') : null,
    warning: warning ? word(warning) : null,
    edit,
    versions: conflicted ? choicesOf(record, { word, language }) : [],
    isBySeveral: conflicted && isBySeveral(record),
  };
}

function choicesOf(record: AnnotationRecord, { word, language }: ItemWords): NoteItem['versions'] {
  return record.versions.map(({ author, updated, body, deleted }) => ({
    author,
    when: momentIn(language, updated),
    body: deleted ? null : (body ?? word('popup_note_highlight')),
  }));
}
