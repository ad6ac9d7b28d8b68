import type { PlacedState } from '../../lib/messaging/protocol';
import type { ListItem } from '../../lib/notes/page-list';
import type { Words } from '../app/words';
import type { NoteItem } from './note-list';

const WARNINGS: Partial<Record<PlacedState, string>> = {
  gone: 'popup_note_gone',
  changed: 'popup_note_changed',
  uncertain: 'popup_note_uncertain',
};

/** A stored note as a list shows it; `state` is known only for the notes of the page in front. */
export function noteItem(
  { id, version, conflicted }: ListItem,
  state: PlacedState | null,
  word: Words,
): NoteItem & { readonly article: string } {
  const warning = state ? WARNINGS[state] : undefined;
  return {
    id,
    article: version.article,
    quote: version.target?.quote.exact ?? '',
    body: version.body ?? '',
    author: version.author,
    where: state === null ? hostOf(version.article) : null,
    warning: warning ? word(warning) : conflicted ? word('popup_conflicted') : null,
  };
}

function hostOf(articleKey: string): string {
  return (
    articleKey
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .split('/')[0] ?? articleKey
  );
}
