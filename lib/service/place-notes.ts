import { paragraphEdit } from '../anchoring/edit-watch';
import { findTargetsInSteps } from '../anchoring/find-targets';
import type { PageText, PlacedNote, PlacedNotes } from '../messaging/protocol';
import type { AnnotationRecord, Target } from '../model/annotation';
import type { ArticleVersion } from '../model/article';
import type { Span } from '../model/span';
import { latestPlace } from '../notes/attach-target';
import { currentVersion, isDeleted } from '../team/conflicts';
import { sha256 } from '../team/version-hash';
import { pause } from './pause';

/**
 * Finds the passages of an article's notes in the text that its page shows now. `kept` are the versions of the article
 * that were annotated: comparing them with the page tells a changed passage from one that is gone.
 */
export async function placeNotes(
  records: readonly AnnotationRecord[],
  page: PageText,
  articleKey: string,
  kept: readonly ArticleVersion[],
): Promise<PlacedNotes> {
  const version = await sha256(page.text);
  const alive = records.filter((record) => !isDeleted(record));
  const targets = new Map<string, Target | null>(
    alive.map((record) => {
      const target = currentVersion(record)?.target;
      return [record.id, target ? latestPlace(target) : null];
    }),
  );
  const here = alive.filter((record) => {
    const target = targets.get(record.id);
    return target ? target.position.base === page.base : page.base === 'article';
  });
  const wanted = here.flatMap(({ id }) => {
    const target = targets.get(id);
    return target ? [{ id, target }] : [];
  });
  const anchors = new Map(
    (await findTargetsInSteps(page.text, page.blocks, version, wanted, kept, pause)).map((anchor) => [
      anchor.id,
      anchor,
    ]),
  );
  const notes = here.map((record): PlacedNote => {
    const anchor = anchors.get(record.id);
    const span = anchor?.span ?? null;
    const edit = editOf(targets.get(record.id) ?? null, span, page, kept);
    return { record, state: anchor?.state ?? 'page', span, edit };
  });
  return { articleKey, version, notes, elsewhere: alive.length - here.length };
}

/** How the paragraph around a note's passage was edited since, where the version is kept on which the note was made. */
function editOf(
  target: Target | null,
  span: Span | null,
  page: PageText,
  kept: readonly ArticleVersion[],
): PlacedNote['edit'] {
  const made = kept.find(({ hash }) => hash === target?.position.version);
  if (!target || !span || !made) return null;
  return paragraphEdit(made, target.position, page, span);
}
