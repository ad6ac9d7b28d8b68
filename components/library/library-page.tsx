import { LIBRARY_TABS } from '../../lib/notes/library-route';
import type { LibraryState } from '../../lib/surfaces/library-state';
import { failureKey } from '../app/popup-view';
import { useWords } from '../app/words';
import { ExchangePage, type ExchangePageProps } from '../exchange/exchange-page';
import { LibraryNotes } from './library-notes';
import { LibraryTabs } from './library-tabs';

interface LibraryPageProps {
  /** What is shown, and what the reader's actions are told to. */
  readonly library: Pick<LibraryState, 'route' | 'notes' | 'exchange' | 'choose'>;
  readonly formats: ExchangePageProps['formats'];
  readonly language: string;
}

/** Everything that is kept, and files in and out. */
export function LibraryPage({ library, formats, language }: LibraryPageProps) {
  const word = useWords();
  const { route, notes, exchange } = library;
  return (
    <main class="page library">
      <h1>{word('library_title')}</h1>
      <LibraryTabs tabs={LIBRARY_TABS} chosen={route.tab} onChoose={(tab) => library.choose(tab)}>
        {route.tab === 'notes' && <LibraryNotes notes={notes} language={language} />}
        {route.tab === 'exchange' && (
          <ExchangePage
            exporting={exchange.exporting.data}
            importing={exchange.importing.data}
            formats={formats}
            storeProblem={exchange.failure && word(failureKey(exchange.failure))}
            exportActions={exchange.exporting}
            importActions={exchange}
          />
        )}
      </LibraryTabs>
    </main>
  );
}
