import type { ImportData } from '../../lib/surfaces/import-state';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';

export interface ImportActions {
  choose(file: File): void;
  apply(): void;
  cancel(): void;
}

interface ImportFormProps {
  readonly data: ImportData;
  readonly actions: ImportActions;
}

/** Takes a file, says what it would do, and merges it when the reader agrees. */
export function ImportForm({ data, actions }: ImportFormProps) {
  const word = useWords();
  return (
    <div class="exchange">
      <p class="hint">{word('library_import_hint')}</p>
      <label class="file">
        {word('library_choose')}{' '}
        <input
          type="file"
          accept=".jsonld,.json,application/ld+json,application/json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) actions.choose(file);
            // The same file may be chosen again after it was mended.
            event.currentTarget.value = '';
          }}
        />
      </label>
      <div role="status">
        <Progress data={data} actions={actions} />
      </div>
    </div>
  );
}

function Progress({ data, actions }: ImportFormProps) {
  const word = useWords();
  if (data.step === 'idle') return null;
  if (data.step === 'reading' || data.step === 'applying') {
    return (
      <div class="row">
        <ProgressBar data={data} />
        {data.step === 'reading' && (
          <Button onPress={() => actions.cancel()}>{word('library_cancel')}</Button>
        )}
      </div>
    );
  }
  if (data.step === 'refused') {
    return <p class="problem">{word(`library_file_${data.problem.replaceAll('-', '_')}`)}</p>;
  }
  if (data.step === 'failed') return <p class="problem">{word('library_file_failed', data.problem)}</p>;
  if (data.step === 'done')
    return <p>{word('library_done_count', data.summary.added, data.summary.changed)}</p>;
  return <Plan data={data} actions={actions} />;
}

/** Reading is counted entry by entry; merging is one step, all or nothing, and has no parts to count. */
function ProgressBar({ data }: { readonly data: Extract<ImportData, { step: 'reading' | 'applying' }> }) {
  const word = useWords();
  if (data.step === 'applying' || data.total === 0) {
    const sentence =
      data.step === 'applying' ? word('library_merging_count', data.count) : word('library_reading');
    return (
      <>
        <progress aria-label={sentence} />
        <span class="status">{sentence}</span>
      </>
    );
  }
  return (
    <>
      <progress aria-label={word('library_reading')} value={data.done} max={data.total} />
      <span class="status">{word('library_reading_of', data.done, data.total)}</span>
    </>
  );
}

interface PlanProps {
  readonly data: Extract<ImportData, { step: 'planned' }>;
  readonly actions: ImportActions;
}

function Plan({ data, actions }: PlanProps) {
  const word = useWords();
  const { counts } = data.plan;
  const some = (['new', 'same', 'changed', 'conflicting'] as const).filter((kind) => counts[kind] > 0);
  const effective = counts.new + counts.changed + counts.conflicting;
  return (
    <section class="plan" aria-label={data.file}>
      <p>
        <b>{data.file}</b>
      </p>
      {some.length > 0 && (
        <ul>
          {some.map((kind) => (
            <li key={kind}>{word(`library_plan_${kind}`, counts[kind])}</li>
          ))}
        </ul>
      )}
      {counts.conflicting > 0 && <p>{word('library_plan_conflicts')}</p>}
      {data.skipped > 0 && <p class="problem">{word('library_skipped_count', data.skipped)}</p>}
      {effective === 0 && <p>{word('library_nothing_new')}</p>}
      <div class="row">
        {effective > 0 && (
          <Button look="primary" onPress={() => actions.apply()}>
            {word('library_apply_count', effective)}
          </Button>
        )}
        <Button onPress={() => actions.cancel()}>{word('library_cancel')}</Button>
      </div>
    </section>
  );
}
