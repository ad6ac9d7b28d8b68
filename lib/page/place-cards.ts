import type { Ask } from '../messaging/client';
import type { PageToBackground } from '../messaging/protocol';
import type { CardStage } from './card-stage';
import type { Box } from './cards-view';
import { LostNotes } from './lost-notes';
import type { Passage } from './passage';
import type { PageSession } from './session';

/** A passage that is selected, and where. */
export interface Selected {
  readonly passage: Passage;
  readonly box: Box;
}

/** The cards by which a note that has lost its passage, or may have, is given one. */
export class PlaceCards {
  #passage: Passage | null = null;
  readonly #stage: CardStage;
  readonly #session: PageSession;
  readonly #lost: LostNotes;
  readonly #selected: () => Selected | null;

  /** `selected`: the passage that is selected now. */
  constructor(
    stage: CardStage,
    session: PageSession,
    ask: Ask<PageToBackground>,
    selected: () => Selected | null,
  ) {
    this.#stage = stage;
    this.#session = session;
    this.#lost = new LostNotes(session, ask);
    this.#selected = selected;
  }

  /** Lists the notes that can be attached to what is selected. */
  offer(): void {
    const selected = this.#selected();
    if (!selected) return;
    this.#passage = selected.passage;
    this.#stage.open({ kind: 'lost', box: selected.box });
  }

  /** Attaches a lost note to the passage that was selected; the toast offers to take that back. */
  async attach(id: string): Promise<void> {
    const passage = this.#passage;
    if (!passage) return;
    const attach = () => this.#lost.attach(id, passage);
    if (!(await this.#stage.toasts.attempt('toast_attached', attach))) return;
    this.#session.windows.unselect();
    this.#stage.close();
  }

  /** Asks whether an uncertain note belongs to the passage that resembles its own; false where there is none. */
  ask(id: string): boolean {
    const passage = this.#session.candidateOf(id);
    const ranges = passage ? this.#session.rangesOf(passage) : [];
    if (!passage || this.#stage.isWriting) return false;
    return this.#stage.openAt(ranges, (box) => {
      this.#passage = passage;
      this.#stage.open({ kind: 'ask', box, id });
    });
  }

  /** The answer to `ask`. */
  async answer(isHere: boolean): Promise<void> {
    const { card } = this.#stage;
    if (card.kind !== 'ask') return;
    if (isHere) return this.attach(card.id);
    const passage = this.#passage;
    const refuse = async () => passage && this.#lost.refuse(card.id, passage);
    if (!(await this.#stage.toasts.attempt('toast_refused', refuse))) return;
    // There may be another passage that resembles it.
    if (!this.ask(card.id)) this.#stage.close();
  }
}
