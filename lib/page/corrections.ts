import { v7 } from 'uuid';
import { taughtWords } from '../actors/corrections';
import { NOT_A_CLAIM } from '../claims/apply-corrections';
import type { Ask } from '../messaging/client';
import type { PageToBackground } from '../messaging/protocol';
import type { AnnotationRecord } from '../model/annotation';
import type { ActorCorrection, WordScope } from '../model/word-list';
import { newAnnotationId, newCorrection } from '../notes/annotation';
import { addedVersion, currentVersion, isConflicted, seenWith } from '../team/conflicts';
import { fieldsOf } from '../team/write-version';
import { type Passage, targetOf } from './passage';
import type { PageSession } from './session';
import type { Undo } from './toasts';

/** What to say once a note was deleted as it was shown: where people have yet to choose, somebody else's wording stays. */
export const deletionKey = (record: AnnotationRecord) =>
  isConflicted(record) && record.versions.filter(({ deleted }) => !deleted).length > 1
    ? 'toast_wording_deleted'
    : 'toast_deleted';

/**
 * What the reader corrects on a page, and the way back. Everything is kept first and applied to the open page at once.
 * Each throws a MessageError where the background could not keep it; nothing has changed then.
 */
export class Corrections {
  readonly #session: PageSession;
  readonly #ask: Ask<PageToBackground>;

  constructor(session: PageSession, ask: Ask<PageToBackground>) {
    this.#session = session;
    this.#ask = ask;
  }

  /** Teaches a correction of an actor, seen at one of its mentions; null where the actor is gone. */
  async teach(
    id: string,
    mention: number,
    correction: ActorCorrection,
    scope: WordScope,
  ): Promise<Undo | null> {
    const actor = this.#session.findings.actors.find((candidate) => candidate.id === id);
    if (!actor) return null;
    const words = taughtWords(actor, mention, correction).map((word) => ({ id: v7(), ...word }));
    await this.#ask({ type: 'words.teach', words, scope });
    await this.#session.findAgain();
    return async () => {
      await this.#ask({ type: 'words.forget', ids: words.map((word) => word.id) });
      await this.#session.findAgain();
    };
  }

  /** Keeps that a claim is none; null where the page can carry no notes. */
  async markWrong(passage: Passage): Promise<Undo | null> {
    const article = this.#session.articleKey;
    if (article === null) return null;
    const now = new Date().toISOString();
    const { record } = await this.#ask({
      type: 'notes.save',
      id: newAnnotationId(),
      seen: {},
      fields: newCorrection({ article, target: targetOf(passage) }, NOT_A_CLAIM, now),
      article: passage.reading.article,
      draft: null,
    });
    await this.#session.applyNote(record);
    return async () => void (await this.#removed(record));
  }

  /** Deletes a note as it was shown: a wording that stands beside it stays. */
  async remove(record: AnnotationRecord): Promise<Undo | null> {
    const version = currentVersion(record);
    const tombstone = await this.#removed(record);
    const deletion = tombstone && addedVersion(record, tombstone);
    if (!deletion || !version) return null;
    return async () => {
      const fields = { ...fieldsOf(version), updated: new Date().toISOString() };
      const { id } = record;
      const seen = seenWith(tombstone, deletion);
      const answer = await this.#ask({ type: 'notes.save', id, seen, fields, article: null, draft: null });
      await this.#session.applyNote(answer.record);
    };
  }

  async #removed(record: AnnotationRecord): Promise<AnnotationRecord | null> {
    const version = currentVersion(record);
    const seen = version ? seenWith(record, version) : record.ctx;
    const answer = await this.#ask({ type: 'notes.remove', id: record.id, seen });
    if (answer.record) await this.#session.applyNote(answer.record);
    return answer.record;
  }
}
