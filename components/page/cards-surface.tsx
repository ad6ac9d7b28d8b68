import type { ComponentChildren } from 'preact';
import type { ActorCorrection, WordScope } from '../../lib/model/word-list';
import type { CardsState, CardView } from '../../lib/page/cards-view';
import { ActorCard, type ActorCardData } from '../actors/actor-card';
import { useWords } from '../app/words';
import { ClaimCard, type ClaimCardData } from '../claims/claim-card';
import { type LostNote, LostNotes } from '../notes/lost-notes';
import { NoteCard, type NoteCardData } from '../notes/note-card';
import { NoteEditor } from '../notes/note-editor';
import { PlaceQuestion, type PlaceQuestionData } from '../notes/place-question';
import { Adder } from './adder';
import { FloatingCard } from './floating-card';
import { placeBeside, viewportOf } from './place';
import { PageToast } from './toast-line';
import { useToastSide } from './toast-side';
import { UnfinishedNote } from './unfinished-note';

/** What the cards ask for; each is one gesture of the reader. */
export interface CardsActions {
  begin(): void;
  highlight(): void;
  write(body: string, tags: readonly string[]): void;
  save(): void;
  dismiss(): void;
  resume(): void;
  discard(): void;
  goToMention(index: number): void;
  goToClaim(id: string): void;
  noteOnClaim(): void;
  markClaimWrong(): void;
  correctActor(correction: ActorCorrection, scope: WordScope): void;
  editNote(): void;
  deleteNote(): void;
  readonly places: {
    offer(): void;
    attach(id: string): void;
    answer(isHere: boolean): void;
  };
}

/** What is done with the message over the page. */
export interface ToastActions {
  undo(): void;
  hold(isHeld: boolean): void;
  close(): void;
}

/** Looks up what a card shows; null where the mark is gone. */
export interface CardsData {
  actor(id: string, mention: number): ActorCardData | null;
  claim(id: string): ClaimCardData | null;
  note(id: string): NoteCardData | null;
  /** The notes of the page that have lost their passage. */
  lost(): readonly LostNote[];
  place(id: string): PlaceQuestionData | null;
}

interface CardsSurfaceProps {
  readonly state: CardsState;
  readonly actions: CardsActions;
  readonly toasts: ToastActions;
  readonly data: CardsData;
  readonly window: Window;
  /** What is said besides the toast, to be heard and not seen. */
  readonly said: string;
  readonly isExposed: boolean;
  readonly isPrivate: boolean;
}

const ADDER_SIZE = { width: 160, height: 38 };

/** Everything that floats over the page: the adder, the one open card, the toast. */
export function CardsSurface(props: CardsSurfaceProps) {
  const { toasts, said } = props;
  const { card, toast } = props.state;
  const { element, isAtTop } = useToastSide(props.window, toast !== null);
  return (
    <>
      <OpenCard key={keyOf(card)} {...props} />
      {/* One polite region: it stands before anything is said in it, so that screen readers hear it. */}
      <div ref={element} class={isAtTop ? 'toasts at-top' : 'toasts'} role="status" aria-live="polite">
        {said !== '' && <p class="visually-hidden">{said}</p>}
        {toast && (
          <PageToast
            toast={toast}
            onUndo={() => toasts.undo()}
            onHold={(isHeld) => toasts.hold(isHeld)}
            onEscape={() => toasts.close()}
          />
        )}
      </div>
    </>
  );
}

function OpenCard({ state, actions, data, window, isExposed, isPrivate }: CardsSurfaceProps) {
  const word = useWords();
  const { card } = state;
  if (card.kind === 'nothing') return null;
  if (card.kind === 'adder') {
    const place = placeBeside(card.box, ADDER_SIZE, viewportOf(window));
    return (
      <Adder
        place={place}
        onNote={() => actions.begin()}
        onHighlight={() => actions.highlight()}
        onAttach={data.lost().length > 0 ? () => actions.places.offer() : null}
      />
    );
  }
  if (card.kind === 'unfinished') {
    return <UnfinishedNote {...card} onResume={() => actions.resume()} onDiscard={() => actions.discard()} />;
  }
  if (card.kind === 'editor') {
    const problem = card.failure ? word(`failure_${card.failure.replace('-', '_')}`) : undefined;
    return (
      <FloatingCard
        box={card.box}
        window={window}
        label={word('editor_label')}
        onEscape={() => actions.dismiss()}
      >
        <NoteEditor
          quote={card.quote}
          body={card.body}
          tags={card.tags}
          status={problem === undefined ? { step: card.step } : { step: card.step, problem }}
          isExposed={isExposed}
          isPrivate={isPrivate}
          onInput={(body, tags) => actions.write(body, tags)}
          onSave={() => actions.save()}
          onClose={() => actions.dismiss()}
        />
      </FloatingCard>
    );
  }
  const content = contentOf(card, data, actions);
  if (!content) return null;
  return (
    <FloatingCard
      box={card.box}
      window={window}
      label={word(`card_${card.kind}_label`)}
      takesFocus={!('isPinned' in card) || card.isPinned}
      onEscape={() => actions.dismiss()}
    >
      {content}
    </FloatingCard>
  );
}

type ContentCard = Extract<CardView, { isPinned: boolean } | { kind: 'lost' | 'ask' }>;

function contentOf(card: ContentCard, data: CardsData, actions: CardsActions): ComponentChildren {
  if (card.kind === 'actor') {
    const actor = data.actor(card.id, card.mention);
    return (
      actor && (
        <ActorCard
          actor={actor}
          onMention={(index) => actions.goToMention(index)}
          onClaim={(id) => actions.goToClaim(id)}
          onCorrect={(correction, scope) => actions.correctActor(correction, scope)}
        />
      )
    );
  }
  if (card.kind === 'claim') {
    const claim = data.claim(card.id);
    return (
      claim && (
        <ClaimCard
          claim={claim}
          onNote={() => actions.noteOnClaim()}
          onWrong={() => actions.markClaimWrong()}
        />
      )
    );
  }
  if (card.kind === 'lost') {
    const notes = data.lost();
    return notes.length > 0 && <LostNotes notes={notes} onAttach={(id) => actions.places.attach(id)} />;
  }
  if (card.kind === 'ask') {
    const place = data.place(card.id);
    return (
      place && (
        <PlaceQuestion
          data={place}
          onYes={() => actions.places.answer(true)}
          onNo={() => actions.places.answer(false)}
        />
      )
    );
  }
  const note = data.note(card.id);
  return (
    note && <NoteCard note={note} onEdit={() => actions.editNote()} onDelete={() => actions.deleteNote()} />
  );
}

// A card about something else is another card: it is placed and focused anew.
function keyOf(card: CardView): string {
  const mention = card.kind === 'actor' ? card.mention : '';
  return 'id' in card ? `${card.kind} ${card.id} ${mention}` : card.kind;
}
