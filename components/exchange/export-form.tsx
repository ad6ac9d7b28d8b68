import type { ExportData, ExportScope } from '../../lib/surfaces/export-state';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';

export interface ExportActions {
  setScope(scope: ExportScope): void;
  setArticle(key: string): void;
  setFormat(name: string): void;
  select(id: string, isSelected: boolean): void;
  write(): void;
}

interface ExportFormProps {
  readonly data: ExportData;
  readonly formats: readonly {
    readonly name: string;
    readonly descriptionKey: string;
    readonly lossKey: string;
  }[];
  readonly actions: ExportActions;
}

const SCOPES: readonly ExportScope[] = ['all', 'article', 'selected'];

/** What to export and as what, each format with a sentence on what it is for and what it would lose. */
export function ExportForm({ data, formats, actions }: ExportFormProps) {
  const word = useWords();
  if (data.notes.length === 0) return <p class="empty">{word('library_nothing')}</p>;
  return (
    <form class="exchange" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{word('library_scope')}</legend>
        {SCOPES.map((scope) => (
          <label key={scope}>
            <input
              type="radio"
              name="scope"
              checked={data.scope === scope}
              onChange={() => actions.setScope(scope)}
            />
            {word(`library_scope_${scope}`)}
          </label>
        ))}
        <ScopeDetail data={data} actions={actions} />
      </fieldset>
      <fieldset>
        <legend>{word('library_format')}</legend>
        {formats.map((format) => (
          <label key={format.name} class="format">
            <input
              type="radio"
              name="format"
              checked={data.format.name === format.name}
              onChange={() => actions.setFormat(format.name)}
            />
            <span>
              <b>{word(`format_${format.name.replace('-', '_')}`)}</b> {word(format.descriptionKey)}{' '}
              <span class="hint">{word(format.lossKey)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="row">
        <p class="status" role="status">
          {data.step === 'failed'
            ? word('library_export_failed', data.problem)
            : word('library_selected', data.count)}
        </p>
        <Button
          look="primary"
          onPress={() => actions.write()}
          isDisabled={data.count === 0 || data.step === 'working'}
        >
          {word('library_save_file')}
        </Button>
      </div>
    </form>
  );
}

function ScopeDetail({ data, actions }: Pick<ExportFormProps, 'data' | 'actions'>) {
  const word = useWords();
  if (data.scope === 'article') {
    return (
      <select
        aria-label={word('library_scope_article')}
        value={data.article ?? ''}
        onChange={(event) => actions.setArticle(event.currentTarget.value)}
      >
        {data.articles.map((article) => (
          <option key={article.key} value={article.key}>
            {`${article.title} (${article.notes})`}
          </option>
        ))}
      </select>
    );
  }
  if (data.scope !== 'selected') return null;
  return (
    <ul class="choices">
      {data.notes.map(({ id, version }) => (
        <li key={id}>
          <label>
            <input
              type="checkbox"
              checked={data.selected.has(id)}
              onChange={(event) => actions.select(id, event.currentTarget.checked)}
            />
            <span>{version.body || version.target?.quote.exact || word('popup_note_page')}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
