import { Legend } from '../app/legend';
import { MarksControl } from '../app/marks-control';
import { PageSummary } from '../app/page-summary';
import { Trouble } from '../app/trouble';
import { useWords } from '../app/words';
import { ClaimsDial } from '../claims/claims-dial';
import { ToastLine } from '../page/toast-line';
import { Button } from '../primitives/button';
import { ArticleFacts, WhyArticle } from './article-facts';
import { PanelActors } from './panel-actors';
import { PanelClaims } from './panel-claims';
import { PanelFigures } from './panel-figures';
import type { PanelActions, PanelView } from './panel-model';
import { PanelNotes } from './panel-notes';
import { Part } from './panel-part';

interface PanelProps {
  readonly view: PanelView;
  readonly actions: PanelActions;
}

/** The article in front on one page: what it says of itself, the reader's notes, who acts in it, who says what. */
export function Panel({ view, actions }: PanelProps) {
  const word = useWords();
  const { article, page } = view;
  return (
    <main class={`panel${page === null ? ' reading' : ''}`}>
      <h1>{(article && page?.title) || word('panel_title')}</h1>
      {view.storeProblem && (
        <Trouble
          problem={view.storeProblem}
          onTryAgain={view.canStorePass ? () => actions.tryStoreAgain() : null}
        />
      )}
      <PageSummary view={{ ...view, page: page && { ...page, title: null } }} actions={actions} />
      {article && page?.isEnglish && <Marks view={view} actions={actions} />}
      {article && (
        <details id="facts">
          <summary>{word('about_article')}</summary>
          <ArticleFacts facts={article.facts} />
          {article.detection && <WhyArticle detection={article.detection} />}
        </details>
      )}
      {article && <Ways view={view} />}
      {(page?.isOpen || view.notes.length > 0) && <NotesPart view={view} actions={actions} />}
      {article && <Findings key={article.key} view={view} actions={actions} />}
      <div class="toasts" role="status">
        {view.toast && <ToastLine toast={view.toast} onUndo={() => actions.undo()} />}
      </div>
    </main>
  );
}

/** How much is marked on the page, and what the marks mean. */
function Marks({ view, actions }: PanelProps) {
  const word = useWords();
  return (
    <section class="marks" aria-label={word('panel_marks')}>
      <MarksControl
        marksOn={view.marksOn}
        density={view.density}
        onMarks={(on) => actions.setMarks(on)}
        onDensity={(density) => actions.setDensity(density)}
      />
      <Legend />
    </section>
  );
}

/** Ways down the page: it is long, and what is looked for is seldom at its top. */
function Ways({ view: { article, page, notes } }: { readonly view: PanelView }) {
  const word = useWords();
  const ways = [
    ['notes', word('panel_notes'), notes.length],
    ['actors', word('popup_found_actors'), article?.actors.length ?? 0],
    ['claims', word('popup_found_claims'), article?.claims.length ?? 0],
    ['network', word('panel_figures'), null],
  ] as const;
  return (
    <nav class="ways" aria-label={word('panel_ways')}>
      {ways
        .filter(([id]) => id === 'notes' || page?.isEnglish)
        .map(([id, name, count]) => (
          <a key={id} href={`#${id}`}>
            {name} {count !== null && <span class="count">{word('number_alone', count)}</span>}
          </a>
        ))}
    </nav>
  );
}

function NotesPart({ view, actions }: PanelProps) {
  const word = useWords();
  return (
    <Part id="notes" title={word('popup_notes_here')}>
      <PanelNotes notes={view.notes} editing={view.editing} actions={actions} />
      {view.page?.isOpen && (
        <p class="after-notes">
          <Button onPress={() => actions.notePage()}>{word('popup_note_on_page')}</Button>
        </p>
      )}
    </Part>
  );
}

function Findings({ view, actions }: PanelProps) {
  const word = useWords();
  const { article, page } = view;
  if (!article || !page) return null;
  if (!page.isEnglish) return <p class="hint">{word('popup_other_language')}</p>;
  return (
    <>
      <Part id="actors" title={word('popup_found_actors')}>
        <PanelActors actors={article.actors} onShow={(passage) => actions.show(passage)} />
      </Part>
      <Part id="claims" title={word('popup_found_claims')}>
        <ClaimsDial
          claimsFrom={view.claimsFrom}
          density={view.density}
          shown={article.claims.length}
          all={page.claimsFound}
          onChange={(score) => actions.setClaimsFrom(score)}
        />
        <PanelClaims
          claims={article.claims}
          found={page.claimsFound}
          onShow={(passage) => actions.show(passage)}
        />
      </Part>
      <PanelFigures article={article} actions={actions} />
    </>
  );
}
