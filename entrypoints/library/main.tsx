import { render } from 'preact';
import '../../assets/styles/page.css';
import { failureKey } from '../../components/app/popup-view';
import { WordsContext } from '../../components/app/words';
import { ExchangePage } from '../../components/exchange/exchange-page';
import { FORMATS } from '../../lib/exchange/formats';
import { offerFile } from '../../lib/platform/files';
import { askBackground } from '../../lib/platform/messages';
import { generator, setLanguage, word } from '../../lib/platform/words';
import { ExportState } from '../../lib/surfaces/export-state';
import { ImportState } from '../../lib/surfaces/import-state';
import { storedWithIds, watchEverything } from '../../lib/surfaces/stored-notes';

setLanguage(document);
document.title = word('library_title');
let storeProblem: string | null = null;
const exporting = new ExportState(generator(), offerFile, show);
const importing = new ImportState(askBackground, storedWithIds, show);

const importActions = {
  choose: (file: File) => void importing.read(file.name, () => file.text()),
  apply: () => void importing.apply(),
  cancel: () => importing.cancel(),
};

function show(): void {
  render(
    <WordsContext.Provider value={word}>
      <ExchangePage
        exporting={exporting.data}
        importing={importing.data}
        formats={FORMATS}
        storeProblem={storeProblem}
        exportActions={exporting}
        importActions={importActions}
      />
    </WordsContext.Provider>,
    document.getElementById('app') as HTMLElement,
  );
}

show();
watchEverything(
  (stored) => exporting.setStored(stored),
  (code) => {
    storeProblem = word(failureKey(code));
    show();
  },
);
