// @vitest-environment jsdom
import type { ComponentProps } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { OptionsPage } from '../../components/app/options-page';
import { WelcomePage } from '../../components/app/welcome-page';
import { WordList } from '../../components/app/word-list';
import { ExchangePage } from '../../components/exchange/exchange-page';
import { FORMATS } from '../../lib/exchange/formats';
import { DEFAULT_SETTINGS } from '../../lib/model/settings';
import type { StoredWord } from '../../lib/model/word-list';
import { reasonKeys } from '../../lib/privacy/permission-reasons';
import { ExportState } from '../../lib/surfaces/export-state';
import type { ImportData } from '../../lib/surfaces/import-state';
import type { PrivacyData } from '../../lib/surfaces/privacy-state';
import { NOTHING_READ } from '../../lib/surfaces/storage-state';
import { storedNote } from '../support/many-records';
import { brokenRules, english, show } from './render';

const NOTHING_KNOWN: PrivacyData = { log: null, permissions: [], loads: { all: 0, outside: 0 } };

const buttonNamed = (place: HTMLElement, name: string) =>
  [...place.querySelectorAll('button')].find((button) => button.textContent === name);

async function exchangePage(importing: ImportData) {
  const exporting = new ExportState('test', vi.fn(), () => {});
  exporting.setStored({ annotations: [await storedNote(1), await storedNote(2)], articles: [] });
  const importActions = { choose: vi.fn(), apply: vi.fn(), cancel: vi.fn() };
  const place = await show(
    <ExchangePage
      exporting={exporting.data}
      importing={importing}
      formats={FORMATS}
      storeProblem={null}
      exportActions={exporting}
      importActions={importActions}
    />,
  );
  return { place, importActions };
}

describe('the page for files', () => {
  it('says of each format what it is for and what it would lose', async () => {
    const { place } = await exchangePage({ step: 'idle' });
    for (const format of FORMATS) {
      expect(place.textContent).toContain(english(format.descriptionKey));
      expect(place.textContent).toContain(english(format.lossKey));
    }
    expect(await brokenRules(place)).toEqual([]);
  });

  it('shows how much of a file is read, and can be stopped meanwhile', async () => {
    const { place, importActions } = await exchangePage({
      step: 'reading',
      file: 'team.jsonld',
      done: 200,
      total: 450,
    });
    const bar = place.querySelector('progress');
    expect([bar?.value, bar?.max]).toEqual([200, 450]);
    expect(place.textContent).toContain(english('library_reading_of', 200, 450));
    await act(() => buttonNamed(place, english('library_cancel'))?.click());
    expect(importActions.cancel).toHaveBeenCalledOnce();
    expect(await brokenRules(place)).toEqual([]);
  });

  it('says that a merge is under way without pretending to count it', async () => {
    const { place } = await exchangePage({ step: 'applying', file: 'team.jsonld', count: 450 });
    expect(place.querySelector('progress')?.hasAttribute('value')).toBe(false);
    expect(place.textContent).toContain(english('library_merging_count', 450));
    expect(buttonNamed(place, english('library_cancel'))).toBeUndefined();
  });
});

/** The options with nothing kept; tests change what they are about. */
function options(change: Partial<ComponentProps<typeof OptionsPage>> = {}) {
  return (
    <OptionsPage
      settings={DEFAULT_SETTINGS}
      commands={[]}
      onCommands={vi.fn()}
      taught={{ words: [], notice: null }}
      wordActions={{ remove: vi.fn(), undo: vi.fn(), save: vi.fn(), read: vi.fn() }}
      storage={NOTHING_READ}
      storageActions={{} as never}
      privacy={NOTHING_KNOWN}
      onSaveProof={vi.fn()}
      language="en"
      timesSaved={0}
      failure={null}
      onChange={vi.fn()}
      {...change}
    />
  );
}

describe('the options', () => {
  it('keep each choice at once, and breaks no rule', async () => {
    const onChange = vi.fn();
    const settings = { ...DEFAULT_SETTINGS, sites: { 'news.example': 'never' as const } };
    const commands = [
      { name: 'write-note', key: 'Alt+Shift+K' },
      { name: 'previous-mark', key: '' },
    ];
    const place = await show(options({ settings, commands, onChange }));
    const person = [...place.querySelectorAll('label')].find((label) =>
      label.textContent?.includes(english('actor_person')),
    );
    await act(() => person?.querySelector('input')?.click());
    expect(onChange).toHaveBeenLastCalledWith({ hiddenKinds: ['person'] });
    await act(() => buttonNamed(place, english('options_remove'))?.click());
    expect(onChange).toHaveBeenLastCalledWith({ sites: {} });
    expect(place.textContent).toContain(english('options_key_none'));
    expect(await brokenRules(place)).toEqual([]);
  });

  it('say in one place that a choice was not kept, or that it was', async () => {
    const said = async (change: Parameters<typeof options>[0]) =>
      [...(await show(options(change))).querySelectorAll('.page > .said')].map((line) => line.textContent);
    expect(await said({ timesSaved: 1 })).toEqual([english('options_saved')]);
    expect(await said({ timesSaved: 1, failure: 'unreachable' })).toEqual([english('reading_unreachable')]);
  });
});

describe('the welcome page', () => {
  it('explains each permission and can be skipped', async () => {
    const onSkip = vi.fn();
    const needed = ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'contextMenus'];
    const states = needed.map((name) => ({ name, kind: 'needed' as const, isGranted: true }));
    const reasons = reasonKeys([{ name: 'https://*/*', kind: 'site', isGranted: true }, ...states]);
    const place = await show(<WelcomePage sample="about:blank" reasons={reasons} onSkip={onSkip} />);
    expect(place.querySelectorAll('.permissions li').length).toBe(6);
    await act(() => buttonNamed(place, english('welcome_skip'))?.click());
    expect(onSkip).toHaveBeenCalledOnce();
    expect(place.querySelector('iframe')?.title).toBe(english('welcome_sample_title'));
    // The frame's own document is judged in real browsers; here it cannot be loaded.
    place.querySelector('iframe')?.remove();
    expect(await brokenRules(place)).toEqual([]);
  });
});

describe('the list of what was taught', () => {
  const words: StoredWord[] = [
    {
      id: '1',
      entry: { surface: 'Harbour', action: 'not-an-actor', scope: 'everywhere', author: '', created: '' },
    },
    {
      id: '2',
      entry: {
        surface: 'Tarvia',
        action: 'type',
        value: 'state',
        scope: 'site',
        where: 'news.example',
        author: '',
        created: '',
      },
    },
  ];

  it('says each correction in words, with where it holds, and takes one back', async () => {
    const actions = { remove: vi.fn(), undo: vi.fn(), save: vi.fn(), read: vi.fn() };
    const place = await show(<WordList data={{ words, notice: { kind: 'removed' } }} actions={actions} />);
    const sentences = [...place.querySelectorAll('li .status')].map((node) => node.textContent);
    expect(sentences).toEqual([
      english('words_not_an_actor', 'Harbour', ''),
      `${english('words_type', 'Tarvia', english('actor_state'))} (news.example)`,
    ]);
    await act(() => buttonNamed(place, english('options_remove'))?.click());
    await act(() => buttonNamed(place, english('toast_undo'))?.click());
    await act(() => buttonNamed(place, english('words_save'))?.click());
    expect(actions.remove).toHaveBeenCalledWith('1');
    expect([actions.undo.mock.calls.length, actions.save.mock.calls.length]).toEqual([1, 1]);
    expect(await brokenRules(place)).toEqual([]);
  });

  it('names what is wrong with a file', async () => {
    const actions = { remove: vi.fn(), undo: vi.fn(), save: vi.fn(), read: vi.fn() };
    const sentences = [
      ['not-json', 'words_file_other'],
      ['other-json', 'words_file_other'],
      ['empty', 'words_file_empty'],
      ['unreadable', 'words_file_unreadable'],
      ['newer-version', 'library_file_newer_version'],
      ['cut-off', 'library_file_cut_off'],
    ] as const;
    for (const [problem, sentence] of sentences) {
      const place = await show(
        <WordList data={{ words: [], notice: { kind: 'refused', problem } }} actions={actions} />,
      );
      expect(place.textContent).toContain(english(sentence));
    }
  });

  it('shows the first fifty of ten thousand, and says what a file brought, with the way back', async () => {
    const actions = { remove: vi.fn(), undo: vi.fn(), save: vi.fn(), read: vi.fn() };
    const many = Array.from({ length: 10_000 }, (_, at) => ({ ...words[0]!, id: String(at) }));
    const notice = { kind: 'read', added: 10_000, known: 2, skipped: 1 } as const;
    const place = await show(<WordList data={{ words: many, notice }} actions={actions} />);
    expect(place.querySelectorAll('li')).toHaveLength(50);
    expect(place.textContent).toContain(english('list_left_out', 9_950));
    const status = place.querySelector('[role="status"]')?.textContent;
    expect(status).toContain(
      [english('words_added', 10_000), english('words_known', 2), english('words_skipped', 1)].join(' '),
    );
    await act(() => buttonNamed(place, english('toast_undo'))?.click());
    expect(actions.undo).toHaveBeenCalledOnce();
  });
});
