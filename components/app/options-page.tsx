import { useState } from 'preact/hooks';
import type { ActorType } from '../../lib/model/actor';
import { ACTOR_LETTER } from '../../lib/model/actor-signs';
import type { CommandKey } from '../../lib/model/reading-keys';
import type { Density, Settings, SiteRule } from '../../lib/model/settings';
import type { PrivacyData } from '../../lib/surfaces/privacy-state';
import type { StorageData } from '../../lib/surfaces/storage-state';
import type { WordListData } from '../../lib/surfaces/word-list-state';
import { ActorSign, actorTypeWord } from '../actors/actor-sign';
import { KeySettings } from '../keys/key-settings';
import { Button } from '../primitives/button';
import { PrivacySection } from '../privacy/privacy-section';
import { type StorageActions, StorageSection } from '../storage/storage-section';
import { MarksControl } from './marks-control';
import { SITE_RULES } from './page-summary';
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
  readonly isSaved: boolean;
  readonly onChange: (change: Partial<Settings>) => void;
}

const KINDS = Object.keys(ACTOR_LETTER) as ActorType[];

/** The reader's choices; each is kept at once. */
export function OptionsPage(props: OptionsPageProps) {
  const { settings, commands, taught, wordActions, storage, storageActions, language, isSaved } = props;
  const { onChange, onCommands } = props;
  const word = useWords();
  return (
    <main class="page">
      <h1>{word('options_title')}</h1>
      <MarksControl
        marksOn={settings.marksOn}
        density={settings.density}
        onMarks={(marksOn) => onChange({ marksOn })}
        onDensity={(density: Density) => onChange({ density })}
      />
      <label class="row">
        <input
          type="checkbox"
          checked={settings.hidesMarks}
          onChange={(event) => onChange({ hidesMarks: event.currentTarget.checked })}
        />{' '}
        {word('options_hide_marks')}
      </label>
      <p class="hint">{word('options_hide_marks_hint')}</p>
      <Kinds hidden={settings.hiddenKinds} onChange={(hiddenKinds) => onChange({ hiddenKinds })} />
      <section>
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
      <Sites sites={settings.sites} onChange={(sites) => onChange({ sites })} />
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
      <p class="status" role="status">
        {isSaved && word('options_saved')}
      </p>
    </main>
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

interface SitesProps {
  readonly sites: Settings['sites'];
  readonly onChange: (sites: Settings['sites']) => void;
}

function Sites({ sites, onChange }: SitesProps) {
  const word = useWords();
  const [added, setAdded] = useState('');
  const hosts = Object.keys(sites).sort();
  const remove = (host: string) => {
    const { [host]: _, ...others } = sites;
    onChange(others);
  };
  const add = () => {
    const host = hostIn(added);
    if (!host) return;
    onChange({ ...sites, [host]: 'never' });
    setAdded('');
  };
  return (
    <section>
      <h2>{word('options_sites')}</h2>
      {hosts.length === 0 && <p class="empty">{word('options_no_sites')}</p>}
      <ul class="sites">
        {hosts.map((host) => (
          <li key={host} class="row">
            <span class="status">{host}</span>
            <select
              aria-label={word('popup_site_rule', host)}
              value={sites[host]}
              onChange={(event) => onChange({ ...sites, [host]: event.currentTarget.value as SiteRule })}
            >
              {SITE_RULES.map((rule) => (
                <option key={rule} value={rule}>
                  {word(`rule_${rule.replace('-', '_')}`)}
                </option>
              ))}
            </select>
            <Button look="quiet" onPress={() => remove(host)} label={`${word('options_remove')}: ${host}`}>
              {word('options_remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div class="row">
        <input
          type="text"
          class="tags-field add-site"
          aria-label={word('options_site')}
          placeholder={word('options_site_placeholder')}
          value={added}
          onInput={(event) => setAdded(event.currentTarget.value)}
        />
        <Button onPress={add} isDisabled={hostIn(added) === null}>
          {word('options_add_site')}
        </Button>
      </div>
    </section>
  );
}

/** The host name in what the reader typed or pasted; null where there is none. */
function hostIn(text: string): string | null {
  const address = text.includes('://') ? text.trim() : `https://${text.trim()}`;
  try {
    const { hostname } = new URL(address);
    return hostname.includes('.') || hostname === 'localhost' ? hostname : null;
  } catch {
    return null;
  }
}
