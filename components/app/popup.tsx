import type { Obstacle } from '../../lib/messaging/protocol';
import type { Actor } from '../../lib/model/actor';
import type { Verdict } from '../../lib/model/article';
import type { Density } from '../../lib/model/settings';
import { ActorList } from '../actors/actor-list';
import { type ClaimItem, ClaimList } from '../claims/claim-list';
import { type NoteItem, NoteList } from '../notes/note-list';
import { Button } from '../primitives/button';
import { useWords } from './words';

/** What the popup knows about the tab in front. */
export interface PageState {
  readonly verdict: Verdict | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly isMarked: boolean;
  readonly obstacle: Obstacle | null;
  readonly actors: readonly Actor[];
  readonly claims: readonly ClaimItem[];
}

export interface PopupProps {
  readonly page: PageState | null;
  readonly notesHere: readonly NoteItem[];
  readonly notesAll: readonly NoteItem[];
  readonly storeProblem: string | null;
  readonly marksOn: boolean;
  readonly density: Density;
  readonly onMarks: (on: boolean) => void;
  readonly onDensity: (density: Density) => void;
  readonly onRead: () => void;
  readonly onGrant: () => void;
  readonly onOpenNote: (id: string) => void;
}

/** What this page is and what was found; its notes first, then all. */
export function Popup(props: PopupProps) {
  const word = useWords();
  return (
    <main class="popup">
      <header>
        <h1>{word('popup_title')}</h1>
        <MarksControl {...props} />
      </header>
      <PageSummary {...props} />
      {props.storeProblem && <p class="problem">{word('popup_store_failed', props.storeProblem)}</p>}
      <section aria-labelledby="notes-here">
        <h2 id="notes-here">{word('popup_notes_here')}</h2>
        <NoteList notes={props.notesHere} empty={word('popup_no_notes_here')} onOpen={props.onOpenNote} />
      </section>
      <Findings page={props.page} />
      <section aria-labelledby="notes-all">
        <h2 id="notes-all">{word('popup_notes_all')}</h2>
        <NoteList notes={props.notesAll} empty={word('popup_no_notes')} onOpen={props.onOpenNote} />
      </section>
    </main>
  );
}

const DENSITIES: readonly Density[] = ['off', 'first', 'main', 'everything'];

function MarksControl({ marksOn, density, onMarks, onDensity }: PopupProps) {
  const word = useWords();
  return (
    <div class="row marks-control">
      <label>
        <input type="checkbox" checked={marksOn} onChange={(event) => onMarks(event.currentTarget.checked)} />{' '}
        {word('popup_marks_on')}
      </label>
      <select
        aria-label={word('popup_density')}
        value={density}
        onChange={(event) => onDensity(event.currentTarget.value as Density)}
      >
        {DENSITIES.map((name) => (
          <option key={name} value={name}>
            {word(`density_${name}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function PageSummary({ page, onRead, onGrant }: PopupProps) {
  const word = useWords();
  if (page === null) return <p class="status">{word('popup_reading')}</p>;
  if (page.obstacle) {
    return (
      <section class="summary">
        <p>{word(`popup_obstacle_${page.obstacle.replaceAll('-', '_')}`)}</p>
        {page.obstacle === 'no-access' && <Button onPress={onGrant}>{word('popup_grant_access')}</Button>}
        {(page.obstacle === 'not-answering' || page.obstacle === 'never-here') && (
          <Button onPress={onRead}>{word('popup_start_here')}</Button>
        )}
      </section>
    );
  }
  return (
    <section class="summary">
      <p class="verdict">{word(page.verdict ? `popup_verdict_${page.verdict}` : 'popup_reading')}</p>
      {page.isMarked && page.title && <p class="title">{page.title}</p>}
      {page.isMarked && page.byline && <p class="byline">{page.byline}</p>}
      {!page.isMarked && page.verdict && (
        <Button onPress={onRead}>
          {word(page.verdict === 'no' ? 'popup_take_notes' : 'popup_read_anyway')}
        </Button>
      )}
    </section>
  );
}

function Findings({ page }: { readonly page: PageState | null }) {
  const word = useWords();
  if (!page?.isMarked) return null;
  return (
    <>
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
        <ClaimList claims={page.claims} />
      </details>
    </>
  );
}
