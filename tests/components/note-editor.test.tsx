// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { NoteEditor } from '../../components/notes/note-editor';
import { brokenRules, english, show } from './render';

function props() {
  return {
    quote: 'The ferry sailed at dawn.',
    body: '',
    tags: [],
    status: { step: 'writing' } as const,
    isExposed: false,
    isPrivate: false,
    onInput: vi.fn(),
    onSave: vi.fn(),
    onClose: vi.fn(),
  };
}

const fieldOf = (place: HTMLElement) => place.querySelector('textarea') as HTMLTextAreaElement;
const press = (field: HTMLElement, key: string, ctrlKey = false) =>
  act(() => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
  });

describe('the note editor', () => {
  it('shows the passage and takes the focus', async () => {
    const place = await show(<NoteEditor {...props()} />);
    expect(place.querySelector('blockquote')?.textContent).toBe('The ferry sailed at dawn.');
    expect(document.activeElement).toBe(fieldOf(place));
  });

  it('saves with Ctrl+Enter, not with Enter alone', async () => {
    const given = props();
    const place = await show(<NoteEditor {...given} />);
    await press(fieldOf(place), 'Enter');
    expect(given.onSave).not.toHaveBeenCalled();
    await press(fieldOf(place), 'Enter', true);
    expect(given.onSave).toHaveBeenCalledOnce();
  });

  it('passes on what is typed', async () => {
    const given = props();
    const place = await show(<NoteEditor {...given} />);
    const field = fieldOf(place);
    field.value = 'mine';
    await act(() => {
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(given.onInput).toHaveBeenCalledWith('mine', []);
  });

  it('sets tags apart at the comma of any keyboard', async () => {
    const given = props();
    const place = await show(<NoteEditor {...given} />);
    const field = place.querySelector('input') as HTMLInputElement;
    field.value = 'harbour, strike، ميناء、港';
    await act(() => {
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(given.onInput).toHaveBeenCalledWith('', ['harbour', 'strike', 'ميناء', '港']);
  });

  it('names a failure and keeps the text', async () => {
    const status = { step: 'failed', problem: english('failure_quota') } as const;
    const place = await show(<NoteEditor {...props()} body="kept" status={status} />);
    expect(place.querySelector('[role=alert]')?.textContent).toContain('full');
    expect(fieldOf(place).value).toBe('kept');
  });

  it('warns where the page could watch the keys', async () => {
    const place = await show(<NoteEditor {...props()} isExposed />);
    expect(place.textContent).toContain(english('editor_exposed'));
  });

  it('breaks no accessibility rule', async () => {
    expect(await brokenRules(await show(<NoteEditor {...props()} />))).toEqual([]);
  });

  it('says in a private window what saving means', async () => {
    const place = await show(<NoteEditor {...props()} isPrivate />);
    expect(place.textContent).toContain('Saving keeps the note');
  });
});
