import type { FailureCode } from '../../lib/messaging/protocol';
import type { ActorType } from '../../lib/model/actor';
import { ACTOR_LETTER } from '../../lib/model/actor-signs';
import type { CommandKey } from '../../lib/model/reading-keys';
import type { Density, Settings } from '../../lib/model/settings';
import type { PrivacyData } from '../../lib/surfaces/privacy-state';
import type { StorageData } from '../../lib/surfaces/storage-state';
import type { WordListData } from '../../lib/surfaces/word-list-state';
import { ActorSign, actorTypeWord } from '../actors/actor-sign';
import { KeySettings } from '../keys/key-settings';
import { PrivacySection } from '../privacy/privacy-section';
import { type StorageActions, StorageSection } from '../storage/storage-section';
import { MarksControl } from './marks-control';
import { OptionsWays } from './options-ways';
import { readingFailureKey } from './popup-view';
import { SiteList } from './site-list';
import { WordList, type WordListActions } from './word-list';
import { useWords } from './words';

interface OptionsPageProps {
  readonly settings: Settings;
  /** The browser's keys as the reader has set them. */
  readonly commands: readonly CommandKey[];
  readonly onCommands: () => void;
  readonly taught: WordListData;
  readonly wordActions: WordListActions;
  readonly storage: StorageData;
  readonly storageActions: StorageActions;
  readonly privacy: PrivacyData;
  readonly onSaveProof: () => void;
  /** BCP 47 tag for dates, numbers and sizes. */
  readonly language: string;
  /** How often something was changed and kept since the page was opened. */
  readonly timesSaved: number;
  /** Why the last change was not kept. */
  readonly failure: FailureCode | null;
  readonly onChange: (change: Partial<Settings>) => void;
}

const KINDS = Object.keys(ACTOR_LETTER) as ActorType[];

/** The reader's choices; each is kept at once. */
export function OptionsPage(props: OptionsPageProps) {
  const { settings, commands, taught, wordActions, storage, storageActions, language, timesSaved } = props;
  const { onChange, onCommands } = props;
  const word = useWords();
  return (
    <main class="page">
      <h1>{word('options_title')}</h1>
      <OptionsWays />
      <Marks settings={settings} onChange={onChange} />
      <section id="author">
        <label>
          <h2>{word('options_author')}</h2>
          <input
            type="text"
            class="tags-field"
            maxLength={200}
            defaultValue={settings.author}
            onChange={(event) => onChange({ author: event.currentTarget.value.trim() })}
          />
        </label>
        <p class="hint">{word('options_author_hint')}</p>
      </section>
      <WordList data={taught} actions={wordActions} />
      <SiteList settings={settings} onChange={onChange} />
      <StorageSection
        data={storage}
        actions={storageActions}
        keepsRead={settings.keepsRead}
        onKeepsRead={(keepsRead) => onChange({ keepsRead })}
        language={language}
      />
      <PrivacySection data={props.privacy} language={language} onSave={props.onSaveProof} />
      <KeySettings
        changed={settings.keys}
        commands={commands}
        onChange={(keys) => onChange({ keys })}
        onCommands={onCommands}
      />
      <div class="said" role="status">
        {props.failure && <p>{word(readingFailureKey(props.failure))}</p>}
        {timesSaved > 0 && !props.failure && (
          <p key={timesSaved} class="passing">
            {word('options_saved')}
          </p>
        )}
      </div>
    </main>
  );
}

/** What is marked, and whether pages may ask for it. */
function Marks({ settings, onChange }: Pick<OptionsPageProps, 'settings' | 'onChange'>) {
  const word = useWords();
  return (
    <section id="marks">
      <h2>{word('panel_marks')}</h2>
      <MarksControl
        marksOn={settings.marksOn}
        density={settings.density}
        onMarks={(marksOn) => onChange({ marksOn })}
        onDensity={(density: Density) => onChange({ density })}
      />
      <Kinds hidden={settings.hiddenKinds} onChange={(hiddenKinds) => onChange({ hiddenKinds })} />
      <label class="row">
        <input
          type="checkbox"
          checked={settings.hidesMarks}
          onChange={(event) => onChange({ hidesMarks: event.currentTarget.checked })}
        />{' '}
        {word('options_hide_marks')}
      </label>
      <p class="hint">{word('options_hide_marks_hint')}</p>
    </section>
  );
}

interface KindsProps {
  readonly hidden: readonly ActorType[];
  readonly onChange: (hidden: readonly ActorType[]) => void;
}

function Kinds({ hidden, onChange }: KindsProps) {
  const word = useWords();
  const toggle = (kind: ActorType, isShown: boolean) =>
    onChange(isShown ? hidden.filter((other) => other !== kind) : [...hidden, kind]);
  return (
    <fieldset>
      <legend>{word('options_kinds')}</legend>
      <div class="kinds">
        {KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={!hidden.includes(kind)}
              onChange={(event) => toggle(kind, event.currentTarget.checked)}
            />
            <ActorSign type={kind} /> {actorTypeWord(word, kind)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
