import type { StoreSize } from '../../lib/store/store-size';
import type { StorageData } from '../../lib/surfaces/storage-state';
import { dayIn, momentIn, sizeIn } from '../../lib/text/wording';
import { failureKey, readingFailureKey } from '../app/popup-view';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { type BackupActions, BackupList } from './backup-list';
import { type BinActions, BinList } from './bin-list';
import { EraseForm } from './erase-form';

export interface StorageActions extends BackupActions, BinActions {
  saveFile(): void;
  saveFilesAlone(isOn: boolean): void;
  settleLoss(): void;
  emptyHistory(): void;
  erase(): void;
}

interface StorageSectionProps {
  readonly data: StorageData;
  readonly actions: StorageActions;
  /** Whether what is read is kept as a history. */
  readonly keepsRead: boolean;
  readonly onKeepsRead: (keepsRead: boolean) => void;
  /** BCP 47 tag for dates, numbers and sizes. */
  readonly language: string;
}

type PartProps = Pick<StorageSectionProps, 'data' | 'actions' | 'language'>;

// An emptied database still takes room in the browser: a size beside nothing would read as if something had stayed.
const isAnythingIn = (size: StoreSize) => Object.values(size).some((count) => count > 0);

/** What is kept on this device, and everything that keeps it from being lost. */
export function StorageSection(props: StorageSectionProps) {
  const { data, actions, language } = props;
  const word = useWords();
  const { stored, used, watch, storeFailure, notice } = data;
  return (
    <section id="storage" class="storage" aria-labelledby="storage-title">
      <h2 id="storage-title">{word('storage_title')}</h2>
      {watch.lost && storeFailure === null && <Loss data={data} actions={actions} language={language} />}
      {storeFailure && <p class="problem">{word(readingFailureKey(storeFailure))}</p>}
      {stored && (
        <p>
          {word(
            'storage_counts',
            stored.size.notes,
            stored.size.articles - stored.history,
            stored.size.words,
          )}{' '}
          {used !== null && isAnythingIn(stored.size) && word('storage_used', sizeIn(language, used))}
        </p>
      )}
      {storeFailure !== 'unavailable' && <FileForm data={data} actions={actions} language={language} />}
      {storeFailure === null && (
        <>
          <BackupList data={data} actions={actions} language={language} />
          <ReadingHistory {...props} />
          <BinList binned={stored?.binned ?? []} actions={actions} language={language} />
          <EraseForm notes={stored?.size.notes ?? 0} actions={actions} />
        </>
      )}
      <div class="said" role="status">
        {notice && (
          <p>
            {word(`storage_${notice.key}`, notice.count)}
            {notice.failure && ` ${word(failureKey(notice.failure))}`}
          </p>
        )}
      </div>
    </section>
  );
}

/** The database came back empty: what it held last, and the way back. */
function Loss({ data, actions, language }: PartProps) {
  const word = useWords();
  const { lost } = data.watch;
  if (!lost) return null;
  const last = data.backups.find(({ sentinel }) => sentinel === lost.sentinel);
  const when = (time: string) => momentIn(language, time, 'long');
  return (
    <div class="plan loss" role="alert">
      <p>{word('storage_lost_count', when(lost.noticed), lost.notes)}</p>
      <p>
        {last
          ? word('storage_lost_backup_count', when(last.made), last.notes)
          : word('storage_lost_no_backup')}
      </p>
      <div class="row">
        {last && (
          <Button look="primary" onPress={() => actions.plan(last.name)}>
            {word('storage_see_restore')}
          </Button>
        )}
        <Button onPress={() => actions.settleLoss()}>{word('storage_settle_loss')}</Button>
      </div>
    </div>
  );
}

/** A file outside of the browser: what survives an uninstall. */
function FileForm({ data, actions, language }: PartProps) {
  const word = useWords();
  const { watch, isFileDue, storeFailure } = data;
  const saved = watch.fileSaved && dayIn(language, watch.fileSaved, 'long');
  return (
    <>
      <h3>{word('storage_file_title')}</h3>
      <p class="hint">{word('storage_file_hint')}</p>
      <p class={isFileDue ? 'problem' : 'hint'}>
        {saved ? word('storage_file_last', saved) : word('storage_file_none')}
      </p>
      <div class="row">
        <Button look={isFileDue || storeFailure ? 'primary' : 'plain'} onPress={() => actions.saveFile()}>
          {word('storage_save_file')}
        </Button>
        {storeFailure === null && (
          <label>
            <input
              type="checkbox"
              checked={watch.savesFiles}
              onChange={(event) => actions.saveFilesAlone(event.currentTarget.checked)}
            />{' '}
            {word('storage_save_weekly')}
          </label>
        )}
      </div>
    </>
  );
}

/** Off unless the reader wants it: what was read, for the library to find again. */
function ReadingHistory({ data, keepsRead, onKeepsRead, actions }: StorageSectionProps) {
  const word = useWords();
  const history = data.stored?.history ?? 0;
  return (
    <>
      <h3>{word('storage_history_title')}</h3>
      <p class="hint">{word('storage_history_hint')}</p>
      {history > 0 && <p>{word('storage_history_size', history)}</p>}
      <div class="row">
        <label>
          <input
            type="checkbox"
            checked={keepsRead}
            onChange={(event) => onKeepsRead(event.currentTarget.checked)}
          />{' '}
          {word('storage_history_on')}
        </label>
        <Button onPress={() => actions.emptyHistory()} isDisabled={history === 0}>
          {word('storage_history_empty')}
        </Button>
      </div>
    </>
  );
}
