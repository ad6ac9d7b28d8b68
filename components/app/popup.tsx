import { useEffect } from 'preact/hooks';
import { ActorList } from '../actors/actor-list';
import { ClaimList } from '../claims/claim-list';
import { ClaimsDial } from '../claims/claims-dial';
import { type FinderActions, NoteFinder } from '../notes/note-finder';
import { NoteList } from '../notes/note-list';
import { ToastLine } from '../page/toast-line';
import { Button } from '../primitives/button';
import { AboutArticle } from './about-article';
import { Legend } from './legend';
import { MarksControl } from './marks-control';
import { PageSummary } from './page-summary';
import type { PopupActions, PopupView } from './popup-model';
import { moveByKey, TakingBack } from './taking-back';
import { Trouble } from './trouble';
import { useWords } from './words';

interface PartProps {
  readonly view: PopupView;
  readonly actions: PopupActions;
}

interface PopupProps extends PartProps {
  readonly finder: FinderActions;
}

// Below the notes of a page stands more that is wanted: all of seventy would hide it.
const NOTES_AT_FIRST = 10;

/** What this page is and what was found; its notes first, then all. */
export function Popup({ view, actions, finder }: PopupProps) {
  const word = useWords();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => moveByKey(event, actions);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [actions]);
  const isDrawn = view.order.hasList && view.order.isPageOver;
  return (
    <main class={`popup${isDrawn ? '' : ' reading'}`}>
      <header>
        <h1>{word('popup_title')}</h1>
        <MarksControl
          marksOn={view.marksOn}
          density={view.density}
          onMarks={(on) => actions.setMarks(on)}
          onDensity={(density) => actions.setDensity(density)}
        />
      </header>
      <Parts view={view} actions={actions} finder={finder} />
      <div class="toasts" role="status">
        {view.toast && <ToastLine toast={view.toast} onUndo={() => actions.undo()} />}
      </div>
    </main>
  );
}

/**
 * From top to bottom, each part once all is known that stands above it: nothing moves away from under the pointer. A page that
 * keeps the list waiting for too long stands below everything; a line at its usual place leads there.
 */
function Parts({ view, actions, finder }: PopupProps) {
  const { pagePlace, hasList, isLossLate } = view.order;
  const page = (view.page || view.pageProblem) && <ThisPage view={view} actions={actions} />;
  const list = hasList && <AllNotes view={view} actions={actions} finder={finder} />;
  return (
    <>
      {pagePlace === 'above' && page ? null : <Waiting isBelow={hasList && Boolean(page)} />}
      {pagePlace === 'above' && page}
      {!isLossLate && hasList && <StoreState view={view} actions={actions} />}
      {list}
      {hasList && <End view={view} actions={actions} />}
      {pagePlace === 'below' && hasList && page}
      {isLossLate && <StoreState view={view} actions={actions} />}
    </>
  );
}

/** The line where the page will stand, and the way to where it stands instead. It keeps its height. */
function Waiting({ isBelow }: { readonly isBelow: boolean }) {
  const word = useWords();
  return (
    <p class="waiting">
      {isBelow ? <a href="#this-page">{word('popup_page_below')}</a> : word('popup_reading')}
    </p>
  );
}

/** What the page in front is, the notes on it, and what was found in it. */
function ThisPage({ view, actions }: PartProps) {
  return (
    <div id="this-page" class="this-page">
      <PageSummary view={view} actions={actions} />
      {view.about && (
        <AboutArticle about={view.about} onCorrect={(correction) => actions.correctArticle(correction)} />
      )}
      {view.page && <NotesHere view={view} actions={actions} />}
      <Findings view={view} actions={actions} />
    </div>
  );
}

/** What is due, and the ways to the other surfaces. */
function End({ view, actions }: PartProps) {
  const word = useWords();
  return (
    <>
      {view.isFileDue && (
        <p class="hint">
          {word('popup_file_due')}{' '}
          <Button look="quiet" onPress={() => actions.openStorage()}>
            {word('popup_see_storage')}
          </Button>
        </p>
      )}
      <footer class="row">
        <Button onPress={() => actions.openPanel()}>{word('popup_open_panel')}</Button>
        <Button onPress={() => actions.openLibrary()}>{word('popup_exchange')}</Button>
        <Button look="quiet" onPress={() => actions.openOptions()}>
          {word('popup_options')}
        </Button>
      </footer>
    </>
  );
}

/** Says when the notes are gone or cannot be written, and leads to what can be done about it. */
function StoreState({ view, actions }: PartProps) {
  const word = useWords();
  const { storeProblem, lostNotes, canExport } = view;
  if (storeProblem === null && lostNotes === null) return null;
  return (
    <div class="store-state">
      {lostNotes !== null && (
        <p class="problem" role="alert">
          {word('popup_notes_lost', lostNotes)}
        </p>
      )}
      {storeProblem && (
        <Trouble
          problem={storeProblem}
          onTryAgain={view.canStorePass ? () => actions.tryStoreAgain() : null}
        />
      )}
      {canExport && (
        <Button onPress={() => actions.openStorage()}>
          {word(storeProblem ? 'popup_export_everything' : 'popup_see_storage')}
        </Button>
      )}
    </div>
  );
}

function NotesHere({ view, actions }: PartProps) {
  const word = useWords();
  return (
    <section aria-labelledby="notes-here">
      <div class="heading">
        <h2 id="notes-here">{word('popup_notes_here')}</h2>
        {view.page?.isOpen && (
          <Button look="quiet" onPress={() => actions.notePage()}>
            {word('popup_note_on_page')}
          </Button>
        )}
      </div>
      <NoteList
        notes={view.notesHere}
        empty={word(emptyHere(view.page))}
        editing={view.editing}
        actions={actions}
        step={NOTES_AT_FIRST}
      />
    </section>
  );
}

/** How to write a note is said only where one can be written now. */
function emptyHere(page: PopupView['page']): string {
  return page?.isOpen ? 'popup_no_notes_here' : 'popup_no_notes_closed';
}

function AllNotes({ view, actions, finder }: PopupProps) {
  const word = useWords();
  return (
    <section aria-labelledby="notes-all">
      <div class="heading">
        <h2 id="notes-all">{word('popup_notes_all')}</h2>
        <TakingBack view={view} actions={actions} />
      </div>
      {view.editedApart && (
        <NoteList notes={[view.editedApart]} empty="" editing={view.editing} actions={actions} />
      )}
      <NoteFinder view={view.finder} actions={finder}>
        <NoteList
          notes={view.finder.notes}
          empty={word('popup_no_notes')}
          editing={view.editing}
          actions={actions}
        />
      </NoteFinder>
    </section>
  );
}

function Findings({ view, actions }: PartProps) {
  const word = useWords();
  const { page, density, claimsFrom } = view;
  if (!page?.isMarked) return null;
  if (!page.isEnglish) return <p class="empty">{word('popup_other_language')}</p>;
  return (
    <>
      <div class="row">
        <Button onPress={() => actions.toggleSaysView()} isPressed={page.saysView}>
          {word('popup_says_view')}
        </Button>
        <Button onPress={() => actions.readByKeys()}>{word('popup_reading_keys')}</Button>
      </div>
      <details>
        <summary>
          {word('popup_found_actors')} <span class="count">{word('number_alone', page.actors.length)}</span>
        </summary>
        {view.isSettled && <ActorList actors={page.actors} />}
      </details>
      <details>
        <summary>
          {word('popup_found_claims')} <span class="count">{word('number_alone', page.claims.length)}</span>
        </summary>
        <ClaimsDial
          claimsFrom={claimsFrom}
          density={density}
          shown={page.claims.length}
          all={page.claimsFound}
          onChange={(score) => actions.setClaimsFrom(score)}
        />
        {view.isSettled && <ClaimList claims={page.claims} />}
      </details>
      <Legend />
    </>
  );
}
