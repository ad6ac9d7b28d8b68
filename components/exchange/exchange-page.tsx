import type { ExportData } from '../../lib/surfaces/export-state';
import type { ImportData } from '../../lib/surfaces/import-state';
import { useWords } from '../app/words';
import { type ExportActions, ExportForm } from './export-form';
import { type ImportActions, ImportForm } from './import-form';

export interface ExchangePageProps {
  readonly exporting: ExportData;
  readonly importing: ImportData;
  readonly formats: readonly {
    readonly name: string;
    readonly descriptionKey: string;
    readonly lossKey: string;
  }[];
  readonly storeProblem: string | null;
  readonly exportActions: ExportActions;
  readonly importActions: ImportActions;
}

/** Notes out, and notes in. */
export function ExchangePage(props: ExchangePageProps) {
  const word = useWords();
  return (
    <>
      {props.storeProblem && <p class="problem">{props.storeProblem}</p>}
      <section aria-labelledby="export">
        <h2 id="export">{word('library_export')}</h2>
        <ExportForm data={props.exporting} formats={props.formats} actions={props.exportActions} />
      </section>
      <section aria-labelledby="import">
        <h2 id="import">{word('library_import')}</h2>
        <ImportForm data={props.importing} actions={props.importActions} />
      </section>
    </>
  );
}
