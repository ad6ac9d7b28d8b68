// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { LostNotes } from '../../components/notes/lost-notes';
import { PlaceQuestion } from '../../components/notes/place-question';
import { brokenRules, english, show } from './render';

const lost = [
  { id: 'n1', quote: 'the talks had failed', body: 'Who said so?' },
  { id: 'n2', quote: 'a passage without words', body: '' },
];

describe('notes that have lost their passage', () => {
  it('are listed with what they were about, and attached one at a time', async () => {
    const onAttach = vi.fn();
    const place = await show(<LostNotes notes={lost} onAttach={onAttach} />);
    expect(place.textContent).toContain('the talks had failed');
    const buttons = place.querySelectorAll('button');
    expect([...buttons].map((button) => button.getAttribute('aria-label'))).toEqual([
      `${english('lost_attach')}: Who said so?`,
      `${english('lost_attach')}: a passage without words`,
    ]);
    await act(() => buttons[1]?.click());
    expect(onAttach).toHaveBeenCalledWith('n2');
    expect(await brokenRules(place)).toEqual([]);
  });
});

describe('a note that may belong to a passage', () => {
  it('is shown beside it, and asked about', async () => {
    const answers = { onYes: vi.fn(), onNo: vi.fn() };
    const data = { quote: 'the talks had failed', body: 'Who said so?', found: 'the talks may fail' };
    const place = await show(<PlaceQuestion data={data} {...answers} />);
    expect(place.textContent).toContain('the talks may fail');
    const [no, yes] = place.querySelectorAll('button');
    await act(() => no?.click());
    await act(() => yes?.click());
    expect(answers.onNo).toHaveBeenCalledOnce();
    expect(answers.onYes).toHaveBeenCalledOnce();
    expect(await brokenRules(place)).toEqual([]);
  });
});
