import { useState } from 'preact/hooks';
import type { RestorePlan } from '../../lib/store/restore';
import type { StorageData } from '../../lib/surfaces/storage-state';
import { momentIn, sizeIn } from '../../lib/text/wording';
import { failureKey } from '../app/popup-view';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';

export interface BackupActions {
  backUp(): void;
  removeBackup(name: string): void;
  plan(name: string): void;
  planFile(file: File): void;
  apply(revives: boolean): void;
  cancelRestore(): void;
}

interface BackupListProps {
  readonly data: StorageData;
  readonly actions: BackupActions;
  readonly language: string;
}

/** The backups beside the database, and what restoring one would do. */
export function BackupList({ data, actions, language }: BackupListProps) {
  const word = useWords();
  const when = (time: string) => momentIn(language, time);
  return (
    <>
      <h3>{word('storage_backups')}</h3>
      <p class="hint">{word('storage_backups_hint')}</p>
      {data.backups.length === 0 && <p class="empty">{word('storage_no_backups')}</p>}
      <ul class="sites">
        {data.backups.map(({ name, made, notes, bytes, reason }) => (
          <li key={name} class="row">
            <span class="status">
              {word('storage_backup_count', when(made), notes, sizeIn(language, bytes))}{' '}
              {reason !== 'daily' && word(`storage_backup_${reason}`)}
            </span>
            <Button
              onPress={() => actions.plan(name)}
              label={`${word('storage_see_restore')}: ${when(made)}`}
            >
              {word('storage_see_restore')}
            </Button>
            <Button
              look="quiet"
              onPress={() => actions.removeBackup(name)}
              label={`${word('options_remove')}: ${when(made)}`}
            >
              {word('options_remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div class="row">
        <Button onPress={() => actions.backUp()}>{word('storage_back_up')}</Button>
        <label class="file">
          {word('storage_restore_file')}{' '}
          <input
            type="file"
            accept=".gz,.jsonl"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) actions.planFile(file);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <div role="status">
        <Restoring data={data} actions={actions} when={when} />
      </div>
    </>
  );
}

interface RestoringProps extends Pick<BackupListProps, 'data' | 'actions'> {
  readonly when: (time: string) => string;
}

function Restoring({ data: { restore }, actions, when }: RestoringProps) {
  const word = useWords();
  if (restore.step === 'idle') return null;
  if (restore.step === 'refused') {
    return <p class="problem">{word(`storage_refused_${restore.problem.replaceAll('-', '_')}`)}</p>;
  }
  if (restore.step === 'failed') {
    return (
      <p class="problem">
        {word('storage_failed')} {word(failureKey(restore.failure))}
      </p>
    );
  }
  if (restore.step === 'done') return <p>{word('storage_restored', restore.restored)}</p>;
  if (restore.step !== 'planned') return <p>{word(`storage_${restore.step}`)}</p>;
  return <Plan made={when(restore.made)} plan={restore.plan} actions={actions} />;
}

interface PlanProps {
  readonly made: string;
  readonly plan: RestorePlan;
  readonly actions: BackupActions;
}

function Plan({ made, plan, actions }: PlanProps) {
  const word = useWords();
  const [revives, setRevives] = useState(true);
  const { missing, deleted, joined, same, articles, words, skipped } = plan;
  const isNothing = missing + deleted + joined + articles + words === 0;
  return (
    <div class="plan">
      <p>{word('storage_plan', made)}</p>
      <ul>
        <li>{word('storage_plan_missing', missing)}</li>
        {joined > 0 && <li>{word('storage_plan_joined', joined)}</li>}
        <li>{word('storage_plan_same', same)}</li>
        {articles + words > 0 && <li>{word('storage_plan_rest', articles, words)}</li>}
        {skipped > 0 && <li class="problem">{word('storage_plan_skipped', skipped)}</li>}
      </ul>
      {deleted > 0 && (
        <label>
          <input
            type="checkbox"
            checked={revives}
            onChange={(event) => setRevives(event.currentTarget.checked)}
          />{' '}
          {word('storage_plan_deleted', deleted)}
        </label>
      )}
      {isNothing && <p>{word('storage_plan_nothing')}</p>}
      <div class="row">
        <Button look="primary" isDisabled={isNothing} onPress={() => actions.apply(revives)}>
          {word('storage_restore')}
        </Button>
        <Button onPress={() => actions.cancelRestore()}>{word('library_cancel')}</Button>
      </div>
    </div>
  );
}
