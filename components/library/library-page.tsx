import { LIBRARY_TABS, type LibraryTab } from '../../lib/notes/library-route';
import type { LibraryState } from '../../lib/surfaces/library-state';
import { readingFailureKey } from '../app/popup-view';
import { useWords } from '../app/words';
import { ExchangePage, type ExchangePageProps } from '../exchange/exchange-page';
import { ActorPage } from './actor-page';
import { ActorTable } from './actor-table';
import { ArticleTable } from './article-table';
import { LibraryClaims } from './claim-list';
import { ClaimPage } from './claim-page';
import { IndexProgress, isReadingKept } from './index-progress';
import { LibraryNotes } from './library-notes';
import { LibraryTabs } from './library-tabs';
import { NoteHistory } from './note-history';

interface LibraryPageProps {
  /** What is shown, and what the reader's actions are told to. */
  readonly library: Pick<LibraryState, 'route' | 'findings' | 'index' | 'notes' | 'exchange' | 'choose'>;
  readonly formats: ExchangePageProps['formats'];
  readonly language: string;
}

/** Everything that is kept, and files in and out. */
export function LibraryPage({ library, formats, language }: LibraryPageProps) {
  const word = useWords();
  const { route, notes, exchange } = library;
  return (
    <main class="page library">
      <header class="library-head">
        <h1>{word('library_title')}</h1>
        {holdsFindings(route.tab) && <IndexProgress index={library.index.data} />}
      </header>
      <LibraryTabs tabs={LIBRARY_TABS} chosen={route.tab} onChoose={(tab) => library.choose(tab)}>
        <Findings library={library} language={language} />
        {route.tab === 'notes' && route.part === null && <LibraryNotes notes={notes} language={language} />}
        {route.tab === 'notes' && route.part !== null && (
          <NoteHistory note={notes.history.data} language={language} />
        )}
        {route.tab === 'exchange' && (
          <ExchangePage
            exporting={exchange.exporting.data}
            importing={exchange.importing.data}
            formats={formats}
            storeProblem={exchange.failure && word(readingFailureKey(exchange.failure))}
            exportActions={exchange.exporting}
            importActions={exchange}
          />
        )}
      </LibraryTabs>
    </main>
  );
}

const holdsFindings = (tab: LibraryTab) => tab !== 'notes' && tab !== 'exchange';

function Findings({ library, language }: Omit<LibraryPageProps, 'formats'>) {
  const { route, findings, index } = library;
  const { tab, part } = route;
  const word = useWords();
  if (!holdsFindings(tab)) return null;
  const isReading = isReadingKept(index.data);
  return (
    <>
      {index.data.failure && <p class="problem">{word(readingFailureKey(index.data.failure))}</p>}
      {tab === 'articles' && (
        <ArticleTable articles={findings.articles} language={language} isReading={isReading} />
      )}
      {tab === 'actors' && part === null && (
        <ActorTable list={findings.actors.data} actions={findings.actors} isReading={isReading} />
      )}
      {tab === 'actors' && part === 'one' && (
        <ActorPage
          actor={findings.actor.data}
          said={findings.said}
          about={findings.about}
          language={language}
          met={findings.met.of}
        />
      )}
      {tab === 'claims' && part === null && (
        <LibraryClaims
          list={findings.claims.data}
          actions={findings.claims}
          language={language}
          met={findings.met.of}
          isReading={isReading}
        />
      )}
      {tab === 'claims' && part === 'of' && (
        <LibraryClaims
          list={findings.claimsOf.data}
          actions={findings.claimsOf}
          language={language}
          met={findings.met.of}
        />
      )}
      {tab === 'claims' && part === 'one' && <ClaimPage claim={findings.claim.data} language={language} />}
    </>
  );
}
