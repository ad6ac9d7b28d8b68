import { ActorList } from '../actors/actor-list';
import { ClaimList } from '../claims/claim-list';
import { ClaimsDial } from '../claims/claims-dial';
import { NoteList } from '../notes/note-list';
import { ToastLine } from '../page/toast-line';
import { Button } from '../primitives/button';
import { Legend } from './legend';
import { MarksControl } from './marks-control';
import { PageSummary } from './page-summary';
import type { PopupActions, PopupView } from './popup-model';
import { useWords } from './words';

interface PopupProps {
  readonly view: PopupView;
  readonly actions: PopupActions;
}

/** What this page is and what was found; its notes first, then all. */
export function Popup({ view, actions }: PopupProps) {
  const word = useWords();
  return (
    <main class="popup">
      <header>
        <h1>{word('popup_title')}</h1>
        <MarksControl
          marksOn={view.marksOn}
          density={view.density}
          onMarks={(on) => actions.setMarks(on)}
          onDensity={(density) => actions.setDensity(density)}
        />
      </header>
      <PageSummary view={view} actions={actions} />
      {view.storeProblem && <p class="problem">{view.storeProblem}</p>}
      <NotesHere view={view} actions={actions} />
      <Findings view={view} actions={actions} />
      <AllNotes view={view} actions={actions} />
      <footer class="row">
        <Button onPress={() => actions.openLibrary()}>{word('popup_exchange')}</Button>
        <Button look="quiet" onPress={() => actions.openOptions()}>
          {word('popup_options')}
        </Button>
      </footer>
      <div class="toasts" role="status">
        {view.toast && <ToastLine toast={view.toast} onUndo={() => actions.undo()} />}
      </div>
    </main>
  );
}

function NotesHere({ view, actions }: PopupProps) {
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
        empty={word('popup_no_notes_here')}
        editing={view.editing}
        actions={actions}
      />
    </section>
  );
}

function AllNotes({ view, actions }: PopupProps) {
  const word = useWords();
  return (
    <section aria-labelledby="notes-all">
      <h2 id="notes-all">{word('popup_notes_all')}</h2>
      <input
        type="search"
        class="search"
        aria-label={word('popup_search')}
        placeholder={word('popup_search')}
        value={view.query}
        onInput={(event) => actions.search(event.currentTarget.value)}
      />
      <NoteList
        notes={view.notesAll}
        empty={word(view.query ? 'popup_nothing_found' : 'popup_no_notes')}
        editing={view.editing}
        actions={actions}
      />
    </section>
  );
}

function Findings({ view, actions }: PopupProps) {
  const word = useWords();
  const { page, density, claimsFrom } = view;
  if (!page?.isMarked) return null;
  if (!page.isEnglish) return <p class="empty">{word('popup_other_language')}</p>;
  return (
    <>
      <Button onPress={() => actions.toggleSaysView()} isPressed={page.saysView}>
        {word('popup_says_view')}
      </Button>
      <details>
        <summary>
          {word('popup_found_actors')} <span class="count">{page.actors.length}</span>
        </summary>
        <ActorList actors={page.actors} />
      </details>
      <details>
        <summary>
          {word('popup_found_claims')} <span class="count">{page.claims.length}</span>
        </summary>
        <ClaimsDial
          claimsFrom={claimsFrom}
          density={density}
          shown={page.claims.length}
          all={page.claimsFound}
          onChange={(score) => actions.setClaimsFrom(score)}
        />
        <ClaimList claims={page.claims} />
      </details>
      <Legend />
    </>
  );
}
