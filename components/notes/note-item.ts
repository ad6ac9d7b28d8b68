import type { PlacedNote, PlacedState } from '../../lib/messaging/protocol';
import type { AnnotationRecord } from '../../lib/model/annotation';
import type { ListItem } from '../../lib/notes/page-list';
import { momentIn } from '../../lib/text/wording';
import type { Words } from '../app/words';
import type { NoteItem } from './note-list';

const WARNINGS: Partial<Record<PlacedState, string>> = {
  gone: 'popup_note_gone',
  changed: 'popup_note_changed',
  uncertain: 'popup_note_uncertain',
};

/** A stored note as a list shows it; `place` is known only for the notes of the page in front. */
export function noteItem(
  { id, version, conflicted, record }: ListItem & { readonly record: AnnotationRecord },
  place: Pick<PlacedNote, 'state' | 'edit'> | null,
  { word, language }: { readonly word: Words; readonly language: string },
): NoteItem {
  const isEdited = place?.edit && place.state !== 'uncertain';
  const warning = place && (WARNINGS[place.state] ?? (isEdited ? 'popup_note_paragraph_edited' : undefined));
  return {
    id,
    quote: version.target?.quote.exact ?? '',
    body: version.body ?? '',
    tags: version.tags,
    author: version.author,
    where: place === null ? hostOf(version.article) : null,
    warning: warning ? word(warning) : null,
    versions: conflicted
      ? record.versions.map(({ author, updated, body, deleted }) => ({
          author,
          when: momentIn(language, updated),
          body: deleted ? null : (body ?? word('popup_note_highlight')),
        }))
      : [],
  };
}

function hostOf(articleKey: string): string {
  const place = articleKey.replace(/^https?:\/\//, '').replace(/^www\./, '');
  return place.split('/')[0] ?? articleKey;
}
