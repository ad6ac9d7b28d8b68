// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { SelectionBar } from '../../components/library/selection-bar';
import { NoteList } from '../../components/notes/note-list';
import { brokenRules, english, show } from './render';

const NOTE = {
  id: 'n1',
  quote: 'the talks',
  body: 'check this',
  tags: [],
  author: 'Mai',
  where: null,
  warning: null,
  edit: null,
  versions: [],
  isBySeveral: false,
};

async function open(ids: readonly string[] = ['n1'], isBusy = false) {
  const actions = { selectShown: vi.fn(), clear: vi.fn(), tag: vi.fn(), remove: vi.fn() };
  const onSelect = vi.fn();
  const list = ['open', 'edit', 'write', 'save', 'cancel', 'remove', 'settle'].map((name) => [name, vi.fn()]);
  const place = await show(
    <main>
      <SelectionBar
        selection={{ ids: new Set(ids), tags: ['budget'], isBusy }}
        shown={{ count: 1, isAllSelected: ids.length > 0 }}
        actions={actions}
      />
      <NoteList
        notes={[NOTE]}
        empty=""
        editing={null}
        actions={Object.fromEntries(list)}
        selection={{ ids: new Set(ids), onSelect }}
      />
    </main>,
  );
  const press = (text: string) =>
    act(() => [...place.querySelectorAll('button')].find((b) => b.textContent === text)?.click());
  return { place, actions, onSelect, press };
}

describe('selecting several notes', () => {
  it('selects one by its box, and all that are shown', async () => {
    const { place, actions, onSelect } = await open([]);
    const [all, one] = [...place.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(one?.getAttribute('aria-label')).toBe(`${english('select_note')}: check this`);
    await act(() => one?.click());
    await act(() => all?.click());
    expect(onSelect).toHaveBeenCalledWith('n1', true);
    expect(actions.selectShown).toHaveBeenCalledWith(true);
    expect(place.querySelector('.change-all')).toBeNull();
  });

  it('adds the tags that are typed, takes one away, deletes', async () => {
    const { place, actions, press } = await open();
    expect(place.querySelector('[role=status]')?.textContent).toBe(english('select_chosen', 1));
    const field = place.querySelector<HTMLInputElement>('.tags-field')!;
    await act(() => {
      field.value = 'ports, 預算，minutes';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press(english('select_add_tags'));
    expect(actions.tag).toHaveBeenCalledWith(['ports', '預算', 'minutes']);
    const choice = place.querySelector('select')!;
    await act(() => {
      choice.value = 'budget';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(actions.tag).toHaveBeenLastCalledWith([], ['budget']);
    await press(english('select_delete'));
    expect(actions.remove).toHaveBeenCalledOnce();
  });

  it('waits for one change before the next', async () => {
    const { actions, press } = await open(['n1'], true);
    await press(english('select_delete'));
    expect(actions.remove).not.toHaveBeenCalled();
  });

  it.each([[[]], [['n1']]])('breaks no accessibility rule with %j selected', async (ids) => {
    expect(await brokenRules((await open(ids)).place)).toEqual([]);
  });
});
